import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { tokenCountsAgree } from '../../../src/catalog/checks/token-counts.ts';
import { readData } from '../../../src/catalog/read-data.ts';
import { familyOf, tokensPerThousandWords } from '../../../src/catalog/thousand-words.ts';
import { TokenCounts, TokenizersFile } from '../../../src/catalog/tokenizers.ts';

const data = readData(process.cwd());

const known = { how: 'derived', sources: ['counts'], note: 'Made up.' };
const families = {
  one: { name: 'One', models: ['a/gpt-5', 'a/gpt-5-old'], counted: ['short'], ...known },
  old: { name: 'Old', models: ['a/gpt-5-old-mini'], counted: ['long'], ...known },
  listed: { name: 'L', openRouterTokenizers: ['Both'], counted: ['short', 'long'], ...known },
  closed: {
    name: 'Closed',
    openRouterTokenizers: ['Closed'],
    counted: ['short'],
    times: { low: 1, high: 1.5 },
    ...known,
  },
};
const tokenizers = TokenizersFile.parse({
  texts: {
    law: { language: 'English', what: 'a law', saysTheSameAs: 'law', sources: ['texts'] },
    tale: { language: 'English', what: 'a tale', sources: ['texts'] },
    gesetz: { language: 'German', what: 'a law', saysTheSameAs: 'law', sources: ['texts'] },
  },
  englishTexts: ['law', 'tale'],
  families,
  others: known,
});
const row = (tokenizer: string, text: string, words: number, tokens: number) => ({
  tokenizer,
  text,
  words: String(words),
  characters: String(5 * words),
  tokens: String(tokens),
  package: 'counter@1',
  counted: '2026-11-27',
});
const rows = [
  row('short', 'law', 100, 110),
  row('short', 'tale', 300, 370),
  row('short', 'gesetz', 90, 150),
  row('long', 'law', 100, 140),
  row('long', 'tale', 300, 420),
  row('long', 'gesetz', 90, 300),
];
const made = { factors: { tokenizers }, tokenCounts: TokenCounts.parse(rows) };
const tokensOf = (id: string, tokenizer?: string) =>
  tokensPerThousandWords({ id, tokenizer }, made);

describe('the tokens of a thousand English words', () => {
  test('are those of all English texts together where the tokenizer was counted', () => {
    expect(tokensOf('a/gpt-5')).toEqual({ low: 1200, high: 1200 });
    expect(tokensOf('a/gpt-5-mini:free')).toEqual({ low: 1200, high: 1200 });
  });

  test('are those of the family with the longest name that fits, and of no other version', () => {
    expect(tokensOf('a/gpt-5-old-mini-2')).toEqual({ low: 1400, high: 1400 });
    expect(tokensOf('a/gpt-5.1')).toEqual({ low: 1200, high: 1400 });
  });

  test('lie between bounds where it was not: of its family, moved as is said, or of all', () => {
    expect(tokensOf('b/new', 'Both')).toEqual({ low: 1200, high: 1400 });
    expect(tokensOf('b/new', 'Closed')).toEqual({ low: 1200, high: 1800 });
    expect(tokensOf('b/new', 'Never seen')).toEqual({ low: 1200, high: 1400 });
    expect(tokensOf('b/new')).toEqual({ low: 1200, high: 1400 });
  });

  test('of every listed model are known at least between bounds, and exactly of a counted one', () => {
    for (const model of data.modelList.models) {
      const { low, high } = tokensPerThousandWords(model, data);
      const family = familyOf(model, data.factors.tokenizers);
      expect(low, model.id).toBeGreaterThan(1000);
      expect(high, model.id).toBeGreaterThanOrEqual(low);
      if (family?.counted.length === 1 && family.times === undefined) expect(high).toBe(low);
      else expect(high, model.id).toBeGreaterThan(low);
    }
  });
});

describe('counts of tokens', () => {
  const problemsOf = (changed: unknown[], change: object = {}) =>
    tokenCountsAgree({
      tokenCounts: TokenCounts.parse(changed),
      factors: {
        ...data.factors,
        tokenizers: TokenizersFile.parse({ ...tokenizers, ...change }),
      },
    }).map(({ record, field }) => `${record} ${field}`);

  test('that are there once for each text pass', () => {
    expect(problemsOf(rows)).toEqual([]);
  });

  test('that are missing, twice, implausible or of another text are reported', () => {
    expect(problemsOf(rows.slice(1))).toEqual(['short|law text']);
    expect(problemsOf([...rows, row('long', 'law', 100, 140)])).toEqual(['long|law text']);
    expect(problemsOf([...rows.slice(1), row('short', 'law', 100, 90)])).toEqual([
      'short|law tokens',
    ]);
    expect(problemsOf([...rows.slice(1), row('short', 'law', 101, 110)])).toEqual([
      'short|law words',
    ]);
    expect(problemsOf([...rows, row('short', 'song', 10, 12)])).toEqual(['short|song text']);
  });

  test('have to stand behind each family, and no model in two', () => {
    const uncounted = { ...families.one, counted: ['other'] };
    expect(problemsOf(rows, { families: { ...families, one: uncounted } })).toEqual([
      'one counted',
    ]);
    const twice = { ...families.old, models: ['a/gpt-5'] };
    expect(problemsOf(rows, { families: { ...families, old: twice } })).toEqual(['old models']);
  });

  test('are of the texts as they stand here', () => {
    for (const { text, words, characters } of data.tokenCounts) {
      const content = readFileSync(`data/texts/${text}.txt`, 'utf8');
      expect(content.trim().split(/\s+/), text).toHaveLength(words);
      expect([...content], text).toHaveLength(characters);
    }
  });
});
