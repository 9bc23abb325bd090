import { askedScenario } from './grid-choice.ts';
import { PUBLISHED_PER, perFromSearch, searchWithPer } from './per.ts';
import { isAsServed, scenarioFromSearch, searchWithScenario } from './scenario.ts';

/** The pages that show what is asked: index, comparison, models. */
const FOLLOWING = /^\/(compare\/|models\/.+)?$/;

let isCarried = false;

/** Makes the page's links to other pages that can show it carry what the address asks. */
export async function carryAsked(): Promise<void> {
  const { search } = location;
  // Where no grid can be looked up, the other page will say so.
  const scenario = await askedScenario(search).catch(() => scenarioFromSearch(search));
  if (location.search !== search) return;
  const per = perFromSearch(search);
  // As published, no link carries anything until one has carried something.
  if (isAsServed(scenario) && per === PUBLISHED_PER && !isCarried) return;
  isCarried = true;
  for (const link of document.links) {
    if (link.origin !== location.origin || !FOLLOWING.test(link.pathname)) continue;
    const carrying = searchWithPer(per, searchWithScenario(scenario, link.search));
    link.setAttribute('href', `${link.pathname}${carrying}${link.hash}`);
  }
}
