import { pathOnSite } from '../ui/link/site-path.ts';
import { askedAsCalled, askedOf, isAsPublished, searchWithAsked } from './asked.ts';
import { AS_SERVED_STATE, searchWithScenario } from './asked-scenario.ts';
import { searchWithMassUnit } from './mass-unit.ts';

/** The pages that show what is asked: index, comparison, models. */
const FOLLOWING = /^\/(compare\/|models\/.+)?$/;
/** Those that say what figures are per by themselves, and follow the unit alone. */
const IN_UNIT = /^\/frontier\//;
/** The page that is asked for tokens of several models, under the same scenario. */
const UNDER_SCENARIO = /^\/calculator\/$/;

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
  const asked = await askedOf(search).catch(() => askedAsCalled(search));
  if (location.search !== search) return;
  // A page asks others for what means something to itself.
  const isUnderScenario = !IN_UNIT.test(pathOnSite(location.pathname));
  const wish = isUnderScenario ? asked : { ...asked, scenario: AS_SERVED_STATE };
  // As published, no link carries anything until one has carried something.
  if (isAsPublished(wish) && !isCarried) return;
  isCarried = true;
  const withAsked = onceEach((own) => searchWithAsked(wish, own));
  const withUnit = onceEach((own) => searchWithMassUnit(wish.unit, own));
  const withScenario = onceEach((own) => searchWithScenario(wish.scenario, own));
  // Marks of charts are links, too, which are not among document.links.
  for (const link of document.querySelectorAll<HTMLAnchorElement | SVGAElement>('a[href]')) {
    const {
      origin,
      pathname,
      search: own,
      hash,
    } = link instanceof SVGAElement ? new URL(link.href.baseVal, location.href) : link;
    if (origin !== location.origin) continue;
    const path = pathOnSite(pathname);
    let carried = own;
    if (FOLLOWING.test(path)) carried = withAsked(own);
    else if (IN_UNIT.test(path)) carried = withUnit(own);
    else if (UNDER_SCENARIO.test(path)) carried = withScenario(own);
    if (carried !== own) link.setAttribute('href', `${pathname}${carried}${hash}`);
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
