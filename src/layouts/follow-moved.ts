import { parametersOf, searchWith } from '../ui/link/address.ts';

/** Leads on at once; what the link asked for comes along, and goes before what the new address says itself. */
const link = document.querySelector<HTMLAnchorElement>('a[data-moved]');
if (link !== null) {
  const search = searchWith(link.search, Object.fromEntries(parametersOf(location.search)));
  location.replace(`${link.pathname}${search}${location.hash}`);
}
