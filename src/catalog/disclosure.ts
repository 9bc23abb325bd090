import * as z from 'zod';
import { STATED_UNITS } from '../library/stated-figure.ts';
import { ModelId } from './snapshot.ts';
import { HowKnown, Source } from './source.ts';

/** Published energy or carbon figures that our estimates are held against, hits and misses alike. */

/** Path of the disclosures from the project's root. */
export const DISCLOSURES_FILE = 'data/measurements/disclosures.yaml';

const positive = z.number().positive();

/** What is counted, nested; `unstated` where the publisher does not say. */
const DisclosureBoundary = z.enum([
  'accelerators',
  'server',
  'facility',
  'facility-and-embodied',
  'unstated',
]);

/** No model writes more in one answer. */
const LONGEST_ANSWER_TOKENS = 200_000;

/** One request, or a batch of tokens, and what it is said to take. */
export const DisclosureCase = z
  .strictObject({
    /** Of what the figure is: of one request, or of tokens of requests of any length, as a price is. */
    of: z.enum(['request', 'tokens']).optional(),
    /** Tokens of the prompt and of the answer; absent where they are not published. */
    inputTokens: positive.optional(),
    outputTokens: positive.optional(),
    value: positive,
    /** Water that is stated of the same tokens. */
    waterMillilitres: positive.optional(),
    /** The publisher's own range, whatever it means by it. */
    low: positive.optional(),
    high: positive.optional(),
  })
  .refine(({ of, outputTokens = 0 }) => of === 'tokens' || outputTokens <= LONGEST_ANSWER_TOKENS, {
    message: `expected an answer of at most ${LONGEST_ANSWER_TOKENS} tokens, or of: tokens for a figure per so many`,
  })
  .refine(({ low = 0, value, high = Number.POSITIVE_INFINITY }) => low <= value && value <= high, {
    message: 'expected low <= value <= high',
  });
export type DisclosureCase = z.infer<typeof DisclosureCase>;

export const Disclosure = z
  .strictObject({
    /** The model or service, as the publisher names it. */
    what: z.string().min(1),
    /** How the publisher came by it: metered, computed, or said without showing how. */
    kind: z.enum(['measured', 'modelled', 'stated']),
    /** By the maker of what it is of, whose own figure reports prefer, or by others. */
    statedBy: z.enum(['maker', 'others']),
    unit: z.enum(STATED_UNITS),
    boundary: DisclosureBoundary,
    /** In words: what is in, what is out, on what hardware. */
    boundaryNote: z.string().min(1),
    /** What ran at once on how many accelerators, where it was metered at one load that is stated. */
    load: z
      .strictObject({ concurrentSequences: positive, acceleratorCount: z.int().positive() })
      .optional(),
    /** Where the token counts come from, if not from the publisher. */
    tokensNote: z.string().min(1).optional(),
    cases: z.array(DisclosureCase).min(1),
    /** Models of the index to compare with: the very model, or the nearest to it. */
    comparedWith: z.array(ModelId).optional(),
    /** True where `comparedWith` is the very model. */
    sameModel: z.boolean().optional(),
    /** False where our fit rests on the same measurements. */
    independentOfFit: z.boolean(),
    /** Another disclosure that this one is computed from: it is shown, and no evidence of its own. */
    restsOn: z.string().min(1).optional(),
    /** Why it cannot be compared, where `comparedWith` is absent. */
    notComparable: z.string().min(1).optional(),
    how: HowKnown,
    source: Source,
  })
  .refine(
    (disclosure) =>
      (disclosure.comparedWith === undefined) !== (disclosure.notComparable === undefined),
    {
      message: 'expected either comparedWith or notComparable',
    },
  )
  .refine(({ load, kind }) => load === undefined || kind === 'measured', {
    message: 'expected a load only where it was measured',
  })
  .refine(
    (disclosure) =>
      (disclosure.comparedWith === undefined) === (disclosure.sameModel === undefined),
    {
      message: 'expected sameModel with comparedWith, and only there',
    },
  )
  .refine(
    ({ comparedWith, cases }) =>
      comparedWith === undefined ||
      cases.every(
        ({ outputTokens, inputTokens }) => outputTokens !== undefined || inputTokens !== undefined,
      ),
    { message: 'expected tokens in every case of a disclosure that is compared' },
  )
  .refine(({ comparedWith, boundary }) => comparedWith === undefined || boundary !== 'unstated', {
    message: 'expected a stated boundary for a disclosure that is compared',
  })
  .refine(
    ({ comparedWith, unit, boundary }) =>
      comparedWith === undefined || unit === 'gramsCO2e' || boundary !== 'facility-and-embodied',
    {
      message: 'expected gramsCO2e: embodied emissions have no energy',
    },
  );
export type Disclosure = z.infer<typeof Disclosure>;
export type StatedLoad = NonNullable<Disclosure['load']>;

/** data/measurements/disclosures.yaml */
export const DisclosureFile = z
  .record(z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'expected lower-case-with-hyphens'), Disclosure)
  .superRefine((file, context) => {
    for (const [id, { restsOn }] of Object.entries(file)) {
      if (restsOn === undefined || (restsOn !== id && file[restsOn] !== undefined)) continue;
      context.addIssue({
        code: 'custom',
        path: [id, 'restsOn'],
        message: `"${restsOn}" is not another disclosure of this file; expected one of its keys`,
      });
    }
  });
export type DisclosureFile = z.infer<typeof DisclosureFile>;
