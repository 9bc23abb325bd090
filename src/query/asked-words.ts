import type { Asked } from './asked.ts';
import { isAsServed } from './asked-scenario.ts';
import { MASS_UNIT_WORDS, PUBLISHED_MASS_UNIT } from './mass-unit.ts';
import { PUBLISHED_PER, perWords } from './per.ts';
import { scenarioWords } from './scenario-words.ts';

/** What figures are for, the functional unit, in words that follow "per": "1000 output tokens". */
export function functionalUnitOf({ per }: Asked): string {
  return perWords(per);
}

/** How the models are served, in words: "as served", "scenario: grid FR". */
export function servedWords({ scenario }: Asked): string {
  return isAsServed(scenario) ? 'as served' : `scenario: ${calledScenario(scenario)}`;
}

/** What differs from what is published, a phrase each: "in milligrams", "per chat request", "grid FR". */
export function differencesOf(asked: Asked): string[] {
  return [
    ...(asked.unit === PUBLISHED_MASS_UNIT ? [] : [`in ${MASS_UNIT_WORDS[asked.unit]}`]),
    ...(asked.per === PUBLISHED_PER ? [] : [`per ${functionalUnitOf(asked)}`]),
    ...(isAsServed(asked.scenario) ? [] : [calledScenario(asked.scenario)]),
  ];
}

/** Writes a functional unit wherever a part of the page has left room for it. */
export function writeFunctionalUnit(within: ParentNode, words: string): void {
  for (const element of within.querySelectorAll('[data-functional-unit]')) {
    element.textContent = words;
  }
}

/** A scenario with its grid as the link calls it. */
function calledScenario(scenario: Asked['scenario']): string {
  return scenarioWords(scenario, { zones: [] });
}
