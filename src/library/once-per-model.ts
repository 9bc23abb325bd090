/**
 * Of ids that are one model under several names or terms of sale, one: the plain entry, which `plainOf`
 * gives, where it is among them, else the first. In the order given.
 */
export function oncePerModel(ids: readonly string[], plainOf: (id: string) => string): string[] {
  const given = new Set(ids);
  const taken = new Set<string>();
  return ids.filter((id) => {
    const plain = plainOf(id);
    if ((id !== plain && given.has(plain)) || taken.has(plain)) return false;
    taken.add(plain);
    return true;
  });
}
