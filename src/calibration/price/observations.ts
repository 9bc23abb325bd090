import { joinCatalog } from '../../catalog/catalog.ts';
import type { ModelFacts, Parameters } from '../../catalog/maker.ts';
import { methodOf } from '../../catalog/method.ts';
import { modelIdParts } from '../../catalog/model-id.ts';
import type { CatalogData } from '../../catalog/read-data.ts';
import { pricesBeforeDiscount } from '../../catalog/sale.ts';
import { measurementsOf } from '../../catalog/size-knowledge.ts';
import type { ListedModel } from '../../catalog/snapshot.ts';
import { createEstimator } from '../../estimation/estimate.ts';
import type { EvidenceTier } from '../../estimation/tier.ts';
import { weightedQuantile } from '../statistics/weighted-quantile.ts';

/** The two kinds of token that have a list price and a line of their own. */
export const TOKEN_KINDS = ['output', 'input'] as const;
export type TokenKind = (typeof TOKEN_KINDS)[number];
export type PerTokenKind = Record<TokenKind, number>;

/** An open model of known size: what it is sold for, and what the index says that it takes. */
export interface PriceObservation {
  model: string;
  /** The maker's part of the id. */
  maker: string;
  tier: EvidenceTier;
  /** List price before any discount, USD per million tokens. */
  usdPerMillionTokens: PerTokenKind;
  /** The index's own central estimate, accelerators alone, J per token. */
  joulesPerToken: PerTokenKind;
  /** Median of the measured rows, J per output token with prefill folded in; absent where none. */
  measuredJoulesPerOutputToken?: number;
}

/**
 * The models that the price lines are fitted on: open weights, a size that is known as a figure
 * (neither assumed nor a range), weights that the list links to, an entry of its own (not :free, not
 * :batch), sold for more than nothing both ways, and listed within CURRENT_DAYS of the list's day.
 * Old entries keep the price of their time, which misleads about today's: without them, and without
 * those that link no weights, makers left out are predicted better, and so are the models of known
 * size without open weights, which no fit sees.
 */
export function priceObservations(data: CatalogData): PriceObservation[] {
  const estimate = createEstimator(methodOf(data.factors));
  return joinCatalog(data).estimable.flatMap(({ listed, maker, facts, input, discount }) => {
    const { inputUsdPerMillionTokens = 0, outputUsdPerMillionTokens = 0 } = pricesBeforeDiscount(
      listed.prices,
      discount,
    );
    const sold = inputUsdPerMillionTokens > 0 && outputUsdPerMillionTokens > 0;
    const baseEntry = modelIdParts(listed.id).variant === undefined;
    const current = isCurrent(listed, data.modelList.retrieved);
    const open = facts?.weights === 'open' && listed.huggingFaceId !== undefined;
    if (!sold || !baseEntry || !current || !open || !isKnownSize(facts.parameters)) {
      return [];
    }
    const { perThousandOutputTokens: output, perThousandInputTokens: prompt } = estimate(input);
    return [
      {
        model: listed.id,
        maker,
        tier: input.model.tier,
        usdPerMillionTokens: { output: outputUsdPerMillionTokens, input: inputUsdPerMillionTokens },
        joulesPerToken: {
          output: output.acceleratorJoulesPerToken.central,
          input: prompt.acceleratorJoulesPerToken.central,
        },
        ...measured(facts, data),
      },
    ];
  });
}

/** Entries older than this carry prices of another market. */
const CURRENT_DAYS = 630;
const MILLISECONDS_PER_DAY = 86_400_000;

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

function measured(facts: ModelFacts, data: CatalogData) {
  const joules = measurementsOf(facts, data).map((row) => row.joulesPerOutputToken);
  if (joules.length === 0) return {};
  const equal = joules.map(() => 1);
  return { measuredJoulesPerOutputToken: weightedQuantile(joules, equal, 0.5) };
}
