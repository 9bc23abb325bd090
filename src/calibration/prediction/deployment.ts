import type { Method } from '../../estimation/method.ts';
import { prepareEnergy } from '../../estimation/model-energy.ts';
import { drawsInOrderOf, OWN_TO_MODEL } from '../../estimation/own-draws.ts';
import { prepare } from '../../estimation/preparation.ts';
import { rangeOf } from '../../estimation/ranges.ts';
import type { PredictionRecord } from './record.ts';
import { recordKnowledge } from './record-knowledge.ts';
import type { Prediction } from './run.ts';

/**
 * Prepares the shared draws and returns the function that predicts a model whose serving is not
 * known, as for a published estimate of one host: machines, load and software are those of the market.
 * J per output token of the accelerators at the stated context, P5, P50 and P95, prefill apart.
 * Weights as the record states them, else as hosts choose.
 */
export function deploymentPredictor(method: Method): (record: PredictionRecord) => Prediction {
  const preparation = prepare(method);
  return (record) => {
    const { size, architecture, weightBits, notes } = recordKnowledge(record);
    const weightsStated = record.bits !== undefined || record.precision !== undefined;
    const own = drawsInOrderOf(record.config_id, OWN_TO_MODEL, preparation.shared);
    const energyOf = prepareEnergy(
      {
        tier: architecture === undefined ? 'parameters' : 'architecture',
        active: size.activeBillions,
        total: size.totalBillions,
        mixtureOfExperts: size.mixtureOfExperts,
        architecture,
        precision: {},
      },
      own,
      preparation,
    )([{ share: 1, place: {}, servedBits: weightsStated ? weightBits : undefined }]);
    return {
      joules: rangeOf(energyOf(own).energy.outputJoules),
      notes: weightsStated ? notes : notes.filter((note) => !note.startsWith('neither bits')),
    };
  };
}
