import { casesText } from '../../library/cases-text.ts';
import { shortNameOf } from '../../library/model-names.ts';
import { OFFERED_FROM } from '../../library/quality-level.ts';
import type { ScenarioState } from '../../query/asked-scenario.ts';
import { knownNames } from '../../query/known-names.ts';
import { publishedFile } from '../../query/published-file.ts';
import type { UsageLine } from '../../query/usage-lines.ts';
import { suggestionWords } from './suggestion-words.ts';
import { lowerUnder } from './usage-under.ts';

/** What is suggested in place of the models of some lines. */
export interface Suggestions {
  /** What they have in common, or why there are none. */
  sentence: string;
  models: { id: string; name: string; words: string }[];
  /** The models of the lines that no other may score less than, by name. */
  best: string;
  /** The lines below them, with or without a score. */
  others: UsageLine[];
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
      sentence: `OpenRouter’s list has no score for ${names}, so it is not known which models can do as much.`,
      models: [],
      best: '',
      others: [],
    };
  }
  const left =
    unscored.length === 0
      ? ''
      : ` ${names} ${unscored.length === 1 ? 'has' : 'have'} no score and may do more.`;
  const least = Math.max(...lines.map(({ id }) => qualityOf(id) ?? 0));
  const others = models.map(({ id }) => id).filter((id) => (qualityOf(id) ?? -1) >= least);
  const isBest = ({ id }: UsageLine) => qualityOf(id) === least;
  const bestNames = new Set(lines.filter(isBest).map(({ id }) => nameOf(id)));
  const best = new Intl.ListFormat('en-GB').format(bestNames);
  const likeBest = `as ${best} ${bestNames.size === 1 ? 'does' : 'do'}`;
  const lower = await lowerUnder(scenario, lines, others);
  return {
    best,
    others: lines.filter((line) => !isBest(line)),
    sentence:
      lower.length === 0
        ? `No model that scores at least ${least} in general intelligence, ${likeBest}, emits less for these tokens in ${casesText(OFFERED_FROM)} cases or more.${left}`
        : `These score at least ${least} in general intelligence, ${likeBest}, and emit less for the same tokens.${left}`,
    models: lower.map(({ id, comparison }) => ({
      id,
      name: nameOf(id),
      words: suggestionWords(qualityOf(id) ?? least, comparison),
    })),
  };
}

/** The same as a list of buttons, each of which takes its model, for all lines or for those of these models. */
function suggestionList(models: Suggestions['models'], of?: readonly UsageLine[]): HTMLElement {
  const list = document.createElement('ul');
  for (const { id, name, words } of models) {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.take = id;
    if (of !== undefined) button.dataset.of = of.map((line) => line.id).join(' ');
    button.textContent = name;
    const entry = document.createElement('li');
    entry.append(button, `: ${words}`);
    list.append(entry);
  }
  return list;
}

/** What is put on the page of suggestions for some lines, or for all. */
export interface SuggestedFor {
  lines: readonly UsageLine[];
  isForAll: boolean;
  /** Asks for those that the best of them do not hold up. */
  askForOthers: (others: readonly UsageLine[]) => void;
}

/** The suggestions as they stand on the page; where there are none, others can be asked for. */
export function suggestionNodes(
  { sentence, models, best, others }: Suggestions,
  { lines, isForAll, askForOthers }: SuggestedFor,
): (string | HTMLElement)[] {
  if (models.length > 0) {
    return isForAll
      ? [sentence, suggestionList(models)]
      : [
          `${sentence} One that you press takes the place of these lines.`,
          suggestionList(models, lines),
        ];
  }
  if (others.length === 0) return [sentence];
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = `Suggest for the lines without ${best}`;
  button.addEventListener('click', () => askForOthers(others));
  return [`${sentence} `, button];
}
