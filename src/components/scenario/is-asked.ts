/**
 * Whether an address asks for other figures than those that are published. It only looks; what the
 * address means is read by what computes, which is fetched when something is asked.
 */
export function isAsked(search: string): boolean {
  return /[?&](grid|pue|boundary|per)=./.test(search);
}
