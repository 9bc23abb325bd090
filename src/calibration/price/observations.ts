import { median } from 'simple-statistics';
import { joinCatalog } from '../../catalog/catalog.ts';
import { recordOf } from '../../catalog/facts-of.ts';
import { effectiveBillionsOf } from '../../catalog/factual-capacity.ts';
import type { Parameters } from '../../catalog/maker.ts';
import { methodOf } from '../../catalog/method-of-factors.ts';
import { modelIdParts } from '../../catalog/model-id.ts';
import type { CatalogData } from '../../catalog/read-data.ts';
import type { ListedModel } from '../../catalog/snapshot.ts';
import { prepareMarket } from '../../estimation/market-energy.ts';
import { drawsInOrderOf, OWN_TO_MODEL } from '../../estimation/own-draws.ts';
import { prepare } from '../../estimation/preparation.ts';
import { medianRequestUsd } from '../../estimation/price.ts';
import { middleBillions } from '../../estimation/sized-model.ts';
import type { EvidenceTier } from '../../estimation/tier.ts';
import { MILLISECONDS_PER_DAY } from '../../library/days.ts';

/** An open model of known size: what a request is sold for, and what the equation says that it takes. */
export interface PriceObservation {
  model: string;
  /** The maker's part of the id. */
  maker: string;
  tier: EvidenceTier;
  /** How many hosts ask a price. */
  hosts: number;
  totalBillions: number;
  /** Median over its hosts, before any discount, USD per million requests. */
  requestUsd: number;
  /** By the equation on the average of the market, before price moves it: median, J of the accelerators. */
  requestJoules: number;
  /** By its factual capacity, where that was tested. */
  effectiveBillions?: number | undefined;
}

/**
 * The models that the price line is fitted on: open weights, a size that somebody has recorded as a
 * figure (neither assumed nor a range; what a new name says is nobody's record yet), weights that the list links to, an entry of its own (not :free, not
 * :batch, not another entry's model under other terms), sold for more than nothing, and listed within CURRENT_DAYS of the list's day. Old entries
 * keep the price of their time, which misleads about today's.
 */
export function priceObservations(data: CatalogData): PriceObservation[] {
  const method = methodOf(data.factors);
  const preparation = prepare(method);
  return joinCatalog(data).estimable.flatMap(({ listed, maker, facts, input, soldAs }) => {
    const { model, endpoints, drawnAs } = input;
    if (model.tier === 'price' || soldAs !== undefined) return [];
    const requestUsd = medianRequestUsd(model.offers ?? [], method.price);
    const baseEntry = modelIdParts(listed.id).variant === undefined;
    const current = isCurrent(listed, data.modelList.retrieved);
    const open = facts?.weights === 'open' && listed.huggingFaceId !== undefined;
    const recorded = recordOf(listed, data) !== undefined;
    if (
      requestUsd === undefined ||
      !baseEntry ||
      !current ||
      !open ||
      !recorded ||
      !isKnownSize(facts.parameters)
    ) {
      return [];
    }
    const own = drawsInOrderOf(drawnAs, OWN_TO_MODEL, preparation.shared);
    const { requestJoules } = prepareMarket(model, preparation)(own)(endpoints);
    return [
      {
        model: listed.id,
        maker,
        tier: model.tier,
        hosts: model.offers?.length ?? 0,
        totalBillions: middleBillions(model.total),
        requestUsd,
        requestJoules: median([...requestJoules]),
        effectiveBillions: effectiveBillionsOf(listed.id, data.factualCapacity),
      },
    ];
  });
}

/** Entries older than this carry prices of another market. */
const CURRENT_DAYS = 630;

function isCurrent({ created }: ListedModel, listDate: string): boolean {
  if (created === undefined) return false;
  return Date.parse(listDate) - Date.parse(created) <= CURRENT_DAYS * MILLISECONDS_PER_DAY;
}

function isKnownSize(parameters: Parameters | undefined): boolean {
  return (
    parameters !== undefined &&
    parameters.how !== 'assumed' &&
    typeof parameters.totalBillions === 'number' &&
    typeof parameters.activeBillions === 'number'
  );
}
