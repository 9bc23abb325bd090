import {
  type Architecture,
  acceleratorEnergy,
  type EnergyShape,
  energyShape,
  type ModelSize,
} from './accelerator.ts';
import { triangularQuantile } from './distributions.ts';
import { at } from './draws.ts';
import type { Method } from './method.ts';
import { drawOperatingPoint, type WeightPrecision } from './operating-point.ts';
import type { SharedDraws } from './shared-draws.ts';
import type { EvidenceTier } from './tier.ts';

/** A number of parameters, in billions: known, or stated between bounds. */
export type Billions = number | { low: number; high: number };

/** A model whose parameters are known. */
export interface SizedModel {
  tier: Exclude<EvidenceTier, 'price'>;
  active: Billions;
  total: Billions;
  /** Absent where nothing says whether it is a mixture of experts. */
  mixtureOfExperts?: boolean | undefined;
  architecture?: Architecture | undefined;
  /** ln of what the model's own measurements say over what the fit says (tier measured). */
  measuredCorrectionLn?: number | undefined;
  precision: WeightPrecision;
}

/**
 * Energy of a model of known size, J per token and draw, accelerators alone: the energy model at
 * the drawn operating point, times serving stack and form error (output) or prefill extra (input).
 * The measured correction stands where the form error stands, on the output: it is the part of that
 * error which is known. `servedBits` are those that the endpoint of a draw states, if it does.
 */
export function energyFromSize(
  model: SizedModel,
  shared: SharedDraws,
  method: Method,
  servedBits: (draw: number) => number | undefined = () => undefined,
): { outputJoules: Float64Array; inputJoules: Float64Array } {
  const formError = shared.formError[model.tier];
  const correction = Math.exp(model.measuredCorrectionLn ?? 0);
  const shapeAt = shapeByDraw(model, shared, method);
  const outputJoules = new Float64Array(shared.count);
  const inputJoules = new Float64Array(shared.count);
  for (let draw = 0; draw < shared.count; draw += 1) {
    const shape = shapeAt(draw);
    const bits = servedBits(draw);
    const point = drawOperatingPoint(
      shared,
      draw,
      shape.size.totalBillions,
      bits === undefined ? model.precision : { ...model.precision, servedBits: bits },
      method.serving,
    );
    const energy = acceleratorEnergy(shape, point, method.accelerator);
    const stack = at(shared.servingStack, draw);
    outputJoules[draw] = energy.outputJoules * stack * correction * at(formError, draw);
    inputJoules[draw] = energy.inputJoules * stack * at(shared.prefillExtra, draw);
  }
  return { outputJoules, inputJoules };
}

/** The model's shape at each draw: one for all where its size is known. */
function shapeByDraw(
  model: SizedModel,
  shared: SharedDraws,
  method: Method,
): (draw: number) => EnergyShape {
  const shapeOf = (size: ModelSize) => energyShape(size, model.architecture, method.accelerator);
  const { active, total, mixtureOfExperts } = model;
  const known =
    typeof active === 'number' && typeof total === 'number' && mixtureOfExperts !== undefined;
  if (!known) return (draw) => shapeOf(drawSize(model, shared, draw));
  const shape = shapeOf({ activeBillions: active, totalBillions: total, mixtureOfExperts });
  return () => shape;
}

function drawSize(model: SizedModel, shared: SharedDraws, draw: number): ModelSize {
  const totalBillions = drawBillions(
    model.total,
    at(shared.unit.totalParametersOrPriceInput, draw),
  );
  const activeBillions = Math.min(
    totalBillions,
    drawBillions(model.active, at(shared.unit.activeParametersOrPriceOutput, draw)),
  );
  const mixtureOfExperts = model.mixtureOfExperts ?? at(shared.mixtureOfExperts, draw) === 1;
  return { activeBillions, totalBillions, mixtureOfExperts };
}

/** Parameters in billions, or the middle of their bounds in the logarithm. */
export function middleBillions(billions: Billions): number {
  return typeof billions === 'number' ? billions : Math.sqrt(billions.low * billions.high);
}

/** Triangular in the logarithm between the stated bounds, the middle being the mode. */
function drawBillions(billions: Billions, u: number): number {
  if (typeof billions === 'number') return billions;
  const low = Math.log(billions.low);
  const high = Math.log(billions.high);
  return Math.exp(triangularQuantile(u, { low, central: (low + high) / 2, high }));
}
