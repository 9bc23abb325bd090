import { pathOnSite } from '../ui/link/site-path.ts';
import { askedAsCalled, askedOf, isAsPublished, searchWithAsked } from './asked.ts';

/** The pages that show what is asked: index, comparison, models. */
const FOLLOWING = /^\/(compare\/|models\/.+)?$/;

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
    if (link.origin !== location.origin || !FOLLOWING.test(pathOnSite(link.pathname))) continue;
    const carrying = searchWithAsked(asked, link.search);
    link.setAttribute('href', `${link.pathname}${carrying}${link.hash}`);
  }
}
