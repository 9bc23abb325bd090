/** The id of the model whose page a link leads to. */
export function linkedId({ pathname }: HTMLAnchorElement): string {
  return decodeURIComponent(pathname).replace(/^\/models\/|\/$/g, '');
}
