import { DESIGN_OF } from './accelerator-designs.ts';
import { triangularQuantile } from './distributions.ts';
import { at } from './draws.ts';
import {
  type Architecture,
  type EnergyShape,
  energyShape,
  type ModelSize,
} from './energy-shape.ts';
import { classEnergy, LOADS, type LoadTable, loadTable, type WeightPrecision } from './market.ts';
import type { Method } from './method.ts';
import type { Offer } from './price.ts';
import { classesAmong, type ServingClass } from './serving-classes.ts';
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
  /** Bits per weight as released, where known. */
  precision: Pick<WeightPrecision, 'releasedBits'>;
  /** What its hosts ask, one offer for each that sells it on plain terms. */
  offers?: readonly Offer[] | undefined;
}

/** Energy per token and draw, J, of a model of known size. */
export interface SizedEnergy {
  outputJoules: Float64Array;
  inputJoules: Float64Array;
}

/** Energy per token and draw, J, on the average machine of the classes that are named. */
export type MachinesEnergy = (
  classes: readonly ServingClass[] | undefined,
  shared: SharedDraws,
) => SizedEnergy;

/**
 * Prepares a model's energy on the average machine of the market, J per token and draw, accelerators
 * alone, as the equation has it: the classes' energies at the drawn load with the drawn shares of the
 * classes (of those alone that a host states). Where the size is known the equation is tabulated once;
 * else it is computed at the size of each draw, of which a dense one reads all of T and computes with
 * the A that was drawn. `loads` are the bounds of ln B.
 */
export function prepareMachinesEnergy(
  model: SizedModel,
  servedBits: number | undefined,
  loads: { least: number; most: number },
  method: Method,
): MachinesEnergy {
  const precision = { ...model.precision, servedBits };
  const known = knownSize(model);
  if (known !== undefined) {
    const shape = energyShape(known, model.architecture, method.accelerator);
    const table = loadTable(shape, precision, loads, method);
    return (classes, shared) => tabulatedEnergy(table, classesAmong(classes), shared);
  }
  return (classes, shared) => {
    const among = classesAmong(classes);
    const outputJoules = new Float64Array(shared.count);
    const inputJoules = new Float64Array(shared.count);
    for (let draw = 0; draw < shared.count; draw += 1) {
      const size = drawSize(model, shared, draw);
      const shape = energyShape(size, model.architecture, method.accelerator);
      const lnB = at(shared.lnConcurrentSequences, draw);
      let shares = 0;
      for (const one of among) {
        const share = at(shared.classShares[one], draw);
        const energy = classEnergy(shape, one, lnB, precision, method);
        shares += share;
        outputJoules[draw] = at(outputJoules, draw) + share * energy.outputJoules;
        inputJoules[draw] = at(inputJoules, draw) + share * energy.inputJoules;
      }
      outputJoules[draw] = at(outputJoules, draw) / shares;
      inputJoules[draw] = at(inputJoules, draw) / shares;
    }
    return { outputJoules, inputJoules };
  };
}

/**
 * f_a on the mean machine of the classes that are named, per draw: by how much a byte that is moved
 * takes more there than on Hopper.
 */
export function wholeRatioOfMachines(
  classes: readonly ServingClass[] | undefined,
  { count, classShares }: SharedDraws,
  method: Pick<Method, 'accelerator' | 'serving'>,
): Float64Array {
  const ratios = classesAmong(classes).map((one) => ({
    share: classShares[one],
    ratio: wholeRatioOf(one, method),
  }));
  const mean = new Float64Array(count);
  for (let draw = 0; draw < count; draw += 1) {
    let shares = 0;
    let sum = 0;
    for (const { share, ratio } of ratios) {
      shares += at(share, draw);
      sum += at(share, draw) * ratio;
    }
    mean[draw] = sum / shares;
  }
  return mean;
}

/** f_a of the accelerator that stands for a class. */
export function wholeRatioOf(
  servingClass: ServingClass,
  { accelerator, serving }: Pick<Method, 'accelerator' | 'serving'>,
): number {
  return accelerator.family[DESIGN_OF[serving.classes[servingClass].accelerator].family].wholeRatio;
}

/** Plain loops over columns: they run for every model and draw. */
function tabulatedEnergy(
  { least, step, ...joules }: LoadTable,
  classes: readonly ServingClass[],
  { count, lnConcurrentSequences, classShares }: SharedDraws,
): SizedEnergy {
  const columns = classes.map((one) => ({
    share: classShares[one],
    output: joules.outputJoules[one],
    input: joules.inputJoules[one],
  }));
  const outputJoules = new Float64Array(count);
  const inputJoules = new Float64Array(count);
  for (let draw = 0; draw < count; draw += 1) {
    const position = (at(lnConcurrentSequences, draw) - least) / step;
    const below = Math.min(LOADS - 2, Math.max(0, Math.floor(position)));
    const part = position - below;
    let outputSum = 0;
    let inputSum = 0;
    let shares = 0;
    for (const { share, output, input } of columns) {
      const weight = at(share, draw);
      outputSum += weight * ((1 - part) * at(output, below) + part * at(output, below + 1));
      inputSum += weight * ((1 - part) * at(input, below) + part * at(input, below + 1));
      shares += weight;
    }
    outputJoules[draw] = outputSum / shares;
    inputJoules[draw] = inputSum / shares;
  }
  return { outputJoules, inputJoules };
}

/** What the equation gets wrong of a model's output energy, and what its measurements say of that, per draw. */
export function outputError(
  { tier, measuredCorrectionLn = 0 }: SizedModel,
  { formErrorDeviate }: SharedDraws,
  { formErrorSdLn }: Pick<Method, 'formErrorSdLn'>,
): Float64Array {
  const sdLn = formErrorSdLn[tier];
  return formErrorDeviate.map((deviate) => Math.exp(measuredCorrectionLn + sdLn * deviate));
}

/** The shape at the middle of what is known of the size. */
export function middleShape(
  { active, total, mixtureOfExperts, architecture }: SizedModel,
  { accelerator }: Pick<Method, 'accelerator'>,
): EnergyShape {
  const activeBillions = middleBillions(active);
  const totalBillions = middleBillions(total);
  return energyShape(
    {
      activeBillions,
      totalBillions,
      mixtureOfExperts: mixtureOfExperts ?? activeBillions < totalBillions,
    },
    architecture,
    accelerator,
  );
}

/** The size of a model where all of it is known; undefined where any of it is stated between bounds. */
export function knownSize({ active, total, mixtureOfExperts }: SizedModel): ModelSize | undefined {
  if (typeof active !== 'number' || typeof total !== 'number' || mixtureOfExperts === undefined) {
    return undefined;
  }
  return { activeBillions: active, totalBillions: total, mixtureOfExperts };
}

function drawSize(model: SizedModel, shared: SharedDraws, draw: number): ModelSize {
  const totalBillions = drawBillions(model.total, at(shared.unitTotalParameters, draw));
  const activeBillions = Math.min(
    totalBillions,
    drawBillions(model.active, at(shared.unitActiveParameters, draw)),
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
