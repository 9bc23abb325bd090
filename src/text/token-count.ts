import { MOST_TOKENS } from '../library/bounds.ts';
import { TOKEN_UNITS } from './tokens.ts';

/** More than any way to write so many needs. */
const MOST_LETTERS = 40;

/**
 * A number of tokens as people write it: 2000000, 2,000,000, 2 000 000, 2e6, 2M, 1.5k. Nothing typed
 * is none. Undefined where it is no number of tokens.
 */
export function tokensFromText(text: string): number | undefined {
  const typed = text.trim().toLowerCase();
  if (typed === '') return 0;
  if (typed.length > MOST_LETTERS) return undefined;
  // No two neighbours of this pattern fit the same letter, so that no text takes long to refuse.
  const [, digits = '', suffix] = /^([\d.,\s_'’]+(?:e\+?\d+\s*)?)([kmb])?$/.exec(typed) ?? [];
  if (isAmbiguousCount(typed)) return undefined;
  const number = Number(withoutGroups(digits.trim()));
  if (digits === '' || Number.isNaN(number)) return undefined;
  const unit = suffix === 'k' || suffix === 'm' || suffix === 'b' ? TOKEN_UNITS[suffix] : 1;
  const tokens = Math.round(number * unit);
  return tokens <= MOST_TOKENS ? tokens : undefined;
}

/** Whether a number may have thousands or a fraction behind its point: "4.000" is 4 to some, 4000 to others. */
export function isAmbiguousCount(text: string): boolean {
  return /^[1-9]\d{0,2}\.\d{3}$/.test(text.trim());
}

/** Digits without what groups them by thousands; a text that is not grouped by threes stays as it is. */
function withoutGroups(digits: string): string {
  return /^\d{1,3}([,\s_'’]\d{3})+(\.\d+)?(e\+?\d+)?$/.test(digits)
    ? digits.replaceAll(/[,\s_'’]/g, '')
    : digits;
}
