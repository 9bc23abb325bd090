import { EVIDENCE_TIERS } from '../../estimation/tier.ts';
import { FEATURES } from '../../library/model-needs.ts';
import { linkedId } from '../../query/linked-id.ts';
import { scoresFromText } from '../../query/row-scores.ts';
import type { RowKeys } from './row-order.ts';

/** A row of the table and what is known of it. */
export interface TableRow extends RowKeys {
  element: HTMLElement;
  id: string;
  makerName: string;
}

/** Reads what sorting and filtering need from the rows that the server has drawn, here and on `further` pages. */
export function readRows(table: Element, further: readonly HTMLElement[]): TableRow[] {
  return [...table.querySelectorAll<HTMLElement>('[data-values]'), ...further].map(readRow);
}

function readRow(element: HTMLElement): TableRow {
  const { provider = '', evidence, has = '', values = '', scores = '' } = element.dataset;
  const [median = 0, low = 1, high = 1, place = 0, contextTokens = 0, price] = values
    .split(' ')
    .map(Number);
  const link = element.querySelector('a');
  const name = link?.textContent?.trim() ?? '';
  const id = link === null ? '' : linkedId(link);
  const makerName = element.querySelector('[data-maker]')?.textContent ?? '';
  return {
    element,
    id,
    name,
    makerName,
    searched: `${name} ${id} ${makerName}`.toLowerCase(),
    provider,
    evidence: EVIDENCE_TIERS.find((tier) => tier === evidence) ?? 'price',
    weights: has.startsWith('o') ? 'open' : has.startsWith('c') ? 'closed' : undefined,
    // By its first letter, as the row has it.
    features: FEATURES.filter(([letter = '']) => has.includes(letter)),
    contextTokens,
    class: place,
    low,
    median,
    high,
    price,
    scores: scoresFromText(scores),
  };
}
