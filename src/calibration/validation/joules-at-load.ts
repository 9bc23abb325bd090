import type { StatedLoad } from '../../catalog/disclosure.ts';
import { acceleratorEnergy } from '../../estimation/accelerator.ts';
import type { AcceleratorCoefficients } from '../../estimation/energy-coefficients.ts';
import { energyShape } from '../../estimation/energy-shape.ts';
import type { EstimationInput } from '../../estimation/preparation.ts';

/** What the equation says of an output token at a stated load, J, accelerators alone. */
export interface JoulesAtLoad {
  concurrentSequences: number;
  acceleratorCount: number;
  /** With weights of 16 and of 8 bits, since publishers seldom say which ran. */
  sixteenBitJoules: number;
  eightBitJoules: number;
}

/**
 * The energy equation at the load that a publisher states, on Hopper in the engine of 2025: the oldest
 * of which there are rows, while those figures are of older ones. The context is half of the answer.
 * Undefined where the size is not known or lies between bounds.
 */
export function joulesAtLoad(
  { model }: Pick<EstimationInput, 'model'>,
  { concurrentSequences, acceleratorCount }: StatedLoad,
  outputTokens: number,
  coefficients: AcceleratorCoefficients,
): JoulesAtLoad | undefined {
  if (model.tier === 'price') return undefined;
  const { active, total, mixtureOfExperts, architecture } = model;
  if (typeof active !== 'number' || typeof total !== 'number' || mixtureOfExperts === undefined) {
    return undefined;
  }
  const shape = energyShape(
    { activeBillions: active, totalBillions: total, mixtureOfExperts },
    architecture,
    coefficients,
  );
  const joules = (weightBits: number) =>
    acceleratorEnergy(
      shape,
      {
        accelerator: 'H100',
        acceleratorsPerReplica: acceleratorCount,
        weightBits,
        concurrentSequences,
        contextTokens: outputTokens / 2,
        engine: 2025,
        speculation: 'none',
        disaggregated: false,
      },
      coefficients,
    ).outputJoules;
  return {
    concurrentSequences,
    acceleratorCount,
    sixteenBitJoules: joules(16),
    eightBitJoules: joules(8),
  };
}
