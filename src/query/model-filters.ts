import { EVIDENCE_TIERS } from '../estimation/tier.ts';
import { isSame, type NamedProvider, several, single } from '../ui/link/link-reader.ts';
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
