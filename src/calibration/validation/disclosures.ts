import type {
  Disclosure,
  DisclosureCase,
  DisclosureFile,
  StatedLoad,
} from '../../catalog/disclosure.ts';
import { BOUNDARIES, type Boundary, PUBLISHED_BOUNDARY } from '../../estimation/boundary.ts';
import type { WorkloadEstimate } from '../../estimation/estimate.ts';
import { percentilesOf, type Range, scaleRange, type Verdict } from '../../estimation/ranges.ts';
import { JOULES_PER_WATT_HOUR } from '../../estimation/units.ts';
import type { Workload } from '../../estimation/workload.ts';
import type { JoulesAtLoad } from './joules-at-load.ts';

/** A published figure beside our range for the same tokens, both in the publisher's unit. */
export interface DisclosureComparison {
  id: string;
  what: string;
  publisher: string;
  kind: Disclosure['kind'];
  statedBy: Disclosure['statedBy'];
  modelId: string;
  sameModel: boolean;
  independentOfFit: boolean;
  unit: Disclosure['unit'];
  inputTokens: number;
  outputTokens: number;
  stated: { value: number; low: number | null; high: number | null };
  ours: Range;
  /** Water that is stated of the same tokens beside ours, mL, on site and off site; null where none is. */
  water: { stated: number; ours: Range } | null;
  /** Where the published value stands against our range. */
  verdict: Verdict;
  statedOverOurCentral: number;
  /** What the equation says of an output token at the load that the publisher states; null without one. */
  atStatedLoad: JoulesAtLoad | null;
  /** True where the prompt is too long to count: energy per token is not linear there. */
  beyondCoveredContext: boolean;
  /** What to bear in mind, the publisher's boundary first. */
  remarks: string[];
}

/**
 * Figures of one kind, and where they lie against our range. One that several models stand in for is
 * inside where it is for half of them, else on the side where most of the others are.
 */
export interface DisclosureCount {
  kind: Disclosure['kind'];
  figures: number;
  inside: number;
  above: number;
  below: number;
}

/** All disclosures: those compared, hits and misses, and those that cannot be. */
export interface DisclosureReport {
  comparisons: DisclosureComparison[];
  /** Published figures that rest neither on the measurements of our own fit nor on another of them, and the hits. */
  independent: DisclosureCount[];
  /** Publishers of those figures: what one of them assumes is in all of its own. */
  independentSources: number;
  notCompared: { id: string; what: string; publisher: string; reason: string }[];
}

/** What a request takes with a model of the release, up to a boundary; undefined where it has no estimate. */
export type EstimateOf = (
  modelId: string,
  request: Workload,
  boundary: Boundary,
) => WorkloadEstimate | undefined;

/** What the equation says at a stated load; undefined of a model whose size is not known. */
export type JoulesAtLoadOf = (
  modelId: string,
  load: StatedLoad,
  outputTokens: number,
) => JoulesAtLoad | undefined;

/** Longer prompts are shown and not counted: what their context adds, nobody has measured. */
export const COVERED_CONTEXT_TOKENS = 16_000;

/**
 * Holds each disclosure against our range for its model, or its stand-ins, at its boundary.
 * A request is computed at its own context, by the function that computes every request of the site; tokens
 * of requests of any length at the context that figures per token are stated at.
 */
export function compareDisclosures(
  disclosures: DisclosureFile,
  estimateOf: EstimateOf,
  joulesAtLoadOf: JoulesAtLoadOf,
): DisclosureReport {
  const comparisons: DisclosureComparison[] = [];
  const notCompared: DisclosureReport['notCompared'] = [];
  for (const [id, disclosure] of Object.entries(disclosures)) {
    const { what, source } = disclosure;
    const leaveOut = (reason: string) =>
      notCompared.push({ id, what, publisher: source.publisher, reason });
    if (disclosure.comparedWith === undefined) leaveOut(disclosure.notComparable ?? '');
    for (const modelId of disclosure.comparedWith ?? []) {
      const compared = disclosure.cases.map((request) =>
        compare(id, disclosure, request, modelId, { estimateOf, joulesAtLoadOf }),
      );
      if (compared.includes(undefined)) leaveOut(`${modelId} has no estimate in this release.`);
      comparisons.push(...compared.filter((comparison) => comparison !== undefined));
    }
  }
  const ownEvidence = comparisons.filter(
    ({ id, independentOfFit, beyondCoveredContext }) =>
      independentOfFit && !beyondCoveredContext && disclosures[id]?.restsOn === undefined,
  );
  return {
    comparisons,
    independent: countFigures(ownEvidence),
    independentSources: new Set(ownEvidence.map(({ publisher }) => publisher)).size,
    notCompared,
  };
}

function countFigures(counted: readonly DisclosureComparison[]): DisclosureCount[] {
  return [...Map.groupBy(counted, ({ kind }) => kind)].map(([kind, ofKind]) => {
    const figures = [
      ...Map.groupBy(ofKind, ({ id, inputTokens, outputTokens, stated }) =>
        [id, inputTokens, outputTokens, stated.value].join('|'),
      ).values(),
    ];
    const verdicts = figures.map(verdictOf);
    const count = (verdict: Verdict) => verdicts.filter((one) => one === verdict).length;
    return {
      kind,
      figures: figures.length,
      inside: count('inside'),
      above: count('above'),
      below: count('below'),
    };
  });
}

/** The verdict on a figure from those of the models that stand in for it. */
function verdictOf(figure: readonly DisclosureComparison[]): Verdict {
  const count = (wanted: Verdict) => figure.filter(({ verdict }) => verdict === wanted).length;
  if (2 * count('inside') >= figure.length) return 'inside';
  return count('above') >= count('below') ? 'above' : 'below';
}

function compare(
  id: string,
  disclosure: Disclosure,
  request: DisclosureCase,
  modelId: string,
  { estimateOf, joulesAtLoadOf }: { estimateOf: EstimateOf; joulesAtLoadOf: JoulesAtLoadOf },
): DisclosureComparison | undefined {
  const { value, low = null, high = null, inputTokens = 0, outputTokens = 0 } = request;
  const { waterMillilitres, of = 'request' } = request;
  const isRate = of === 'tokens';
  const estimate = estimateOf(
    modelId,
    { inputTokens, cachedInputTokens: 0, outputTokens, ...(!isRate && { requests: 1 }) },
    boundaryOf(disclosure),
  );
  if (estimate === undefined) return undefined;
  const ours = inUnit(estimate, disclosure.unit);
  const isBeyond = !isRate && inputTokens > COVERED_CONTEXT_TOKENS;
  const { load } = disclosure;
  return {
    id,
    what: disclosure.what,
    publisher: disclosure.source.publisher,
    kind: disclosure.kind,
    statedBy: disclosure.statedBy,
    modelId,
    sameModel: disclosure.sameModel ?? false,
    independentOfFit: disclosure.independentOfFit,
    unit: disclosure.unit,
    inputTokens,
    outputTokens,
    stated: { value, low, high },
    ours: percentilesOf(ours),
    water:
      waterMillilitres === undefined
        ? null
        : { stated: waterMillilitres, ours: percentilesOf(estimate.millilitresWater) },
    verdict: value < ours.low ? 'below' : value > ours.high ? 'above' : 'inside',
    statedOverOurCentral: value / ours.central,
    atStatedLoad: (load && joulesAtLoadOf(modelId, load, outputTokens)) ?? null,
    beyondCoveredContext: isBeyond,
    remarks: [
      disclosure.boundaryNote,
      ...(disclosure.restsOn === undefined
        ? []
        : ['It is computed from another figure of this table: shown, not counted.']),
      ...(isRate
        ? ['A figure per token: ours is at the context that figures per 1000 tokens are stated at.']
        : []),
      ...(isBeyond
        ? ['The prompt is far longer than any that was measured: shown, not counted.']
        : []),
      ...(disclosure.tokensNote === undefined ? [] : [disclosure.tokensNote]),
    ],
  };
}

/** The boundary to count up to: theirs, or the next wider one that is counted. */
function boundaryOf({ boundary }: Disclosure): Boundary {
  return BOUNDARIES.find((one) => one === boundary) ?? PUBLISHED_BOUNDARY;
}

function inUnit(
  { gramsCO2e, wattHours }: Pick<WorkloadEstimate, 'gramsCO2e' | 'wattHours'>,
  unit: Disclosure['unit'],
): Range {
  if (unit === 'gramsCO2e') return gramsCO2e;
  return unit === 'joules' ? scaleRange(wattHours, JOULES_PER_WATT_HOUR) : wattHours;
}
