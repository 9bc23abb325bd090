import { BOUNDARIES, PUBLISHED_BOUNDARY } from '../../estimation/boundary.ts';
import { gridTables, zoneNamed } from './grid-choice.ts';
import { SCENARIO_CHANGED } from './scenario-changed.ts';
import {
  AS_SERVED_STATE,
  gridFromText,
  isAsServed,
  pueFromText,
  type ScenarioState,
  scenarioFromSearch,
  searchWithScenario,
} from './scenario-state.ts';
import { scenarioWords } from './scenario-words.ts';

/**
 * The sentence as control: keeps the scenario in the address, says what differs from the published
 * figures, and takes it back with one click. Who computes listens to SCENARIO_CHANGED and popstate.
 */
class ScenarioControls extends HTMLElement {
  #listening = new AbortController();

  connectedCallback() {
    const { signal } = this.#listening;
    this.addEventListener('change', () => void this.#read(), { signal });
    this.#grid?.addEventListener('focus', () => void this.#offerZones(), { signal, once: true });
    this.querySelector('button')?.addEventListener('click', () => this.#go(AS_SERVED_STATE), {
      signal,
    });
    addEventListener('popstate', () => void this.#show(), { signal });
    void this.#show();
  }

  disconnectedCallback() {
    this.#listening.abort();
    this.#listening = new AbortController();
  }

  get #grid() {
    return this.querySelector<HTMLInputElement>('input[name=grid]');
  }

  get #pue() {
    return this.querySelector<HTMLInputElement>('input[name=pue]');
  }

  get #boundary() {
    return this.querySelector('select');
  }

  async #read() {
    const typed = gridFromText(this.#grid?.value ?? '');
    const { zones } = await gridTables();
    const zone = typeof typed === 'string' ? zoneNamed(typed, zones) : undefined;
    this.#go({
      grid: zone?.zone ?? typed,
      powerUsageEffectiveness: pueFromText(this.#pue?.value ?? ''),
      boundary:
        BOUNDARIES.find((boundary) => boundary === this.#boundary?.value) ?? PUBLISHED_BOUNDARY,
    });
  }

  #go(state: ScenarioState) {
    const search = searchWithScenario(state, location.search);
    history.pushState(null, '', `${location.pathname}${search}`);
    void this.#show();
    document.dispatchEvent(new Event(SCENARIO_CHANGED));
  }

  async #show() {
    const state = scenarioFromSearch(location.search);
    const { grid, powerUsageEffectiveness: pue, boundary } = state;
    if (this.#grid !== null) this.#grid.value = grid === undefined ? '' : String(grid);
    if (this.#pue !== null) this.#pue.value = pue === undefined ? '' : String(pue);
    if (this.#boundary !== null) this.#boundary.value = boundary;
    this.#grid?.toggleAttribute('data-set', grid !== undefined);
    this.#pue?.toggleAttribute('data-set', pue !== undefined);
    this.#boundary?.toggleAttribute('data-set', boundary !== PUBLISHED_BOUNDARY);
    const differs = this.querySelector('[data-differs]');
    differs?.toggleAttribute('hidden', isAsServed(state));
    const words = differs?.querySelector('span');
    if (words === null || words === undefined || isAsServed(state)) return;
    const { zones } = typeof grid === 'string' ? await gridTables() : { zones: [] };
    const zone = typeof grid === 'string' ? zoneNamed(grid, zones) : undefined;
    if (zone !== undefined && this.#grid !== null) this.#grid.value = zone.name;
    words.textContent = scenarioWords(state, { zones });
  }

  async #offerZones() {
    const { zones } = await gridTables();
    const options = zones.map(({ zone, name, gramsPerKilowattHour }) => {
      const option = document.createElement('option');
      option.value = zone;
      option.textContent = `${name}, ${gramsPerKilowattHour} gCO₂e/kWh`;
      return option;
    });
    this.querySelector('datalist')?.replaceChildren(...options);
  }
}

customElements.define('scenario-controls', ScenarioControls);
