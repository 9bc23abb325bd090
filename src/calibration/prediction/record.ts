import * as z from 'zod';
import { issueWords } from '../../catalog/issue-words.ts';
import { excerpt } from '../../catalog/problem.ts';

/**
 * A configuration to predict, as outside scorers send it. Names are theirs. Only the identifier and
 * the total size are needed; null, an empty text and an absent field mean the same.
 */

const absent = (value: unknown) => (value === null || value === '' ? undefined : value);

/** A number, or a text that holds one. */
const numeric = (value: unknown) => {
  const given = absent(value);
  return typeof given === 'string' && given.trim() !== '' ? Number(given) : given;
};

/** Far above any model; a larger figure is in another unit. */
const MOST_BILLIONS = 100_000;
const optionalPositive = z.preprocess(
  numeric,
  z.number('expected a positive number, or nothing').positive().optional(),
);
const optionalCount = z.preprocess(
  numeric,
  z.number('expected a number of 0 or more, or nothing').nonnegative().optional(),
);
const optionalText = z.preprocess(absent, z.string('expected text, or nothing').optional());
const optionalFlag = z.preprocess((value) => {
  const given = absent(value);
  if (given === 1 || given === '1' || given === 'true') return true;
  if (given === 0 || given === '0' || given === 'false') return false;
  return given;
}, z.boolean('expected 0, 1, true, false or nothing').optional());

/** One of a few words, in any case; InferenceX writes "none" as "". */
const optionalWord = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.preprocess((value) => {
    const given = absent(value);
    return typeof given === 'string' ? given.toLowerCase() : given;
  }, z.enum(words, `expected ${words.join(', ')} or nothing`).optional());

/** InferenceX's own names of columns, where another name here means the same. */
const SAME_COLUMN: Readonly<Record<string, string>> = {
  hw: 'gpu',
  isl: 'input_tokens',
  osl: 'output_tokens',
  conc: 'concurrency',
  spec_decoding: 'speculation',
  disagg: 'disaggregated',
};

/** A record with the columns that InferenceX names otherwise under their names here. */
function renamed(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  const fields = Object.entries(input).map(([name, value]) => [
    Object.hasOwn(SAME_COLUMN, name) ? SAME_COLUMN[name] : name,
    value,
  ]);
  // A name that is there itself counts more than another for it.
  return { ...Object.fromEntries(fields), ...input };
}

export const PredictionRecord = z
  .looseObject({
    config_id: z.preprocess(
      (value) => (typeof value === 'number' ? String(value) : value),
      z.string('expected a text that names the record').min(1),
    ),
    task: optionalText,
    precision: optionalText,
    /** Bits per weight. */
    bits: optionalPositive,
    gpu: optionalText,
    /** Year of the serving engine: 2025 (vLLM 0.11) or 2026; else told from the software. */
    engine: z.preprocess(
      numeric,
      z.literal([2025, 2026], 'expected 2025, 2026 or nothing').optional(),
    ),
    sw: optionalText,
    engines: optionalText,
    speculation: optionalWord(['none', 'mtp']),
    disaggregated: optionalFlag,
    n_gpu: optionalPositive,
    tp: optionalPositive,
    pp: optionalPositive,
    dp: optionalPositive,
    /** Most sequences decoded together, as set, and their mean over the run. */
    max_batch: optionalPositive,
    avg_batch: optionalPositive,
    /** Of a whole deployment: requests under way, accelerators per decoding replica, replicas, and prefill. */
    concurrency: optionalPositive,
    decode_tp: optionalPositive,
    decode_workers: optionalCount,
    prefill_gpus: optionalCount,
    /** Lengths of every prompt and answer, where all are alike. */
    input_tokens: optionalCount,
    output_tokens: optionalPositive,
    /** Mean tokens of the prompt. */
    n_in: optionalCount,
    /** Mean tokens of the answer, and its mean weighted by its own length. */
    mean_out: optionalPositive,
    lenbias_out: optionalPositive,
    /** As InferenceX calls it (dsr1), or the id on OpenRouter: fills in size and architecture. */
    model: optionalText,
    hf_id: optionalText,
    /** Parameters, billions. */
    total_b: z.preprocess(
      numeric,
      z
        .number('expected a positive number')
        .positive()
        .max(MOST_BILLIONS, `expected billions of parameters, at most ${MOST_BILLIONS}`),
    ),
    active_b: optionalPositive,
    L: optionalPositive,
    /** Elements of the KV cache per layer and token, keys and values together. */
    kvdim: optionalPositive,
    /** Full-attention and sliding-window layers, and the window in tokens. */
    La: optionalCount,
    Lw: optionalCount,
    window: optionalCount,
    /** Routed experts, and how many a token uses. */
    E: optionalPositive,
    k: optionalPositive,
    moe: optionalFlag,
    hybrid: optionalFlag,
  })
  .refine(({ moe, E, active_b }) => active_b !== undefined || !(moe ?? (E ?? 1) > 1), {
    path: ['active_b'],
    message: 'missing; expected the active parameters of a mixture of experts, in billions',
  });
export type PredictionRecord = z.infer<typeof PredictionRecord>;

/** What is wrong with one record of the input. */
export interface RecordProblem {
  /** Place in the array, from 0. */
  index: number;
  configId: string;
  field: string;
  message: string;
}

/** One line for a person. */
export function recordProblemLine({ index, configId, field, message }: RecordProblem): string {
  return [`record ${index}`, configId, field]
    .filter((part) => part !== '')
    .join(' › ')
    .concat(': ', message);
}

/** A record that can be predicted, or everything that is wrong with it. */
export type ReadRecord =
  | { record: PredictionRecord; problems: [] }
  | { record?: undefined; problems: RecordProblem[] };

/** Reads one record of the input. Never throws for what the record holds. */
export function readPredictionRecord(input: unknown, index: number): ReadRecord {
  const result = PredictionRecord.safeParse(renamed(input));
  if (result.success) return { record: result.data, problems: [] };
  const fields = new Map(typeof input === 'object' && input !== null ? Object.entries(input) : []);
  const configId = String(fields.get('config_id') ?? '');
  return {
    problems: result.error.issues.map((issue) => {
      const { path } = issue;
      const field = path.map(String).join('.');
      const found = path.length === 0 ? input : fields.get(field);
      return {
        index,
        configId,
        field,
        message: `${issueWords(issue)}; found ${excerpt(found)}`,
      };
    }),
  };
}
