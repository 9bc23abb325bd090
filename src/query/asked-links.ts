import { pathOnSite } from '../ui/link/site-path.ts';
import { askedAsCalled, askedOf, isAsPublished, searchWithAsked } from './asked.ts';
import { searchWithMassUnit } from './mass-unit.ts';

/** The pages that show what is asked: index, comparison, models. */
const FOLLOWING = /^\/(compare\/|models\/.+)?$/;
/** Those that say what figures are per by themselves, and follow the unit alone. */
const IN_UNIT = /^\/frontier\//;

let isCarried = false;
let carrying: Promise<void> | undefined;

/**
 * Makes the page's links to other pages that can show it carry what the address asks. Parts of a page
 * that say so one after another are answered at once, after what they do.
 */
export function carryAsked(): Promise<void> {
  carrying ??= new Promise<void>((resolve) => setTimeout(resolve)).then(() => {
    carrying = undefined;
    return carry();
  });
  return carrying;
}

async function carry(): Promise<void> {
  const { search } = location;
  // Where no grid can be looked up, the other page will say so.
  const wish = await askedOf(search).catch(() => askedAsCalled(search));
  if (location.search !== search) return;
  // As published, no link carries anything until one has carried something.
  if (isAsPublished(wish) && !isCarried) return;
  isCarried = true;
  const withAsked = onceEach((own) => searchWithAsked(wish, own));
  const withUnit = onceEach((own) => searchWithMassUnit(wish.unit, own));
  // The live list is made anew after each change.
  for (const link of [...document.links]) {
    const { origin, pathname } = link;
    if (origin !== location.origin) continue;
    const path = pathOnSite(pathname);
    const isFollowing = FOLLOWING.test(path);
    if (!isFollowing && !IN_UNIT.test(path)) continue;
    const own = link.search;
    const asked = (isFollowing ? withAsked : withUnit)(own);
    if (asked !== own) link.setAttribute('href', `${pathname}${asked}${link.hash}`);
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
