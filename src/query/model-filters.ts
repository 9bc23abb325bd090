import { EVIDENCE_TIERS } from '../estimation/tier.ts';
import { FEATURES, meetsNeeds } from '../library/model-needs.ts';
import { tokensFromText } from '../text/token-count.ts';
import { searchWith } from '../ui/link/address.ts';
import { isSame, type Known, LinkReader, several, single } from '../ui/link/link-reader.ts';
import { PROVIDER } from './finding.ts';
import { filterParameters, type ModelFilter, priceFromText } from './table-state.ts';
import { WEIGHTS, type Weights } from './weights.ts';

const EVIDENCE = several('evidence', EVIDENCE_TIERS, EVIDENCE_TIERS);

/** Empty for any. */
const WEIGHTS_ASKED = single<Weights | ''>('weights', '', (text) =>
  WEIGHTS.find((weights) => isSame(weights, text)),
);

const ABLE = several('with', [], FEATURES);

const LEAST_CONTEXT = single<number | undefined>(
  'min-context',
  undefined,
  (text) => tokensFromText(text) || undefined,
);

const MOST_PRICE = single('max-price', undefined, priceFromText);

/** What filtering needs to know of a model. */
export interface ModelKeys {
  provider: string;
  evidence: string;
  weights: string;
  features: readonly string[];
  contextTokens: number;
  /** Undefined where nobody has stated one. */
  usdPerMillionTokens: number | undefined;
}

/** Reads the filter from a link. */
export function readFilter(link: LinkReader): ModelFilter {
  return {
    provider: link.read(PROVIDER),
    evidence: link.read(EVIDENCE),
    weights: link.read(WEIGHTS_ASKED),
    features: link.read(ABLE),
    leastContextTokens: link.read(LEAST_CONTEXT),
    mostUsdPerMillionTokens: link.read(MOST_PRICE),
  };
}

/** Reads the filter from a URL's search part. What is not understood lets all pass. */
export function filterFromSearch(search: string, known?: Known): ModelFilter {
  return readFilter(new LinkReader(search, known));
}

/** The same search part with this filter in it and all else kept; what lets all pass is left out. */
export function searchWithFilter(search: string, filter: ModelFilter): string {
  return searchWith(search, filterParameters(filter));
}

/** Whether a model passes the filter. */
export function passes(model: ModelKeys, filter: ModelFilter): boolean {
  const { provider, evidence, weights } = filter;
  return (
    (provider === '' || model.provider === provider) &&
    evidence.some((tier) => tier === model.evidence) &&
    (weights === '' || model.weights === weights) &&
    meetsNeeds({ ...model, scores: {} }, { ...filter, level: undefined })
  );
}
