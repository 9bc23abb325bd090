import { BOUNDARIES, PUBLISHED_BOUNDARY } from '../estimation/boundary.ts';
import { changeAddress } from '../ui/link/address.ts';
import type { Known } from '../ui/link/link-reader.ts';
import { ListeningElement } from '../ui/listening-element.ts';
import { askedAsCalled, askedOf } from './asked.ts';
import { carryAsked } from './asked-links.ts';
import {
  AS_SERVED_STATE,
  gridFromText,
  isAsServed,
  pueFromText,
  type ScenarioState,
  searchWithScenario,
} from './asked-scenario.ts';
import { gridTables } from './grid-choice.ts';
import { ASKED_CHANGED, isAsked } from './is-asked.ts';
import { gridProblem, pueProblem, scenarioWords } from './scenario-words.ts';

/**
 * The sentence as control: keeps the scenario in the address, says what differs from the published
 * figures, and takes it back with one click. Who computes listens to ASKED_CHANGED and popstate.
 */
class ScenarioControls extends ListeningElement {
  protected listen(signal: AbortSignal) {
    this.addEventListener('change', () => void this.#read(), { signal });
    this.#grid?.addEventListener('focus', () => void this.#offerZones(), { signal });
    // Other parts of the page may offer the way back, too.
    document.addEventListener('click', (event) => this.#onClick(event), { signal });
    addEventListener('popstate', () => void this.#show(), { signal });
    // As published the fields hold what the reader is typing by now.
    if (isAsked(location.search)) void this.#show();
  }

  get #grid() {
    return this.querySelector<HTMLInputElement>('input[name=grid]');
  }

  get #pue() {
    return this.querySelector<HTMLInputElement>('input[name=pue]');
  }

  get #boundary() {
    return this.querySelector<HTMLSelectElement>('select[name=boundary]');
  }

  #onClick({ target }: Event) {
    if (!(target instanceof Element) || target.closest('[data-as-served]') === null) return;
    this.#go(AS_SERVED_STATE);
    // The button that was pressed is gone.
    this.#boundary?.focus({ preventScroll: true });
  }

  async #read() {
    const grid = this.#grid?.value ?? '';
    const pue = this.#pue?.value ?? '';
    const known = typeof gridFromText(grid) === 'string' ? await zonesIfAny() : {};
    this.#grid?.setCustomValidity(gridProblem(grid, known));
    this.#pue?.setCustomValidity(pueProblem(pue));
    if (!this.#grid?.reportValidity() || !this.#pue?.reportValidity()) return;
    this.#go({
      grid: gridFromText(grid, known),
      powerUsageEffectiveness: pueFromText(pue),
      boundary:
        BOUNDARIES.find((boundary) => boundary === this.#boundary?.value) ?? PUBLISHED_BOUNDARY,
    });
  }

  #go(state: ScenarioState) {
    changeAddress(searchWithScenario(state, location.search));
    void this.#show();
    document.dispatchEvent(new Event(ASKED_CHANGED));
  }

  async #show() {
    const { search } = location;
    const { scenario: state } = await askedOf(search).catch(() => askedAsCalled(search));
    const { zones } = typeof state.grid === 'string' ? await zonesIfAny() : {};
    if (search !== location.search) return;
    const { grid, powerUsageEffectiveness: pue, boundary } = state;
    const zone = zones?.find((one) => one.zone === grid);
    writeField(this.#grid, grid === undefined ? '' : (zone?.name ?? String(grid)));
    writeField(this.#pue, pue === undefined ? '' : String(pue));
    if (this.#boundary !== null) this.#boundary.value = boundary;
    this.#boundary?.toggleAttribute('data-set', boundary !== PUBLISHED_BOUNDARY);
    const differs = this.querySelector('[data-differs]');
    differs?.toggleAttribute('hidden', isAsServed(state));
    const words = differs?.querySelector('span');
    if (words) words.textContent = scenarioWords(state, { zones: zones ?? [] });
    void carryAsked();
    this.removeAttribute('data-unread');
  }

  async #offerZones() {
    const list = this.querySelector('datalist');
    if (list === null || list.childElementCount > 0) return;
    const { zones = [] } = await zonesIfAny();
    const options = zones.map(({ zone, name, gramsPerKilowattHour }) => {
      const option = document.createElement('option');
      option.value = zone;
      option.textContent = `${name}, ${gramsPerKilowattHour} gCO₂e/kWh`;
      return option;
    });
    list.replaceChildren(...options);
  }
}

/** The zones; none where they cannot be had. Whoever computes with them says so. */
async function zonesIfAny(): Promise<Pick<Known, 'zones'>> {
  return gridTables().catch(() => ({}));
}

function writeField(field: HTMLInputElement | null, text: string) {
  if (field === null) return;
  field.value = text;
  field.setCustomValidity('');
  field.toggleAttribute('data-set', text !== '');
}

customElements.define('scenario-controls', ScenarioControls);
