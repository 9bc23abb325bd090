import type { Problem } from '../problem.ts';
import type { CatalogData } from '../read-data.ts';
import { TOKEN_COUNTS_FILE, TOKENIZERS_FILE } from '../tokenizers.ts';

/** Fewer tokens of an English word, or more, than any tokenizer in use makes. */
const PLAUSIBLE_TOKENS_PER_WORD = { low: 1, high: 2 };

/** Every tokenizer was counted once on each text, plausibly, and families name counted ones alone. */
export function tokenCountsAgree({
  tokenCounts,
  factors,
}: Pick<CatalogData, 'tokenCounts' | 'factors'>): Problem[] {
  const { texts, englishTexts, families } = factors.tokenizers;
  const names = Object.keys(texts);
  const byText = Map.groupBy(tokenCounts, ({ text }) => text);
  const tokenizers = new Set(tokenCounts.map(({ tokenizer }) => tokenizer));
  const inCounts = (record: string, field: string, message: string) => ({
    file: TOKEN_COUNTS_FILE,
    record,
    field,
    message,
  });
  const inFactors = (record: string, field: string, message: string) => ({
    file: TOKENIZERS_FILE,
    record,
    field,
    message,
  });
  return [
    ...[...tokenizers].flatMap((tokenizer) =>
      names.flatMap((text) => {
        const times = (byText.get(text) ?? []).filter((row) => row.tokenizer === tokenizer).length;
        return times === 1
          ? []
          : [inCounts(`${tokenizer}|${text}`, 'text', `is there ${times} times; expected once`)];
      }),
    ),
    ...tokenCounts.flatMap(({ tokenizer, text, words, characters, tokens }) => {
      const record = `${tokenizer}|${text}`;
      const first = byText.get(text)?.[0];
      const perWord = tokens / words;
      const { low, high } = PLAUSIBLE_TOKENS_PER_WORD;
      return [
        ...(names.includes(text)
          ? []
          : [inCounts(record, 'text', `"${text}" is no text of ${TOKENIZERS_FILE}; expected one`)]),
        ...(first !== undefined && (first.words !== words || first.characters !== characters)
          ? [
              inCounts(
                record,
                'words',
                `${words} words, ${characters} characters; expected ${first.words} and ${first.characters} as in the first row of this text, count all anew`,
              ),
            ]
          : []),
        ...(englishTexts.includes(text) && (perWord < low || perWord > high)
          ? [
              inCounts(
                record,
                'tokens',
                `${perWord.toFixed(2)} tokens a word; expected ${low} to ${high}, check the columns`,
              ),
            ]
          : []),
      ];
    }),
    ...[
      ...englishTexts,
      ...Object.values(texts).flatMap(({ saysTheSameAs }) => saysTheSameAs ?? []),
    ]
      .filter((text) => !names.includes(text))
      .map((text) =>
        inFactors('texts', text, `"${text}" is named and is no text; expected one of them`),
      ),
    ...Object.entries(families).flatMap(([name, { counted }]) =>
      counted
        .filter((tokenizer) => !tokenizers.has(tokenizer))
        .map((tokenizer) =>
          inFactors(
            name,
            'counted',
            `"${tokenizer}" has no row in ${TOKEN_COUNTS_FILE}; expected a tokenizer that was counted`,
          ),
        ),
    ),
    ...namedTwice(Object.entries(families)).map(([name, id]) =>
      inFactors(name, 'models', `"${id}" is named by another family, too; expected by one`),
    ),
  ];
}

/** What a second family names, with that family's name. */
function namedTwice(
  families: readonly [
    string,
    { models?: string[] | undefined; openRouterTokenizers?: string[] | undefined },
  ][],
): [string, string][] {
  const seen = new Set<string>();
  return families.flatMap(([name, { models = [], openRouterTokenizers = [] }]) =>
    [...models, ...openRouterTokenizers].flatMap((id): [string, string][] => {
      const again = seen.has(id);
      seen.add(id);
      return again ? [[name, id]] : [];
    }),
  );
}
