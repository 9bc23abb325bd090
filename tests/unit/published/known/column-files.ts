import { currentRelease } from '../../../../src/release/current.ts';
import { fourOf, middleHalfOf } from '../written.ts';
import { aboutFigures, hostsOf } from './index-files.ts';
import type { KnownFiles } from './known-file.ts';

const { release } = currentRelease();

export const COLUMN_FILES: KnownFiles = {
  '/api/v1/index-columns.json': {
    expected: () => ({
      ...aboutFigures,
      models: Object.fromEntries(
        release.models.map((model) => {
          const { listed, facts, evidence } = model;
          const known = evidence === 'price' ? undefined : facts?.parameters;
          return [
            model.id,
            {
              input: fourOf(model.perThousandInputTokens.gramsCO2e),
              cached: fourOf(model.perThousandCachedInputTokens.gramsCO2e),
              timesTypicalModel: {
                ...fourOf(model.timesTypicalModel),
                middleHalf: middleHalfOf(model.timesTypicalModel),
              },
              wattHours: fourOf(model.perThousandOutputTokens.wattHours),
              millilitresWater: fourOf(model.perThousandOutputTokens.millilitresWater),
              contextTokens: listed.contextTokens,
              totalBillions: known?.totalBillions,
              activeBillions: known?.activeBillions,
              weights: model.weights,
              quality: listed.artificialAnalysis?.intelligence,
              listed: listed.created,
              hosts: hostsOf(model).length,
            },
          ];
        }),
      ),
    }),
  },
};
