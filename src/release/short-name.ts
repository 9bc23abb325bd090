/** A model's name as OpenRouter lists it, without the maker's before the colon. */
export function shortNameOf(name: string): string {
  return name.replace(/^[^:]+:\s+/, '');
}
