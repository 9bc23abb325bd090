import { casesText } from '../../library/cases-text.ts';
import { shortNameOf } from '../../library/model-names.ts';
import { OFFERED_FROM } from '../../library/quality-level.ts';
import type { ScenarioState } from '../../query/asked-scenario.ts';
import { knownNames } from '../../query/known-names.ts';
import { publishedFile } from '../../query/published-file.ts';
import type { UsageLine } from '../../query/usage-lines.ts';
import { suggestionWords } from './suggestion-words.ts';
import { lowerUnder } from './usage-under.ts';

/** What is suggested in place of a month's models. */
export interface Suggestions {
  /** What they have in common, or why there are none. */
  sentence: string;
  models: { id: string; name: string; words: string }[];
}

/**
 * The models that score at least as much in general intelligence as the best of the lines, and on which
 * the same tokens emit less. Rejects where the published files cannot be read.
 */
export async function suggestionsFor(
  scenario: ScenarioState,
  lines: readonly UsageLine[],
): Promise<Suggestions> {
  const [{ models: columns }, { models }] = await Promise.all([
    publishedFile('/api/v1/index-columns.json'),
    knownNames(),
  ]);
  const nameOf = (id: string) => shortNameOf(models.find((one) => one.id === id)?.name ?? id);
  const qualityOf = (id: string) => columns[id]?.quality;
  const unscored = lines.filter(({ id }) => qualityOf(id) === undefined);
  const names = new Intl.ListFormat('en-GB').format(new Set(unscored.map(({ id }) => nameOf(id))));
  if (unscored.length === lines.length) {
    return {
      sentence: `Nobody whom OpenRouter’s list carries has scored ${names}, so it is not known which models can do as much.`,
      models: [],
    };
  }
  const left =
    unscored.length === 0
      ? ''
      : ` ${names} ${unscored.length === 1 ? 'has' : 'have'} no score and may do more.`;
  const least = Math.max(...lines.map(({ id }) => qualityOf(id) ?? 0));
  const others = models.map(({ id }) => id).filter((id) => (qualityOf(id) ?? -1) >= least);
  const lower = await lowerUnder(scenario, lines, others);
  return {
    sentence:
      lower.length === 0
        ? `No model that scores at least ${least} in general intelligence emits less for these tokens in ${casesText(OFFERED_FROM)} cases or more.${left}`
        : `These score at least ${least} in general intelligence, as the best of the lines does, and emit less for the same tokens.${left}`,
    models: lower.map(({ id, comparison }) => ({
      id,
      name: nameOf(id),
      words: suggestionWords(qualityOf(id) ?? least, comparison),
    })),
  };
}

/** The same as a list of buttons, each of which takes its model. */
export function suggestionList(models: Suggestions['models']): HTMLElement {
  const list = document.createElement('ul');
  for (const { id, name, words } of models) {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.take = id;
    button.textContent = name;
    const entry = document.createElement('li');
    entry.append(button, `: ${words}`);
    list.append(entry);
  }
  return list;
}
