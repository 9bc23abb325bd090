import { latinHypercube } from '../../estimation/draws.ts';
import type { Method } from '../../estimation/method.ts';
import { rangeOf } from '../../estimation/ranges.ts';
import { shareDraws } from '../../estimation/shared-draws.ts';
import { energyFromSize } from '../../estimation/sized-model.ts';
import type { PredictionRecord } from './record.ts';
import { recordKnowledge } from './record-knowledge.ts';
import type { Prediction } from './run.ts';

/**
 * Prepares the shared draws and returns the function that predicts a model whose serving is not
 * known: batch, accelerator and replica are drawn as for a published estimate, and so is the
 * serving stack. J per output token of the accelerators, P5, P50 and P95, prefill apart. Weights as
 * the record states them, else drawn.
 */
export function deploymentPredictor(method: Method): (record: PredictionRecord) => Prediction {
  const shared = shareDraws(latinHypercube(), method);
  return (record) => {
    const { size, architecture, weightBits, notes } = recordKnowledge(record);
    const weightsStated = record.bits !== undefined || record.precision !== undefined;
    const { outputJoules } = energyFromSize(
      {
        tier: architecture === undefined ? 'parameters' : 'architecture',
        active: size.activeBillions,
        total: size.totalBillions,
        mixtureOfExperts: size.mixtureOfExperts,
        architecture,
        precision: weightsStated ? { servedBits: weightBits } : {},
      },
      shared,
      method,
    );
    return {
      joules: rangeOf(outputJoules),
      notes: weightsStated ? notes : notes.filter((note) => !note.startsWith('neither bits')),
    };
  };
}
