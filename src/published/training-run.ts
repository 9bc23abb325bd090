import * as z from 'zod';
import { TRAINING_DOMAINS } from '../catalog/training/domain.ts';
import { RunAccess, RunId } from '../catalog/training-run.ts';
import { TRAINING_TIERS } from '../estimation/training/estimate.ts';
import { rangeJson } from '../library/rounding.ts';
import type { EstimatedRun } from '../release/training.ts';
import { Range } from './parts.ts';

/** One training run as it is published. */
export const PublishedRun = z.strictObject({
  id: RunId.describe('Its page is /training/runs/{id}/'),
  name: z.string(),
  makers: z.array(z.string()),
  country: z.string().optional().describe('ISO 3166 alpha-2 code, where any is known'),
  published: z.iso.date(),
  domain: z.enum(TRAINING_DOMAINS),
  weights: RunAccess,
  parameters: z.int().optional(),
  activeParameters: z
    .number()
    .optional()
    .describe(
      'That work on one token: by Epoch AI, else by the record of the model that the run made',
    ),
  flop: z
    .number()
    .optional()
    .describe(
      'Of the whole model, as Epoch AI has it, or as data/training/lineage.yaml records it',
    ),
  known: z.enum(TRAINING_TIERS).describe('What the estimate rests on'),
  accelerator: z.string().describe('One of factors/training-accelerators.json'),
  acceleratorStated: z.boolean().describe('false: assumed from maker and year'),
  gridGramsPerKilowattHour: z.number(),
  acceleratorHours: Range.optional(),
  megawattHours: Range.describe('Of the whole facility'),
  tonnesCO2e: Range.describe('Of the whole facility'),
  tonnesCO2eAsMakersCount: Range.describe(
    'Within what makers mostly count: the accelerators alone, or the electricity as it is stated',
  ),
  statedTonnesCO2e: z
    .array(
      z.strictObject({ by: z.string(), low: z.number(), high: z.number(), counts: z.string() }),
    )
    .describe('As printed by the maker or by others; never taken over'),
  link: z.string().optional(),
});

/** One run as an object. */
export function runJson(run: EstimatedRun): z.input<typeof PublishedRun> {
  const { facility, asMakersCount, row, basis } = run;
  return {
    id: run.id,
    name: run.name,
    makers: [...run.makers],
    country: run.country,
    published: run.published,
    domain: run.domain,
    weights: run.access,
    parameters: row?.parameters,
    activeParameters: run.activeParameters,
    flop: row?.flop,
    known: facility.tier,
    accelerator: run.accelerator.name,
    acceleratorStated: run.accelerator.stated,
    gridGramsPerKilowattHour: Math.round(basis.facts?.grid.gramsPerKilowattHour ?? 0),
    acceleratorHours: facility.chipHours && rangeJson(facility.chipHours),
    megawattHours: rangeJson(facility.megawattHours),
    tonnesCO2e: rangeJson(facility.tonnesCO2e),
    tonnesCO2eAsMakersCount: rangeJson(asMakersCount.tonnesCO2e),
    statedTonnesCO2e: run.statements.flatMap(([, { statedBy, maker, tonnesCO2e, counts }]) => {
      if (tonnesCO2e === undefined) return [];
      const by = statedBy === 'maker' ? maker : 'others';
      return typeof tonnesCO2e === 'number'
        ? [{ by, low: tonnesCO2e, high: tonnesCO2e, counts }]
        : [{ by, ...tonnesCO2e, counts }];
    }),
    link: run.link,
  };
}
