import * as z from 'zod';
import { count } from './csv-numbers.ts';
import { HowKnown, SourceId } from './source.ts';

/** How many tokens the models make of a text: the records, and the counts that they rest on. */

export const TOKENIZERS_FILE = 'data/factors/tokenizers.yaml';
export const TOKEN_COUNTS_FILE = 'data/measurements/token-counts.csv';
export const TEXTS_FOLDER = 'data/texts';

const Text = z.strictObject({
  /** What it is written in: a language, or one for machines. */
  language: z.string().min(1),
  what: z.string().min(1),
  /** The text that says the same in English: one whose name this gives, if any. */
  saysTheSameAs: z.string().optional(),
  sources: z.array(SourceId).min(1),
});
export type Text = z.infer<typeof Text>;

const Basis = { how: HowKnown, sources: z.array(SourceId).min(1), note: z.string().min(1) };

/** Models that share a tokenizer. */
const Family = z
  .strictObject({
    /** The models, as readers call them. */
    name: z.string().min(1),
    /** Ids of models, or beginnings of ids that end before a hyphen or a colon. */
    models: z.array(z.string().min(1)).optional(),
    /** The tokenizer of models whose id nobody names, as OpenRouter's list calls it. */
    openRouterTokenizers: z.array(z.string().min(1)).optional(),
    /** One: its count holds. Several: it lies between the least and the most of them. */
    counted: z.array(z.string().min(1)).min(1),
    /** Times those of the counted ones. */
    times: z
      .strictObject({ low: z.number().positive(), high: z.number().positive() })
      .refine(({ low, high }) => low <= high, 'expected low <= high')
      .optional(),
    ...Basis,
  })
  .refine(
    ({ models, openRouterTokenizers }) =>
      models !== undefined || openRouterTokenizers !== undefined,
    'names no model; expected models, openRouterTokenizers or both',
  );
export type Family = z.infer<typeof Family>;

/** data/factors/tokenizers.yaml */
export const TokenizersFile = z.strictObject({
  texts: z.record(z.string().regex(/^[a-z-]+$/), Text),
  /** The texts whose words are counted as English words. */
  englishTexts: z.array(z.string()).min(1),
  families: z.record(z.string(), Family),
  /** Where no family is known: between the least and the most of all counted tokenizers. */
  others: z.strictObject(Basis),
});
export type TokenizersFile = z.infer<typeof TokenizersFile>;

/** How many tokens one tokenizer makes of one text. */
export const TokenCount = z.strictObject({
  tokenizer: z.string().min(1),
  /** Name of the text in data/factors/tokenizers.yaml. */
  text: z.string().min(1),
  /** Between white space, as wc -w counts them. */
  words: count,
  characters: count,
  tokens: count,
  /** With its version: what it was counted with. */
  package: z.string().min(1),
  counted: z.iso.date(),
});
export type TokenCount = z.infer<typeof TokenCount>;

/** data/measurements/token-counts.csv */
export const TokenCounts = z.array(TokenCount).min(1);
