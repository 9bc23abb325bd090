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
  const withAsked = onceEach((own) => searchWithAsked(asked, own));
  const withUnit = onceEach((own) => searchWithMassUnit(asked.unit, own));
  // The live list is made anew after each change.
  for (const link of [...document.links]) {
    const { origin, pathname } = link;
    if (origin !== location.origin) continue;
    const path = pathOnSite(pathname);
    const isFollowing = FOLLOWING.test(path);
    if (!isFollowing && !IN_UNIT.test(path)) continue;
    const carrying = (isFollowing ? withAsked : withUnit)(link.search);
    if (carrying !== link.search) link.setAttribute('href', `${pathname}${carrying}${link.hash}`);
  }
}

/** The same function, which works out each answer once: most of a page's links ask for the same. */
function onceEach(answer: (search: string) => string): (search: string) => string {
  const answers = new Map<string, string>();
  return (search) => {
    const known = answers.get(search) ?? answer(search);
    answers.set(search, known);
    return known;
  };
}
