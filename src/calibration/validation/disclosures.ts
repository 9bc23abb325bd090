import type { Disclosure, DisclosureCase, DisclosureFile } from '../../catalog/disclosure.ts';
import type { ModelEstimate, TokenEstimate } from '../../estimation/estimate.ts';
import type { GramsByBoundary, ModelBoundaries } from '../../estimation/model-boundaries.ts';
import { type Range, scaleRange } from '../../estimation/ranges.ts';

/** A published figure beside our range for the same tokens, both in the publisher's unit. */
export interface DisclosureComparison {
  id: string;
  what: string;
  publisher: string;
  kind: Disclosure['kind'];
  modelId: string;
  sameModel: boolean;
  independentOfFit: boolean;
  unit: Disclosure['unit'];
  inputTokens: number;
  outputTokens: number;
  stated: { value: number; low: number | null; high: number | null };
  ours: Range;
  /** Where the published value stands against our range. */
  verdict: 'inside' | 'above' | 'below';
  statedOverOurCentral: number;
  /** True where the prompt is too long to count: energy per token is not linear there. */
  beyondCoveredContext: boolean;
  /** What to bear in mind, the publisher's boundary first. */
  remarks: string[];
}

/** Figures of one kind; one that several models stand in for is inside where it is for half of them. */
export interface DisclosureCount {
  kind: Disclosure['kind'];
  figures: number;
  inside: number;
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

/** What of a released model a disclosure is held against. */
export interface PublishedEstimate extends ModelEstimate {
  gramsCO2eByBoundary: ModelBoundaries;
}

/** Longer prompts are shown and not counted: attention makes them dearer than linear, which nobody has measured. */
export const COVERED_CONTEXT_TOKENS = 16_000;
const JOULES_PER_WATT_HOUR = 3600;
const THOUSAND_TOKENS = 1000;

/**
 * Holds each disclosure against our range for its model, or its stand-ins, at its boundary.
 * `estimates` holds the published estimates by model id. The range of a request adds the ranges of
 * its input and its output end to end, since both move with the same batch, stack and building.
 */
export function compareDisclosures(
  disclosures: DisclosureFile,
  estimates: ReadonlyMap<string, PublishedEstimate>,
): DisclosureReport {
  const comparisons: DisclosureComparison[] = [];
  const notCompared: DisclosureReport['notCompared'] = [];
  for (const [id, disclosure] of Object.entries(disclosures)) {
    const { what, source } = disclosure;
    const leaveOut = (reason: string) =>
      notCompared.push({ id, what, publisher: source.publisher, reason });
    if (disclosure.comparedWith === undefined) leaveOut(disclosure.notComparable ?? '');
    for (const modelId of disclosure.comparedWith ?? []) {
      const estimate = estimates.get(modelId);
      if (estimate === undefined) {
        leaveOut(`${modelId} has no estimate in this release.`);
        continue;
      }
      for (const request of disclosure.cases) {
        comparisons.push(compare(id, disclosure, request, modelId, estimate));
      }
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
    const insideOf = (figure: readonly DisclosureComparison[]) =>
      figure.filter(({ verdict }) => verdict === 'inside').length;
    return {
      kind,
      figures: figures.length,
      inside: figures.filter((figure) => 2 * insideOf(figure) >= figure.length).length,
    };
  });
}

function compare(
  id: string,
  disclosure: Disclosure,
  request: DisclosureCase,
  modelId: string,
  estimate: PublishedEstimate,
): DisclosureComparison {
  const { value, low = null, high = null, inputTokens = 0, outputTokens = 0 } = request;
  const output = scaleRange(
    perThousandTokens(
      disclosure,
      estimate.perThousandOutputTokens,
      estimate.gramsCO2eByBoundary.perThousandOutputTokens,
    ),
    outputTokens / THOUSAND_TOKENS,
  );
  const input = scaleRange(
    perThousandTokens(
      disclosure,
      estimate.perThousandInputTokens,
      estimate.gramsCO2eByBoundary.perThousandInputTokens,
    ),
    inputTokens / THOUSAND_TOKENS,
  );
  const ours: Range = {
    low: output.low + input.low,
    central: output.central + input.central,
    high: output.high + input.high,
  };
  return {
    id,
    what: disclosure.what,
    publisher: disclosure.source.publisher,
    kind: disclosure.kind,
    modelId,
    sameModel: disclosure.sameModel ?? false,
    independentOfFit: disclosure.independentOfFit,
    unit: disclosure.unit,
    inputTokens,
    outputTokens,
    stated: { value, low, high },
    ours,
    verdict: value < ours.low ? 'below' : value > ours.high ? 'above' : 'inside',
    statedOverOurCentral: value / ours.central,
    beyondCoveredContext: inputTokens > COVERED_CONTEXT_TOKENS,
    remarks: [
      disclosure.boundaryNote,
      ...(disclosure.boundary === 'server' && disclosure.unit !== 'gramsCO2e'
        ? ['Ours includes the building, theirs does not.']
        : []),
      ...(disclosure.restsOn === undefined
        ? []
        : ['It is computed from another figure of this table: shown, not counted.']),
      ...(inputTokens > COVERED_CONTEXT_TOKENS
        ? ['The prompt is far longer than any that was measured: shown, not counted.']
        : []),
      ...(disclosure.tokensNote === undefined ? [] : [disclosure.tokensNote]),
    ],
  };
}

/** Our range per thousand tokens in the disclosure's unit, at its boundary or the next wider one. */
function perThousandTokens(
  { unit, boundary }: Disclosure,
  tokens: TokenEstimate,
  grams: GramsByBoundary,
): Range {
  if (unit === 'gramsCO2e') {
    switch (boundary) {
      case 'accelerators':
        return grams.accelerators;
      case 'server':
        return grams.server;
      case 'facility':
        return grams.facility;
      default:
        return grams.facilityAndEmbodied;
    }
  }
  const joules =
    boundary === 'accelerators'
      ? scaleRange(tokens.acceleratorJoulesPerToken, THOUSAND_TOKENS)
      : scaleRange(tokens.wattHours, JOULES_PER_WATT_HOUR);
  return unit === 'joules' ? joules : scaleRange(joules, 1 / JOULES_PER_WATT_HOUR);
}
