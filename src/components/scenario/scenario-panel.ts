import type { ModelEstimate, TokenEstimate } from '../../estimation/estimate.ts';
import { quantityText, rangeText } from '../number-text.ts';
import { SCENARIO_CHANGED } from './scenario-changed.ts';
import { isAsServed, scenarioFromSearch } from './scenario-state.ts';

const QUANTITIES = ['gramsCO2e', 'wattHours', 'millilitresWater'] as const;

/** Shows one model under the scenario that the address holds; nothing where it is as served. */
class ScenarioPanel extends HTMLElement {
  #listening = new AbortController();
  #step = 0;

  connectedCallback() {
    const { signal } = this.#listening;
    document.addEventListener(SCENARIO_CHANGED, () => void this.#follow(), { signal });
    addEventListener('popstate', () => void this.#follow(), { signal });
    void this.#follow();
  }

  disconnectedCallback() {
    this.#listening.abort();
    this.#listening = new AbortController();
  }

  async #follow() {
    this.#step += 1;
    const step = this.#step;
    const scenario = scenarioFromSearch(location.search);
    const { model: id = '' } = this.dataset;
    const section = this.querySelector('section');
    const problem = this.querySelector('[data-problem]');
    problem?.toggleAttribute('hidden', true);
    section?.toggleAttribute('hidden', true);
    if (isAsServed(scenario)) return;
    try {
      const { estimatesUnder } = await import('./scenario-estimates.ts');
      const { estimates } = await estimatesUnder(scenario, { ids: [id] });
      const estimate = estimates.get(id);
      if (step !== this.#step || estimate === undefined) return;
      this.#write(estimate);
      section?.toggleAttribute('hidden', false);
    } catch (error) {
      if (step !== this.#step || problem === null) return;
      const reason = error instanceof Error ? error.message : String(error);
      problem.textContent = `This page is as served, not as in your scenario. ${reason}.`;
      problem.toggleAttribute('hidden', false);
    }
  }

  #write(estimate: ModelEstimate) {
    const { low, central, high } = estimate.perThousandOutputTokens.gramsCO2e;
    const [publishedLow = 0, publishedCentral = 0, publishedHigh = 0] = (
      this.dataset.published ?? ''
    )
      .split(' ')
      .map(Number);
    this.#figure('median', quantityText(central));
    this.#figure('low', quantityText(low));
    this.#figure('high', quantityText(high));
    this.#figure(
      'published',
      `${quantityText(publishedCentral)} (${rangeText({ low: publishedLow, high: publishedHigh })})`,
    );
    this.#row('output', estimate.perThousandOutputTokens);
    this.#row('input', estimate.perThousandInputTokens);
    this.#row('cached input', estimate.perThousandCachedInputTokens);
  }

  #figure(name: string, text: string) {
    const element = this.querySelector(`[data-figure=${name}]`);
    if (element !== null) element.textContent = text;
  }

  #row(tokens: string, estimate: TokenEstimate) {
    const row = this.querySelector(`[data-tokens="${tokens}"]`);
    for (const quantity of QUANTITIES) {
      const cell = row?.querySelector(`[data-quantity=${quantity}]`);
      const median = cell?.querySelector('strong');
      const range = cell?.querySelector('span');
      if (!median || !range) continue;
      median.textContent = quantityText(estimate[quantity].central);
      range.textContent = rangeText(estimate[quantity]);
    }
  }
}

customElements.define('scenario-panel', ScenarioPanel);
