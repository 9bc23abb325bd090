import * as z from 'zod';
import { TokensUsed } from '../../catalog/usage.ts';
import { ABOUT_FIGURES, Range } from './parts.ts';

/** usage-report.json */

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
