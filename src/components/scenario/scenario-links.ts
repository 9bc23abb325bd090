import { isAsServed, type ScenarioState, searchWithScenario } from './scenario-state.ts';

/** The pages that show a scenario: index, comparison, models. */
const FOLLOWING = /^\/(compare\/|models\/.+)?$/;

let isCarried = false;

/** Makes the page's links to other pages that show a scenario carry this one along. */
export function carryScenario(state: ScenarioState): void {
  // As served, no link carries anything until one has carried something.
  if (isAsServed(state) && !isCarried) return;
  isCarried = true;
  for (const link of document.links) {
    if (link.origin !== location.origin || !FOLLOWING.test(link.pathname)) continue;
    const search = searchWithScenario(state, link.search);
    link.setAttribute('href', `${link.pathname}${search}${link.hash}`);
  }
}
