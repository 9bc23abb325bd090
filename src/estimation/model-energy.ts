import { at, perDraw, product } from './draws.ts';
import type { EnergyShape } from './energy-shape.ts';
import { classEnergy, gigabytesBeyondStated } from './market.ts';
import type { EstimationInput, Preparation, PricedModel } from './preparation.ts';
import { energyFromPrice, evidenceOfOffers, lnMoments, moveByEvidence } from './price.ts';
import { type EnergyEndpoint, hostsSdLn } from './serving.ts';
import { SERVING_CLASSES, type ServingClass } from './serving-classes.ts';
import type { SharedDraws } from './shared-draws.ts';
import {
  middleBillions,
  middleShape,
  outputError,
  prepareMachinesEnergy,
  type SizedModel,
  wholeRatioOf,
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

/** What of a model decides the energy of a token. */
export type EnergyInput = Pick<EstimationInput, 'model'> & { endpoints: readonly EnergyEndpoint[] };

/** The energy of a model by the draws that are given. */
export type EnergyOf = (own: SharedDraws) => ModelEnergy;

/**
 * Prepares the energy of one model: tables of the equation, and how far its price moves the draws,
 * are found once, over all draws in the model's order (`all`). A function of draws follows, for all
 * of them or some.
 */
export function prepareEnergy(
  input: EnergyInput,
  all: SharedDraws,
  preparation: Preparation,
): EnergyOf {
  return input.model.tier === 'price'
    ? pricedEnergy(input.model, preparation)
    : sizedEnergy(input.model, input.endpoints, all, preparation);
}

/** The shape by which a model's requests are computed where their context matters. */
export function shapeOf({ model }: EnergyInput, { method, generic }: Preparation): EnergyShape {
  return model.tier === 'price' ? generic : middleShape(model, method);
}

function pricedEnergy(model: PricedModel, { method, generic }: Preparation): EnergyOf {
  const { price, serving } = method;
  const beyond = gigabytesBeyondStated(generic, price.contextTokens, serving);
  const perGigabyte = genericCacheShare(generic, method);
  return (own) => {
    const { outputJoulesAtRequestContext, inputJoules } = energyFromPrice(model, own, price);
    const joulesPerCacheGigabyte = outputJoulesAtRequestContext.map(
      (joules) => joules * perGigabyte,
    );
    return {
      energy: {
        outputJoules: perDraw(
          own.count,
          (draw) =>
            at(outputJoulesAtRequestContext, draw) - beyond * at(joulesPerCacheGigabyte, draw),
        ),
        inputJoules,
        cachedInputJoules: product(inputJoules, own.cachedInputShare),
        joulesPerCacheGigabyte,
      },
      relativeJoules: undefined,
    };
  };
}

/**
 * What a gigabyte of cache takes of the energy of the generic model's output token at the context of a
 * priced request: one share for all draws, at the median load and the median shares of all classes.
 */
function genericCacheShare(generic: EnergyShape, method: Preparation['method']): number {
  const { serving, price, accelerator } = method;
  const lnB = Math.log(serving.concurrentSequences.median);
  const shares = SERVING_CLASSES.map((one) => serving.classes[one].share);
  const sum = shares.reduce((a, b) => a + b, 0);
  const atStated = SERVING_CLASSES.reduce(
    (mean, one) =>
      mean +
      (serving.classes[one].share / sum) * classEnergy(generic, one, lnB, {}, method).outputJoules,
    0,
  );
  const wholeRatio = SERVING_CLASSES.reduce(
    (mean, one) => mean + (serving.classes[one].share / sum) * wholeRatioOf(one, method),
    0,
  );
  const joulesPerGigabyte = wholeRatio * accelerator.joulesPerGigabyteMoved;
  const beyond = gigabytesBeyondStated(generic, price.contextTokens, serving);
  return joulesPerGigabyte / (atStated + beyond * joulesPerGigabyte);
}

function sizedEnergy(
  model: SizedModel,
  endpoints: readonly EnergyEndpoint[],
  all: SharedDraws,
  preparation: Preparation,
): EnergyOf {
  const { price, serving } = preparation.method;
  const market = marketEnergy(model, endpoints, preparation);
  const ofAll = market(all);
  // What was computed of all draws is handed out once, not kept: many models are prepared at a time.
  let ready: { own: SharedDraws; energy: MarketEnergy } | undefined = { own: all, energy: ofAll };
  const { factorAt } = moveByEvidence(
    lnMoments(ofAll.requestJoules),
    evidenceOfOffers(model.offers ?? [], middleBillions(model.total), price),
  );
  const sdLn = hostsSdLn(endpoints, serving);
  return (own) => {
    const known = ready?.own === own ? ready.energy : market(own);
    ready = undefined;
    const { energy, requestJoules, relativeJoules } = known;
    const moved = perDraw(
      own.count,
      (draw) =>
        factorAt(at(requestJoules, draw)) *
        Math.exp(sdLn * at(own.hostDeviate, draw) - sdLn ** 2 / 2),
    );
    return {
      energy: {
        outputJoules: product(energy.outputJoules, moved),
        inputJoules: product(energy.inputJoules, moved),
        cachedInputJoules: product(energy.cachedInputJoules, moved),
        joulesPerCacheGigabyte: product(energy.joulesPerCacheGigabyte, moved),
      },
      relativeJoules,
    };
  };
}

/** Energy on the average of the market, before price and hosts move it. */
interface MarketEnergy extends ModelEnergy {
  /** J of the request that prices are read by. */
  requestJoules: Float64Array;
}

/**
 * Prepares the energy of a model of known size on the average machine of the market, as its equation
 * has it: tables of the equation are made once, one for each group of endpoints that are known alike.
 */
export function marketEnergy(
  model: SizedModel,
  endpoints: readonly EnergyEndpoint[],
  { method, loads }: Preparation,
): (own: SharedDraws) => MarketEnergy {
  const { accelerator, price, serving } = method;
  const groups = [...groupsOf(endpoints)].map(([key, group]) => ({
    ...group,
    key,
    onMachines: prepareMachinesEnergy(model, group.servedBits, loads, method),
  }));
  const beyond = gigabytesBeyondStated(middleShape(model, method), price.contextTokens, serving);
  return (own) => {
    const outputJoules = new Float64Array(own.count);
    const inputJoules = new Float64Array(own.count);
    const wholeRatio = new Float64Array(own.count);
    const byGroup = new Map<string, Float64Array>();
    for (const { key, onMachines, classes, share } of groups) {
      const energy = onMachines(classes, own);
      const ratio = wholeRatioOfMachines(classes, own, method);
      byGroup.set(key, energy.outputJoules);
      for (let draw = 0; draw < own.count; draw += 1) {
        outputJoules[draw] = at(outputJoules, draw) + share * at(energy.outputJoules, draw);
        inputJoules[draw] = at(inputJoules, draw) + share * at(energy.inputJoules, draw);
        wholeRatio[draw] = at(wholeRatio, draw) + share * at(ratio, draw);
      }
    }
    // What the equation gets wrong is the model's own, and so is what its measurements say of that; the
    // measurements fold input into output, so they correct the output alone.
    const outputFactor = product(outputError(model, own, method), own.servingStack);
    const inputFactor = product(own.prefillExtra, own.servingStack);
    for (let draw = 0; draw < own.count; draw += 1) {
      outputJoules[draw] = at(outputJoules, draw) * at(outputFactor, draw);
      inputJoules[draw] = at(inputJoules, draw) * at(inputFactor, draw);
    }
    const joulesPerCacheGigabyte = perDraw(
      own.count,
      (draw) => at(outputFactor, draw) * at(wholeRatio, draw) * accelerator.joulesPerGigabyteMoved,
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
          : (endpoint) => byGroup.get(groupKey(endpoint)) ?? outputJoules,
    };
  };
}

/** Endpoints of which the same is known take the same energy. */
interface Group {
  servedBits: number | undefined;
  classes: readonly ServingClass[] | undefined;
  share: number;
}

function groupsOf(endpoints: readonly EnergyEndpoint[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const endpoint of endpoints) {
    const key = groupKey(endpoint);
    const known = groups.get(key);
    if (known === undefined) {
      const { servedBits, place, share } = endpoint;
      groups.set(key, { servedBits, classes: place.classes, share });
    } else known.share += endpoint.share;
  }
  return groups;
}

function groupKey({ servedBits, place }: EnergyEndpoint): string {
  return [servedBits ?? '', ...(place.classes ?? [])].join(' ');
}
