/**
 * What nobody sees: marks of joining, of hyphenation and of the direction of writing, letters' variants,
 * and the empty bytes of a wider encoding.
 */
const INVISIBLE = /\0|\p{Cf}|\p{Variation_Selector}/gu;

/** A text without what nobody sees: copied from a page or a chat, it stands within names and numbers. */
export function visibleText(text: string): string {
  return text.replaceAll(INVISIBLE, '');
}
