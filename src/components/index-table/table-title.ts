import { EVIDENCE_TIERS } from '../../estimation/tier.ts';
import { AGAINST_WORDS } from '../../query/against.ts';
import type { Asked } from '../../query/asked.ts';
import { differencesOf } from '../../query/asked-words.ts';
import { PUBLISHED_MASS_UNIT } from '../../query/mass-unit.ts';
import { DEFAULT_STATE, type TableState } from '../../query/table-state.ts';
import { capitalised } from '../../text/capitalised.ts';
import { shortTokenText } from '../../text/tokens.ts';
import { DRAWN_FIGURES, type StandingFigures } from './standing-figures.ts';

/** What the state names by ids, as readers call it: its provider, and the column it is sorted by. */
interface Names {
  providerName: string;
  sortName: string;
}

/** The title of what is shown: of its figures by what they are, which need not be what the address asks. */
export function titleOf(
  state: TableState,
  standing: StandingFigures | undefined,
  names: Names,
): string {
  const { asked, against } = standing ?? DRAWN_FIGURES;
  return tableTitle({ ...state, against }, asked, names);
}

/**
 * What the table shows, in words for a title: "OpenAI models with tools, 128k context, per chat
 * request". Empty where it is what is published, in its own order.
 */
export function tableTitle(
  state: TableState,
  asked: Asked,
  { providerName, sortName }: Names,
): string {
  const { query, weights, features, leastContextTokens: least, evidence } = state;
  const subject = [providerName, weights === '' ? '' : `${weights}-weight`, 'models']
    .filter((word) => word !== '')
    .join(' ');
  const withWords = features.length === 0 ? '' : ` with ${features.join(' and ')}`;
  const { mostUsdPerMillionTokens: most, sort, descending } = state;
  const details = [
    query.trim() === '' ? '' : `“${query.trim()}”`,
    evidence.length === EVIDENCE_TIERS.length ? '' : `evidence ${evidence.join(' or ')}`,
    least === undefined ? '' : `${shortTokenText(least)} context`,
    most === undefined ? '' : `at most ${most} USD per million tokens`,
    // Multiples have no unit.
    ...differencesOf(state.against === '' ? asked : { ...asked, unit: PUBLISHED_MASS_UNIT }),
    state.against === '' ? '' : `times ${AGAINST_WORDS[state.against]}`,
    sort === DEFAULT_STATE.sort && !descending
      ? ''
      : `by ${sortName}${descending ? ', highest first' : ''}`,
  ].filter((detail) => detail !== '');
  if (details.length === 0 && subject === 'models' && withWords === '') return '';
  return capitalised([`${subject}${withWords}`, ...details].join(', '));
}
