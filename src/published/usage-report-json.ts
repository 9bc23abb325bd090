import * as z from 'zod';
import { TokensUsed } from '../catalog/usage.ts';
import type { WorkloadEstimate } from '../estimation/estimate.ts';
import { rangeJson, rounded } from '../library/rounding.ts';
import { ATTRIBUTION, jsonFile } from './api-file.ts';
import { ABOUT, COUNTED } from './index-json.ts';
import { ABOUT_FIGURES, Range } from './parts.ts';
import type { TrafficPart } from './report/traffic-part.ts';
import { currentUsageReport, type UsageReport } from './report/usage-report.ts';

const LICENCE = 'CC-BY-4.0; counts of requests and tokens: OpenRouter';

/** The report as an object for usage-report.json. */
export function usageReportJson(report: UsageReport) {
  const { release, methodVersion, asOf, days, visible, estimated, cases } = report;
  return {
    title: 'What a week of OpenRouter’s visible traffic emits',
    scope: 'requests that passed through OpenRouter, and nothing else',
    release,
    methodVersion,
    asOf,
    days,
    unit: 'totals of the week: gramsCO2e in g CO2e (GWP100), wattHours in Wh, millilitresWater in mL; shareOfEmissions as a fraction',
    range: ABOUT.range,
    boundary: `${COUNTED}, at the mean length of its requests in that week`,
    sums: 'made draw by draw over models; ranges of parts do not add up to the range of a sum',
    source: `OpenRouter (openrouter.ai/rankings), as of ${asOf}`,
    attribution: ATTRIBUTION,
    licence: LICENCE,
    notAssured: ABOUT.notAssured,
    visible,
    estimated,
    withoutEstimate: report.unanswered,
    totals: Object.values(cases).map(({ share, estimate }) => ({
      promptCachedShare: share,
      ...estimateJson(estimate),
    })),
    partsAtPromptCachedShare: cases.wholeService.share,
    makers: report.makers.map(partJson),
    weights: report.weights.map(partJson),
    models: report.models.map(partJson),
  };
}

function partJson({ id, name, tokens, estimate, shareOfTokens, shareOfEmissions }: TrafficPart) {
  return {
    id,
    name,
    tokens,
    shareOfTokens: rounded(shareOfTokens),
    shareOfEmissions: rangeJson(shareOfEmissions),
    ...estimateJson(estimate),
  };
}

function estimateJson({ gramsCO2e, wattHours, millilitresWater }: WorkloadEstimate) {
  return {
    gramsCO2e: rangeJson(gramsCO2e),
    wattHours: rangeJson(wattHours),
    millilitresWater: rangeJson(millilitresWater),
  };
}

const QUANTITIES = {
  gramsCO2e: Range.describe('gCO2e of the week'),
  wattHours: Range.describe('Wh of the week'),
  millilitresWater: Range.describe('mL of the week'),
};

const Part = z.strictObject({
  id: z.string().optional().describe('Absent where the part is all that remains'),
  name: z.string(),
  tokens: TokensUsed,
  shareOfTokens: z.number(),
  shareOfEmissions: Range.describe('As a fraction; compared within each draw'),
  ...QUANTITIES,
});

export const UsageReportFile = z.strictObject({
  ...ABOUT_FIGURES,
  scope: z.string(),
  asOf: z.iso.date(),
  days: z.int(),
  sums: z.string(),
  source: z.string(),
  visible: TokensUsed.describe('All that OpenRouter shows'),
  estimated: TokensUsed.describe('Of that, what has an estimate'),
  withoutEstimate: z.array(
    z.strictObject({ kind: z.string(), tokens: TokensUsed, canonicalSlugs: z.array(z.string()) }),
  ),
  totals: z.array(z.strictObject({ promptCachedShare: z.number(), ...QUANTITIES })),
  partsAtPromptCachedShare: z.number(),
  makers: z.array(Part),
  weights: z.array(Part),
  models: z.array(Part),
});

export const USAGE_REPORT = jsonFile({
  name: 'usage-report',
  holds: 'What a week of OpenRouter’s visible traffic emits',
  licence: LICENCE,
  schema: UsageReportFile,
  object: () => usageReportJson(currentUsageReport()),
});
