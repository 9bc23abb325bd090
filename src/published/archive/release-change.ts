import { type Range, rangeOf } from '../../estimation/ranges.ts';
import type { EvidenceTier } from '../../estimation/tier.ts';
import { priceText } from '../../text/numbers.ts';
import type { ArchivedIndex, ArchivedModel } from './archived-index.ts';
import { changedInputs, inputWords } from './input-words.ts';

/** What became of one model's published range, gCO2e per 1000 output tokens. */
export interface FigureChange {
  id: string;
  name: string;
  maker: string;
  makerName: string;
  /** Absent where there was or is no estimate. */
  before: Range | undefined;
  after: Range | undefined;
  /** Median after over median before, where there are both. */
  factor: number | undefined;
  /** Why, those first that are common to all. */
  reasons: string[];
}

/** How far the medians of a tier moved: median after over median before. */
export interface TierChange {
  evidence: EvidenceTier;
  /** Models of this evidence in the later release that have both figures. */
  models: number;
  /** P5, P50 and P95 over the models. */
  factor: Range;
}

/** What differs between two releases. */
export interface ReleaseChange {
  from: ArchivedIndex;
  to: ArchivedIndex;
  /** True where the method's version differs. */
  methodChanged: boolean;
  /** Names of all inputs that differ. */
  inputs: string[];
  /** Every model whose published range differs, with those that came or went. */
  figures: FigureChange[];
  /** Models with the very same range in both. */
  unchanged: number;
  tiers: TierChange[];
}

const EVIDENCE = ['measured', 'architecture', 'parameters', 'price'] as const;

/** Compares two releases, model by model. */
export function compareReleases(from: ArchivedIndex, to: ArchivedIndex): ReleaseChange {
  const inputs = changedInputs(from.inputs, to.inputs);
  const methodChanged = from.methodVersion !== to.methodVersion;
  const earlier = new Map(from.models.map((model) => [model.id, model]));
  const later = new Map(to.models.map((model) => [model.id, model]));
  const pairs = to.models.map((model) => ({ before: earlier.get(model.id), after: model }));
  const stayed = pairs.flatMap(({ before, after }) =>
    before === undefined ? [] : [{ before, after }],
  );
  const changed = stayed.filter(({ before, after }) => !sameRange(before, after));
  const common = methodChanged
    ? [`method ${to.methodVersion} instead of ${from.methodVersion}`]
    : [];
  return {
    from,
    to,
    methodChanged,
    inputs,
    figures: [
      ...changed.map(({ before, after }) =>
        figureChange(before, after, [
          ...common,
          ...(before.evidence === after.evidence
            ? []
            : [`evidence ${after.evidence} instead of ${before.evidence}`]),
          ...priceReason(before, after),
          ...inputWords(inputs, after.maker),
        ]),
      ),
      ...pairs
        .filter(({ before }) => before === undefined)
        .map(({ after }) => figureChange(undefined, after, [reasonOfNew(after, from)])),
      ...from.models
        .filter(({ id }) => !later.has(id))
        .map((before) => figureChange(before, undefined, [reasonOfGone(before, to)])),
    ],
    unchanged: stayed.length - changed.length,
    tiers: EVIDENCE.flatMap((evidence) => tierChange(evidence, stayed)),
  };
}

function figureChange(
  before: ArchivedModel | undefined,
  after: ArchivedModel | undefined,
  reasons: string[],
): FigureChange {
  const named = after ?? before;
  return {
    id: named?.id ?? '',
    name: named?.name ?? '',
    maker: named?.maker ?? '',
    makerName: named?.makerName ?? '',
    before: before && grams(before),
    after: after && grams(after),
    factor:
      before === undefined || after === undefined
        ? undefined
        : grams(after).central / grams(before).central,
    reasons,
  };
}

function tierChange(
  evidence: EvidenceTier,
  stayed: readonly { before: ArchivedModel; after: ArchivedModel }[],
): TierChange[] {
  const factors = stayed
    .filter(({ after }) => after.evidence === evidence)
    .map(({ before, after }) => grams(after).central / grams(before).central);
  if (factors.length === 0) return [];
  return [{ evidence, models: factors.length, factor: rangeOf(Float64Array.from(factors)) }];
}

/** A figure that is known by its price follows it; others may, through what hosts charge. */
function priceReason({ listPrice: before }: ArchivedModel, { listPrice: after }: ArchivedModel) {
  const [old, now] = [before?.outputUsdPerMillionTokens, after?.outputUsdPerMillionTokens];
  if (old === undefined || now === undefined || old === now) return [];
  return [`${priceText(now)} USD per million output tokens instead of ${priceText(old)}`];
}

function reasonOfNew({ id }: ArchivedModel, { notEstimated }: ArchivedIndex): string {
  return notEstimated.some((entry) => entry.id === id)
    ? 'was listed without an estimate before'
    : 'new on OpenRouter’s list';
}

function reasonOfGone({ id }: ArchivedModel, { notEstimated }: ArchivedIndex): string {
  const entry = notEstimated.find((one) => one.id === id);
  return entry === undefined
    ? 'left OpenRouter’s list'
    : `listed without an estimate now (${entry.reason.replace(/\.$/, '')})`;
}

function grams({ perThousandOutputTokens }: ArchivedModel): Range {
  return perThousandOutputTokens.gramsCO2e;
}

function sameRange(a: ArchivedModel, b: ArchivedModel): boolean {
  const before = grams(a);
  const after = grams(b);
  return before.low === after.low && before.central === after.central && before.high === after.high;
}
