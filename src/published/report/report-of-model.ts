import { GRID_SOURCE, GRID_YEAR } from '../../catalog/grid.ts';
import type { CatalogData } from '../../catalog/read-data.ts';
import { DRAW_COUNT } from '../../estimation/draws.ts';
import type { Method } from '../../estimation/method.ts';
import { percentilesOf } from '../../estimation/ranges.ts';
import { scaleReported } from '../../estimation/reported.ts';
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
    statedContextTokens: factors.serving.statedContext.tokens,
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
  { statedContextTokens }: Pick<Method['serving'], 'statedContextTokens'>,
): ModelReport {
  const { perThousandOutputTokens, perThousandInputTokens, perThousandCachedInputTokens } =
    model.reported;
  const subject = reportSubject(model);
  return {
    text: reportText(
      `A million output tokens of ${model.name} (${model.id}), at ${countText(statedContextTokens)} tokens of context`,
      // In kilograms a thousand tokens are next to nothing.
      scaleReported(perThousandOutputTokens, 1000),
      basis,
    ),
    rows: [
      reportRow(subject, PER_THOUSAND_OUTPUT_TOKENS, perThousandOutputTokens, basis),
      reportRow(subject, PER_THOUSAND_INPUT_TOKENS, perThousandInputTokens, basis),
      reportRow(subject, PER_THOUSAND_CACHED_INPUT_TOKENS, perThousandCachedInputTokens, basis),
    ],
  };
}
