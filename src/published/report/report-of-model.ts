import { GRID_SOURCE, GRID_YEAR } from '../../catalog/grid.ts';
import type { CatalogData } from '../../catalog/read-data.ts';
import { DRAW_COUNT } from '../../estimation/draws.ts';
import { drawModel } from '../../estimation/estimate.ts';
import type { Preparation } from '../../estimation/preparation.ts';
import { percentilesOf } from '../../estimation/ranges.ts';
import { reportedDraws, reportedRanges } from '../../estimation/reported.ts';
import {
  PER_THOUSAND_CACHED_INPUT_TOKENS,
  PER_THOUSAND_INPUT_TOKENS,
  PER_THOUSAND_OUTPUT_TOKENS,
} from '../../estimation/workload.ts';
import type { Release, ReleasedModel } from '../../release/release.ts';
import { addressOn } from '../../site.ts';
import { countText } from '../../text/numbers.ts';
import { type ReportBasis, type ReportRow, type ReportSubject, reportRow } from './report-row.ts';
import { reportText } from './report-text.ts';

/** What a report of a release rests on. `site` is where the release is kept. */
export function reportBasis(
  { release, date, methodVersion }: Pick<Release, 'release' | 'date' | 'methodVersion'>,
  { factors, sources }: Pick<CatalogData, 'factors' | 'sources'>,
  site: URL,
): ReportBasis {
  return {
    release,
    listDate: date,
    methodVersion,
    gridYear: GRID_YEAR,
    gridSource: sources[GRID_SOURCE]?.title ?? GRID_SOURCE,
    gridLicence: sources[GRID_SOURCE]?.licence ?? '',
    draws: DRAW_COUNT,
    hardwareLifetimeYears: factors.facility.embodiedGramsPerKilowattHour.hardwareLifetimeYears,
    releaseAddress: addressOn(site, `/releases/${release}/`),
  };
}

/** What a report says of a model before its figures. */
export function reportSubject({
  id,
  name,
  makerName,
  evidence,
  listed,
  served,
}: ReleasedModel): ReportSubject {
  // Of one without a share, which answers only whoever asks for it, nothing stands in the figures.
  const endpoints = served.endpoints.filter(({ share = 0 }) => share > 0);
  return {
    modelId: id,
    canonicalSlug: listed.canonicalSlug ?? '',
    name,
    maker: makerName,
    evidence: [evidence],
    hosts: [...new Set(endpoints.map(({ host }) => host.slug || host.name))],
    gridZones: [
      ...new Set(endpoints.flatMap(({ place }) => place.sites.map(({ zone }) => zone))),
    ].toSorted(),
    gridGramsPerKilowattHour: percentilesOf(served.gridGramsPerKilowattHour),
  };
}

/** A model's report: a row for a thousand tokens of each kind, and a text for a million of output. */
export interface ModelReport {
  text: string;
  rows: ReportRow[];
}

/** From the draws that its published ranges come from. */
export function reportOfModel(
  model: ReleasedModel,
  basis: ReportBasis,
  preparation: Preparation,
): ModelReport {
  const draws = drawModel(model.input, preparation);
  const subject = reportSubject(model);
  const workloads = [
    PER_THOUSAND_OUTPUT_TOKENS,
    PER_THOUSAND_INPUT_TOKENS,
    PER_THOUSAND_CACHED_INPUT_TOKENS,
  ];
  // In kilograms a thousand tokens are next to nothing.
  const million = { ...PER_THOUSAND_OUTPUT_TOKENS, outputTokens: 1e6 };
  const output = reportedRanges(reportedDraws(draws, million));
  const { statedContextTokens } = preparation.method.serving;
  return {
    text: reportText(
      `A million output tokens of ${model.name} (${model.id}), at ${countText(statedContextTokens)} tokens of context`,
      output,
      basis,
    ),
    rows: workloads.map((workload) =>
      reportRow(subject, workload, reportedRanges(reportedDraws(draws, workload)), basis),
    ),
  };
}
