import { EVIDENCE_TIERS } from '../../estimation/tier.ts';
import { isAsServed, scenarioFromSearch } from '../scenario/scenario-state.ts';
import { scenarioWords } from '../scenario/scenario-words.ts';
import { PUBLISHED_PER, perFromSearch, perWords } from '../workload/per.ts';
import { DEFAULT_STATE, type TableState } from './table-state.ts';

/**
 * What a link to the table shows, in words for a title: "OpenAI models with tools, 128k context, per
 * chat request". Empty where it is what is published, in its own order. `providerName` is that of the
 * state's provider, `sortName` that of the column it is sorted by.
 */
export function tableTitle(
  state: TableState,
  search: string,
  { providerName, sortName }: { providerName: string; sortName: string },
): string {
  const { query, weights, features, context, evidence } = state;
  const subject = [providerName, weights === '' ? '' : `${weights}-weight`, 'models']
    .filter((word) => word !== '')
    .join(' ');
  const withWords = features.length === 0 ? '' : ` with ${features.join(' and ')}`;
  const { mostUsdPerMillionTokens: most, sort, descending } = state;
  const scenario = scenarioFromSearch(search);
  const per = perFromSearch(search);
  const details = [
    query.trim() === '' ? '' : `“${query.trim()}”`,
    evidence.length === EVIDENCE_TIERS.length ? '' : `evidence ${evidence.join(' or ')}`,
    context === '' ? '' : `${context} context`,
    most === undefined ? '' : `at most ${most} USD per million tokens`,
    per === PUBLISHED_PER ? '' : `per ${perWords(per)}`,
    isAsServed(scenario) ? '' : scenarioWords(scenario, { zones: [] }),
    sort === DEFAULT_STATE.sort && !descending
      ? ''
      : `by ${sortName}${descending ? ', highest first' : ''}`,
  ].filter((detail) => detail !== '');
  if (details.length === 0 && subject === 'models' && withWords === '') return '';
  return capitalised([`${subject}${withWords}`, ...details].join(', '));
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
