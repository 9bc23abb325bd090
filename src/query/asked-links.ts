import { pathOnSite } from '../ui/link/site-path.ts';
import { askedAsCalled, askedOf, isAsPublished, searchWithAsked } from './asked.ts';
import { searchWithMassUnit } from './mass-unit.ts';

/** The pages that show what is asked: index, comparison, models. */
const FOLLOWING = /^\/(compare\/|models\/.+)?$/;
/** Those that say what figures are per by themselves, and follow the unit alone. */
const IN_UNIT = /^\/frontier\//;

let isCarried = false;

/** Makes the page's links to other pages that can show it carry what the address asks. */
export async function carryAsked(): Promise<void> {
  const { search } = location;
  // Where no grid can be looked up, the other page will say so.
  const asked = await askedOf(search).catch(() => askedAsCalled(search));
  if (location.search !== search) return;
  // As published, no link carries anything until one has carried something.
  if (isAsPublished(asked) && !isCarried) return;
  isCarried = true;
  for (const link of document.links) {
    if (link.origin !== location.origin) continue;
    const path = pathOnSite(link.pathname);
    if (!FOLLOWING.test(path) && !IN_UNIT.test(path)) continue;
    const carrying = FOLLOWING.test(path)
      ? searchWithAsked(asked, link.search)
      : searchWithMassUnit(asked.unit, link.search);
    link.setAttribute('href', `${link.pathname}${carrying}${link.hash}`);
  }
}
