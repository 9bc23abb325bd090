/** A provider as a filter offers it. */
export interface ProviderChoice {
  id: string;
  /** Its name; where two have the same, with the id that stands in their models' ids. */
  text: string;
  count: number;
}

/** The providers of these models by name, each with how many of the models it makes. */
export function providerChoices(
  models: readonly { maker: string; makerName: string }[],
): ProviderChoice[] {
  const own = [...Map.groupBy(models, ({ maker }) => maker)].map(([id, of]) => ({
    id,
    name: of[0]?.makerName ?? id,
    count: of.length,
  }));
  const byName = Map.groupBy(own, ({ name }) => name);
  return own
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
    .map(({ id, name, count }) => ({
      id,
      text: (byName.get(name)?.length ?? 0) > 1 ? `${name}, ${id}` : name,
      count,
    }));
}
