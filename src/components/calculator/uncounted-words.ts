import type { UsageLine } from '../../query/usage-lines.ts';
import { allTokens, MOST_NAMES_SAID, tokensOf } from '../../text/activity/activity-lines.ts';
import { countText } from '../../text/numbers.ts';
import { shortened } from '../../text/shortened.ts';
import { tokenAmount, usageWords } from '../../text/token-amount.ts';
import { namedBy } from './uncounted-names.ts';

/** What is not in a total and why, with its tokens: for the page and for all that it hands out. Empty where nothing is left. */
export function uncountedText(uncounted: readonly UsageLine[]): string {
  const isBeyond = ({ id }: UsageLine) => namedBy(id).kind === 'models';
  return [
    sentence(
      'as they are not among the estimated models of this release',
      uncounted.filter((line) => !isBeyond(line)),
    ),
    sentence('as it holds no more lines', uncounted.filter(isBeyond)),
  ]
    .filter((text) => text !== '')
    .join(' ');
}

/** The same in a few words: "Not in the total: 3 names, 2 million tokens". Empty where nothing is left. */
export function uncountedShort(uncounted: readonly UsageLine[]): string {
  if (uncounted.length === 0) return '';
  const count = countOf(uncounted);
  const tokens = uncounted.reduce((sum, { workload }) => sum + tokensOf(workload), 0);
  return `Not in the total: ${countText(count)} ${count === 1 ? 'name' : 'names'}, ${tokenAmount(tokens)} tokens`;
}

function sentence(why: string, lines: readonly UsageLine[]): string {
  if (lines.length === 0) return '';
  const said = lines
    .slice(0, MOST_NAMES_SAID)
    .map(({ id, workload }) => `${shortened(id)} (${usageWords(workload)})`);
  const others = countOf(lines.slice(MOST_NAMES_SAID));
  const more = others > 0 ? `; and ${countText(others)} others` : '';
  const all =
    lines.length > 1
      ? `; ${countText(countOf(lines))} names, all together ${usageWords(allTokens(lines.map(({ workload }) => workload)))}`
      : '';
  return `Not in the total, ${why}: ${said.join('; ')}${more}${all}.`;
}

function countOf(lines: readonly UsageLine[]): number {
  return lines.reduce((sum, { id }) => sum + namedBy(id).count, 0);
}
