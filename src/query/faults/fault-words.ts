import { BOUNDARIES } from '../../estimation/boundary.ts';
import { EVIDENCE_TIERS } from '../../estimation/tier.ts';
import { FEATURES } from '../../library/model-needs.ts';
import { isOneLetterApart } from '../../library/one-letter-apart.ts';
import { QUALITY_INDICES } from '../../library/quality-level.ts';
import { quoted } from '../../text/quoted.ts';
import type { ParameterName } from '../../ui/link/address.ts';
import { isSame, type LinkFault, lettersOf } from '../../ui/link/link-reader.ts';
import { sortStateOf } from '../../ui/link/sort-parameter.ts';
import { AGAINST } from '../against.ts';
import { COLUMNS } from '../columns.ts';
import { MASS_UNIT_WORDS, MASS_UNITS } from '../mass-unit.ts';
import { MOST_COMPARED } from '../models.ts';
import { NAMED_PERS } from '../per.ts';
import { gridProblem, pueProblem } from '../scenario-words.ts';
import { ANY_SCORE, priceProblem } from '../table-state.ts';
import { lineFromText, MOST_LINES } from '../usage-lines.ts';
import { WEIGHTS } from '../weights.ts';
import type { KnownOnPage } from './page-links.ts';

/** What is said of one parameter. */
interface Words {
  /** What is wrong with a text that was not understood: a sentence without its full stop. */
  say: (text: string, known: KnownOnPage) => string;
  /** What would have been understood, where that can be listed. */
  choices?: (known: KnownOnPage) => readonly string[];
}

const WORDS: Readonly<Record<ParameterName, Words>> = {
  models: {
    say: (text, { models = [] }) =>
      models.includes(text)
        ? `${quoted(text)} is not picked, since ${MOST_COMPARED} models at most can be compared`
        : `There is no model ${quoted(text)} in this table`,
    choices: ({ models = [] }) => models,
  },
  use: {
    say: (text) =>
      lineFromText(text) === undefined
        ? `${quoted(text)} is no line of tokens, such as openai/gpt-4.1*10M*0*2M (a model, its input, cached input and output tokens, and its requests if they are known)`
        : `${quoted(text)} is left out, since ${MOST_LINES} lines at most are added up`,
  },
  instead: {
    say: (text) => `There is no model ${quoted(text)} among those that are estimated`,
  },
  q: { say: (text) => `${quoted(text)} is too long to be searched for` },
  provider: {
    say: (text, { providers = [] }) => {
      const namesakes = providers.filter(({ name }) => isSame(name, text));
      return namesakes.length > 1
        ? `Several providers are called ${quoted(text)}: ${listed(namesakes.map(({ id }) => id))}`
        : `There is no provider ${quoted(text)} among the models here`;
    },
    choices: ({ providers = [] }) => providers.flatMap(({ id, name }) => [id, name]),
  },
  reason: {
    say: (text) => `No figure here moved for the reason ${quoted(text)}`,
    choices: ({ reasons = [] }) => reasons,
  },
  evidence: {
    say: (text) => `There is no evidence ${quoted(text)}, only ${listed(EVIDENCE_TIERS)}`,
    choices: () => EVIDENCE_TIERS,
  },
  weights: {
    say: (text) => `Weights are ${listed(WEIGHTS, 'or')}, not ${quoted(text)}`,
    choices: () => WEIGHTS,
  },
  with: {
    say: (text) => `Models cannot be asked for ${quoted(text)}, only for ${listed(FEATURES)}`,
    choices: () => FEATURES,
  },
  'min-context': {
    say: (text) => `${quoted(text)} is no length of context, such as 128k`,
  },
  'max-price': {
    say: priceProblem,
  },
  score: {
    say: (text) =>
      `${quoted(text)} is no score, such as coding-50 or ${ANY_SCORE}: ${listed(QUALITY_INDICES)} are known`,
  },
  now: { say: (text) => `There is no model ${quoted(text)} among those that are estimated` },
  against: {
    say: (text) =>
      `Figures cannot be held against ${quoted(text)}, only against ${listed(AGAINST, 'or')} (the typical model, the model in use)`,
    choices: () => AGAINST,
  },
  columns: {
    say: (text) => `The table has no column ${quoted(text)}`,
    choices: () => COLUMNS,
  },
  sort: {
    say: (text, { sortable }) =>
      sortable.some((column) => isSame(column, sortStateOf(text).column))
        ? `The table cannot be sorted by ${quoted(text)} without that column`
        : `The table cannot be sorted by ${quoted(text)}`,
    choices: ({ sortable }) => sortable.flatMap((column) => [column, `-${column}`]),
  },
  per: {
    say: (text) =>
      `Figures cannot be per ${quoted(text)}: ${listed(NAMED_PERS, 'or')} was expected, or a request such as 10k*0*1.5k`,
    choices: () => NAMED_PERS,
  },
  unit: {
    say: (text) =>
      `CO2e is weighed in ${listed(Object.values(MASS_UNIT_WORDS), 'or')} (${listed(MASS_UNITS, 'or')}), not in ${quoted(text)}`,
    choices: () => Object.values(MASS_UNIT_WORDS),
  },
  grid: {
    say: (text, known) => gridProblem(text, known),
    choices: ({ zones = [] }) => zones.flatMap(({ zone, name }) => [zone, name]),
  },
  pue: { say: pueProblem },
  boundary: {
    say: (text) => `There is no boundary ${quoted(text)}, only ${listed(BOUNDARIES)}`,
    choices: () => BOUNDARIES,
  },
};

const NOT_APPLIED = 'that part of the link is not applied.';

/** What became of a part of a link that is not applied, in a sentence. */
export function faultSentence({ name, text, isRepeated }: LinkFault, known: KnownOnPage): string {
  const what = isRepeated
    ? `“${name}” stands in this link more than once, the second time with ${quoted(text)}`
    : WORDS[name].say(text, known);
  return `${what}; ${NOT_APPLIED}`;
}

/** What is said of a parameter that means nothing on a page. */
export function unreadSentence(name: string): string {
  return `${quoted(name)} means nothing on this page; ${NOT_APPLIED}`;
}

/** What is said of a parameter that stands where a link names a place on its page. */
export function behindHashSentence(name: string): string {
  return `“${name}” stands behind a # in this link, and would be read behind a ?; ${NOT_APPLIED}`;
}

/** What a part of a link may have meant: the one choice that is a letter away, if there is one. */
export function nearChoice({ name, text, isRepeated }: LinkFault, known: KnownOnPage) {
  return isRepeated ? undefined : nearText(text, WORDS[name].choices?.(known) ?? []);
}

/** Shorter texts are a letter away from too many others. */
const LEAST_LETTERS = 3;

/** The choice that is one letter away from a text. */
export function nearText(text: string, choices: readonly string[]): string | undefined {
  const typed = lettersOf(text);
  if (typed.length < LEAST_LETTERS) return undefined;
  const direction = text.startsWith('-');
  return choices.find(
    (choice) => choice.startsWith('-') === direction && isOneLetterApart(lettersOf(choice), typed),
  );
}

function listed(choices: readonly string[], word: 'and' | 'or' = 'and'): string {
  const words = { and: 'conjunction', or: 'disjunction' } as const;
  return new Intl.ListFormat('en-GB', { type: words[word] }).format(choices);
}
