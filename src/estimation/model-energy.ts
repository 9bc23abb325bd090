import { at, perDraw, product } from './draws.ts';
import type { EnergyShape } from './energy-shape.ts';
import { classEnergy, gigabytesBeyondStated } from './market.ts';
import { groupKey, type ModelEnergy, prepareMarket } from './market-energy.ts';
import type { EstimationInput, Preparation, PricedModel } from './preparation.ts';
import { energyFromPrice, evidenceOfOffers, lnMoments, moveByEvidence } from './price.ts';
import { remembered } from './remembered.ts';
import { type EnergyEndpoint, hostsSdLn } from './serving.ts';
import { SERVING_CLASSES } from './serving-classes.ts';
import type { SharedDraws } from './shared-draws.ts';
import { middleBillions, middleShape, type SizedModel, wholeRatioOf } from './sized-model.ts';

/** What of a model decides the energy of a token. */
export type EnergyInput = Pick<EstimationInput, 'model'> & { endpoints: readonly EnergyEndpoint[] };

/** The energy of a model by the draws that are given, and by its hosts' deviates where they are not those. */
export type EnergyOf = (own: SharedDraws, hostDeviate?: Float64Array) => ModelEnergy;

/** The same for any endpoints that may serve it: what they have in common is computed once. */
export type EnergyBy = (endpoints: readonly EnergyEndpoint[]) => EnergyOf;

/**
 * Prepares the energy of one model: tables of the equation, and how far its price moves the draws,
 * are found once, over the draws in the model's order (`all`). Functions of its endpoints and of draws
 * follow.
 */
export function prepareEnergy(
  model: EnergyInput['model'],
  all: SharedDraws,
  preparation: Preparation,
): EnergyBy {
  return model.tier === 'price'
    ? pricedEnergy(model, preparation)
    : sizedEnergy(model, all, preparation);
}

/** The shape by which a model's requests are computed where their context matters. */
export function shapeOf(
  model: EnergyInput['model'],
  { method, generic }: Preparation,
): EnergyShape {
  return model.tier === 'price' ? generic : middleShape(model, method);
}

/** A price says the same of a model wherever it is served. */
function pricedEnergy(model: PricedModel, { method, generic }: Preparation): EnergyBy {
  const { price, serving } = method;
  const beyond = gigabytesBeyondStated(generic, price.contextTokens, serving);
  const perGigabyte = genericCacheShare(generic, method);
  const energyOver = remembered((own: SharedDraws): ModelEnergy => {
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
  });
  return () => (own) => energyOver(own);
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

function sizedEnergy(model: SizedModel, all: SharedDraws, preparation: Preparation): EnergyBy {
  const { price, serving } = preparation.method;
  const market = remembered(prepareMarket(model, preparation));
  const evidence = evidenceOfOffers(model.offers ?? [], middleBillions(model.total), price);
  const energyBy = (endpoints: readonly EnergyEndpoint[]): EnergyOf => {
    const onMarket = remembered((own: SharedDraws) => market(own)(endpoints));
    const factorAt = moveByEvidence(lnMoments(onMarket(all).requestJoules), evidence);
    const evidenceFactors = remembered((own: SharedDraws) =>
      onMarket(own).requestJoules.map(factorAt),
    );
    const sdLn = hostsSdLn(endpoints, serving);
    const energyOver = (own: SharedDraws, hostDeviate: Float64Array): ModelEnergy => {
      const { energy, relativeJoules } = onMarket(own);
      const byEvidence = evidenceFactors(own);
      const moved = perDraw(
        own.count,
        (draw) => at(byEvidence, draw) * Math.exp(sdLn * at(hostDeviate, draw) - sdLn ** 2 / 2),
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
    const asServed = remembered((own: SharedDraws) => energyOver(own, own.hostDeviate));
    return (own, hostDeviate = own.hostDeviate) =>
      hostDeviate === own.hostDeviate ? asServed(own) : energyOver(own, hostDeviate);
  };
  const prepared = new Map<string, EnergyOf>();
  return (endpoints) => {
    // Endpoints of which the same is known take the same energy, whoever they are.
    const key = endpoints.map((one) => `${one.share} ${groupKey(one)}`).join();
    const energyOf = prepared.get(key) ?? energyBy(endpoints);
    prepared.set(key, energyOf);
    return energyOf;
  };
}
