import { isSame, type NamedProvider, single } from '../ui/link/link-reader.ts';

/** What is searched for. */
export const QUERY = single('q', '', (text) => text);

/** The provider's part of the model ids; empty for all. */
export const PROVIDER = single('provider', '', (text, { providers }) =>
  providers === undefined ? text : providerNamed(text, providers)?.id,
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
