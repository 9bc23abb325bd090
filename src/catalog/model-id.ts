/** The parts of an OpenRouter model id: `maker/slug`, `maker/slug:variant`, `~maker/slug`. */
export interface ModelIdParts {
  maker: string;
  /** The slug without its variant. */
  slug: string;
  variant: string | undefined;
  /** True for `~maker/…-latest`, which stands for another model that changes over time. */
  alias: boolean;
  /** The id without its variant. */
  baseId: string;
}

/** Takes an id apart. Throws where it has no maker; the snapshot's schema has excluded that. */
export function modelIdParts(id: string): ModelIdParts {
  const alias = id.startsWith('~');
  const [maker, rest] = (alias ? id.slice(1) : id).split('/', 2);
  if (maker === undefined || rest === undefined) {
    throw new Error(`model id ${JSON.stringify(id)}: expected maker/slug`);
  }
  const [slug = rest, variant] = rest.split(':', 2);
  return { maker, slug, variant, alias, baseId: `${maker}/${slug}` };
}
