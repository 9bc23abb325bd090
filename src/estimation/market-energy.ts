import { at, perDraw, product } from './draws.ts';
import { gigabytesBeyondStated } from './market.ts';
import type { Preparation } from './preparation.ts';
import { remembered } from './remembered.ts';
import type { EnergyEndpoint } from './serving.ts';
import type { ServingClass } from './serving-classes.ts';
import type { SharedDraws } from './shared-draws.ts';
import {
  middleShape,
  outputError,
  prepareMachinesEnergy,
  type SizedEnergy,
  type SizedModel,
  wholeRatioOfMachines,
} from './sized-model.ts';

/** Accelerator energy per draw, J per token of each kind, at the stated context. */
export interface EnergyDraws {
  outputJoules: Float64Array;
  inputJoules: Float64Array;
  cachedInputJoules: Float64Array;
  /** J for each gigabyte of cache that an output token reads beyond those at the stated context. */
  joulesPerCacheGigabyte: Float64Array;
}

/** A model's energy over some draws, whose own columns are in the model's order. */
export interface ModelEnergy {
  energy: EnergyDraws;
  /** Energy per output token of one endpoint, up to a common factor; absent where all take the same. */
  relativeJoules: ((endpoint: EnergyEndpoint) => Float64Array) | undefined;
}

/** Energy on the average of the market, before price and hosts move it. */
interface MarketEnergy extends ModelEnergy {
  /** J of the request that prices are read by. */
  requestJoules: Float64Array;
}

/** What a group of endpoints takes on its average machine, and f_a there, per draw. */
interface GroupDraws extends SizedEnergy {
  wholeRatio: Float64Array;
}

/**
 * Prepares the energy of a model of known size on the average machine of the market, as its equation
 * has it: tables of the equation are made once, one for each precision of its endpoints; so are, over
 * the same draws, the energies of each group of endpoints that are known alike.
 */
export function prepareMarket(
  model: SizedModel,
  { method, loads }: Preparation,
): (own: SharedDraws) => (endpoints: readonly EnergyEndpoint[]) => MarketEnergy {
  const { accelerator, price, serving } = method;
  const onMachinesOf = remembered((servedBits: number | undefined) =>
    prepareMachinesEnergy(model, servedBits, loads, method),
  );
  const beyond = gigabytesBeyondStated(middleShape(model, method), price.contextTokens, serving);
  return (own) => {
    const byGroup = new Map<string, GroupDraws>();
    const drawsOfGroup = ({ key, servedBits, classes }: Group) => {
      const draws = byGroup.get(key) ?? {
        ...onMachinesOf(servedBits)(classes, own),
        wholeRatio: wholeRatioOfMachines(classes, own, method),
      };
      byGroup.set(key, draws);
      return draws;
    };
    // What the equation gets wrong is the model's own, and so is what its measurements say of that; the
    // measurements fold input into output, so they correct the output alone.
    const outputFactor = product(outputError(model, own, method), own.servingStack);
    const inputFactor = product(own.prefillExtra, own.servingStack);
    return (endpoints) => {
      const groups = groupsOf(endpoints);
      const outputJoules = new Float64Array(own.count);
      const inputJoules = new Float64Array(own.count);
      const wholeRatio = new Float64Array(own.count);
      for (const group of groups) {
        const { share } = group;
        const ofGroup = drawsOfGroup(group);
        for (let draw = 0; draw < own.count; draw += 1) {
          outputJoules[draw] = at(outputJoules, draw) + share * at(ofGroup.outputJoules, draw);
          inputJoules[draw] = at(inputJoules, draw) + share * at(ofGroup.inputJoules, draw);
          wholeRatio[draw] = at(wholeRatio, draw) + share * at(ofGroup.wholeRatio, draw);
        }
      }
      for (let draw = 0; draw < own.count; draw += 1) {
        outputJoules[draw] = at(outputJoules, draw) * at(outputFactor, draw);
        inputJoules[draw] = at(inputJoules, draw) * at(inputFactor, draw);
      }
      const joulesPerCacheGigabyte = perDraw(
        own.count,
        (draw) =>
          at(outputFactor, draw) * at(wholeRatio, draw) * accelerator.joulesPerGigabyteMoved,
      );
      return {
        energy: {
          outputJoules,
          inputJoules,
          cachedInputJoules: product(inputJoules, own.cachedInputShare),
          joulesPerCacheGigabyte,
        },
        requestJoules: perDraw(
          own.count,
          (draw) =>
            at(outputJoules, draw) +
            beyond * at(joulesPerCacheGigabyte, draw) +
            price.inputTokensPerOutputToken * at(inputJoules, draw),
        ),
        relativeJoules:
          groups.length === 1
            ? undefined
            : (endpoint) => byGroup.get(groupKey(endpoint))?.outputJoules ?? outputJoules,
      };
    };
  };
}

/** Endpoints of which the same is known take the same energy. */
interface Group {
  key: string;
  servedBits: number | undefined;
  classes: readonly ServingClass[] | undefined;
  share: number;
}

function groupsOf(endpoints: readonly EnergyEndpoint[]): Group[] {
  const groups = new Map<string, Group>();
  for (const endpoint of endpoints) {
    const key = groupKey(endpoint);
    const known = groups.get(key);
    if (known === undefined) {
      const { servedBits, place, share } = endpoint;
      groups.set(key, { key, servedBits, classes: place.classes, share });
    } else known.share += endpoint.share;
  }
  return [...groups.values()];
}

/** The same for endpoints of which the same is known. */
export function groupKey({ servedBits, place }: EnergyEndpoint): string {
  return [servedBits ?? '', ...(place.classes ?? [])].join(' ');
}
