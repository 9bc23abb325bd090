import { type Filter, nearMisses } from './row-filters.ts';

/** Filters as the offer to drop them calls them. */
const FILTER_WORDS: Readonly<Record<Filter, string>> = {
  query: 'these words',
  provider: 'this provider',
  evidence: 'the limit on evidence',
  weights: 'the limit on weights',
  tools: 'tool use',
  reasoning: 'reasoning',
  images: 'image input',
  context: 'the context',
  price: 'the price',
};

/** Where nothing is found: offers to drop each filter that alone stands in the way. */
export function offerNearMisses(root: Element, failed: Iterable<readonly Filter[]>): void {
  const buttons = nearMisses(failed).map(({ filter, count }) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.drop = filter;
    button.textContent = `Without ${FILTER_WORDS[filter]}: ${count} ${count === 1 ? 'model' : 'models'}`;
    return button;
  });
  root.querySelector('[data-near-misses]')?.replaceChildren(...buttons);
}
