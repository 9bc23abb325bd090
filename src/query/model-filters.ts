import { EVIDENCE_TIERS, type EvidenceTier } from '../estimation/tier.ts';
import { searchWith } from '../ui/link/address.ts';
import {
  isSame,
  type Known,
  LinkReader,
  type NamedProvider,
  several,
  single,
} from '../ui/link/link-reader.ts';
import { WEIGHTS, type Weights } from './weights.ts';

/** The provider's part of the model ids; empty for all. */
export const PROVIDER = single('provider', '', (text, { providers }) =>
  providers === undefined ? text : providerNamed(text, providers)?.id,
);

export const EVIDENCE = several('evidence', EVIDENCE_TIERS, EVIDENCE_TIERS);

/** Empty for any. */
export const WEIGHTS_ASKED = single<Weights | ''>('weights', '', (text) =>
  WEIGHTS.find((weights) => isSame(weights, text)),
);

/** The provider that a text means: by its part of the ids, or by a name that no other bears. */
function providerNamed(
  text: string,
  providers: readonly NamedProvider[],
): NamedProvider | undefined {
  const byId = providers.find(({ id }) => isSame(id, text));
  const [byName, ...namesakes] = providers.filter(({ name }) => isSame(name, text));
  return byId ?? (namesakes.length === 0 ? byName : undefined);
}

/** Which models the frontier shows; in links as the index has it. */
export interface FrontierFilter {
  /** The provider's part of the model id; empty for all. */
  provider: string;
  evidence: readonly EvidenceTier[];
  /** Empty for any. */
  weights: Weights | '';
}

/** What filtering needs to know of a model. */
export interface RatedKeys {
  provider: string | undefined;
  evidence: string | undefined;
  weights: string | undefined;
}

/** Reads the filter from a link. */
export function readFilter(link: LinkReader): FrontierFilter {
  return {
    provider: link.read(PROVIDER),
    evidence: link.read(EVIDENCE),
    weights: link.read(WEIGHTS_ASKED),
  };
}

/** Reads the filter from a URL's search part. What is not understood shows all. */
export function filterFromSearch(search: string, known?: Known): FrontierFilter {
  return readFilter(new LinkReader(search, known));
}

/** The same search part with this filter in it and all else kept; what shows all is left out. */
export function searchWithFilter(
  search: string,
  { provider, evidence, weights }: FrontierFilter,
): string {
  return searchWith(search, {
    provider,
    evidence: evidence.length === EVIDENCE_TIERS.length ? '' : evidence.join(','),
    weights,
  });
}

/** Whether a model passes the filter. */
export function passes(model: RatedKeys, { provider, evidence, weights }: FrontierFilter): boolean {
  return (
    (provider === '' || model.provider === provider) &&
    evidence.some((tier) => tier === model.evidence) &&
    (weights === '' || model.weights === weights)
  );
}
