import type { NamedProvider } from '../ui/link/link-reader.ts';

/** The providers that a page's filter offers. */
export function providersIn(root: ParentNode): NamedProvider[] {
  return [...root.querySelectorAll<HTMLOptionElement>('select[name=provider] option')]
    .filter(({ value }) => value !== '')
    .map(({ value, text }) => ({ id: value, name: text.replace(/ \(\d+\)$/, '') }));
}
