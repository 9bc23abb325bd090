import type { TokensPerThousandWords } from '../library/thousand-words.ts';
import type { CatalogData } from './read-data.ts';
import type { ListedModel } from './snapshot.ts';
import type { Family, TokenCount, TokenizersFile } from './tokenizers.ts';

type Counted = {
  factors: { tokenizers: TokenizersFile };
} & Pick<CatalogData, 'tokenCounts'>;

/** How many tokens a model makes of a thousand English words. */
export function tokensPerThousandWords(
  model: Pick<ListedModel, 'id' | 'tokenizer'>,
  data: Counted,
): TokensPerThousandWords {
  return tokensOfFamily(familyOf(model, data.factors.tokenizers) ?? {}, data);
}

/**
 * The same for all models of a family; without counted tokenizers any that was counted may stand for
 * theirs. Whole tokens: no text is like another to the token.
 */
export function tokensOfFamily(
  {
    counted,
    times = { low: 1, high: 1 },
  }: { counted?: Family['counted'] | undefined; times?: Family['times'] },
  { factors: { tokenizers }, tokenCounts }: Counted,
): TokensPerThousandWords {
  const counts = (counted ?? countedTokenizers(tokenCounts)).map((tokenizer) =>
    tokensPerThousand(tokenizer, tokenizers.englishTexts, tokenCounts),
  );
  return {
    low: Math.round(Math.min(...counts) * times.low),
    high: Math.round(Math.max(...counts) * times.high),
  };
}

/** The family that a model is of; undefined where none is known. */
export function familyOf(
  { id, tokenizer }: Pick<ListedModel, 'id' | 'tokenizer'>,
  { families }: Pick<TokenizersFile, 'families'>,
): Family | undefined {
  const named = Object.values(families).flatMap((family) =>
    (family.models ?? [])
      .filter((beginning) => beginsWith(id, beginning))
      .map((beginning) => ({ family, beginning })),
  );
  const [longest] = named.toSorted((a, b) => b.beginning.length - a.beginning.length);
  return (
    longest?.family ??
    Object.values(families).find(
      ({ openRouterTokenizers = [] }) =>
        tokenizer !== undefined && openRouterTokenizers.includes(tokenizer),
    )
  );
}

function beginsWith(id: string, beginning: string): boolean {
  return id === beginning || id.startsWith(`${beginning}-`) || id.startsWith(`${beginning}:`);
}

/** Each tokenizer that was counted, in the order of the file. */
export function countedTokenizers(counts: readonly TokenCount[]): string[] {
  return [...new Set(counts.map(({ tokenizer }) => tokenizer))];
}

/**
 * Tokens that a tokenizer makes of a thousand words of some texts together. Throws a RangeError where
 * it was not counted on them.
 */
export function tokensPerThousand(
  tokenizer: string,
  texts: readonly string[],
  counts: readonly TokenCount[],
): number {
  const rows = counts.filter((row) => row.tokenizer === tokenizer && texts.includes(row.text));
  const sum = (of: 'words' | 'tokens') => rows.reduce((total, row) => total + row[of], 0);
  if (rows.length !== texts.length) {
    throw new RangeError(`${tokenizer} was not counted on each of ${texts.join(', ')}`);
  }
  return (1000 * sum('tokens')) / sum('words');
}
