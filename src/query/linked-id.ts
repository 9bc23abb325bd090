import { pathOnSite } from '../ui/link/site-path.ts';

/** The id of the model whose page a link leads to. */
export function linkedId({ pathname }: HTMLAnchorElement): string {
  return decodeURIComponent(pathOnSite(pathname)).replace(/^\/models\/|\/$/g, '');
}
