import * as z from 'zod';
import { gridZones } from '../catalog/grid.ts';
import { featuresOf } from '../catalog/listed-features.ts';
import { methodOf } from '../catalog/method-of-factors.ts';
import { offSiteWater } from '../catalog/off-site-water.ts';
import { QualityIndices } from '../catalog/snapshot.ts';
import { namesOf } from '../library/model-names.ts';
import type { PackagedRelease } from '../library/packaged-release.ts';
import type { Current } from '../release/current.ts';
import { fileHeader, jsonFile } from './api-file.ts';
import { DrawnAs, ENDPOINTS, estimationInputsOf, Model, PLACES } from './estimation-inputs-json.ts';
import { GridZone } from './grid-intensity.ts';
import { Method } from './method-json.ts';
import { Evidence, HEADER, NAMES, Triangular } from './parts.ts';
import { StatedByMaker, statedByMakerJson } from './stated-by-maker-json.ts';

const LICENCE =
  'CC-BY-4.0; zones and gridGramsPerKilowattHour: Electricity Maps, ODbL-1.0; names and prices: OpenRouter; scores: Artificial Analysis';

/** All that a program needs to compute with a release, as one object. */
export function packagedReleaseOf({ data, release }: Current) {
  const { places, models, ...named } = estimationInputsOf(release);
  const byId = new Map(release.models.map((model) => [model.id, model]));
  const { offSiteWater: water } = data.factors;
  const zones = gridZones();
  return {
    ...fileHeader(release, {
      title: 'All that a program needs to compute with this release',
      unit: 'as in method.json, estimation-inputs.json, grid-intensity.json and off-site-water.json',
      licence: LICENCE,
    }),
    ...named,
    method: methodOf(data.factors),
    places,
    models: models.flatMap(({ id, drawnAs, model, endpoints }) => {
      const released = byId.get(id);
      if (released === undefined) return [];
      const { evidence, listed } = released;
      const { contextTokens, maxOutputTokens, prices, artificialAnalysis: scores } = listed;
      const { variants: otherIds, ...names } = namesOf(released);
      return [
        {
          ...names,
          ...(drawnAs !== undefined && { drawnAs }),
          evidence,
          contextTokens,
          maxOutputTokens,
          features: featuresOf(listed),
          outputUsdPerMillionTokens: prices.outputUsdPerMillionTokens,
          scores,
          hostListedByOpenRouter: released.served.listed,
          statedByMaker: statedByMakerJson(released),
          otherIds,
          model,
          endpoints,
        },
      ];
    }),
    zones,
    offSiteWater: {
      world: offSiteWater('', water),
      zones: Object.fromEntries(zones.map(({ zone }) => [zone, offSiteWater(zone, water)])),
    },
  } satisfies PackagedRelease;
}

const CalculationFile = z.strictObject({
  ...HEADER,
  method: Method,
  places: PLACES,
  models: z.array(
    z.strictObject({
      ...NAMES,
      drawnAs: DrawnAs.optional().describe('Absent where it is the id'),
      evidence: Evidence,
      contextTokens: z.int().optional().describe('Longest request that it takes'),
      maxOutputTokens: z.int().optional().describe('Longest answer that it writes'),
      features: z.array(z.string()).describe('What it can be asked to do besides text'),
      outputUsdPerMillionTokens: z.number().optional().describe('List price'),
      scores: QualityIndices.optional().describe('Indices of Artificial Analysis'),
      hostListedByOpenRouter: z.boolean().describe('Where not, its host is assumed'),
      statedByMaker: StatedByMaker,
      otherIds: z.array(z.string()).describe('Variants and aliases that this model answers for'),
      model: Model,
      endpoints: ENDPOINTS,
    }),
  ),
  zones: z.array(GridZone).describe('Electricity Maps, ODbL-1.0'),
  offSiteWater: z.strictObject({
    world: Triangular,
    zones: z.record(z.string(), Triangular),
  }),
});

export const CALCULATION = jsonFile({
  name: 'calculation',
  holds: 'Method, inputs, names, grids and water in one file, for programs that compute',
  licence: LICENCE,
  schema: CalculationFile,
  object: packagedReleaseOf,
});
