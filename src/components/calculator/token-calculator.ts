import type { TokenLimits } from '../../library/request-fit.ts';
import { askedOf } from '../../query/asked.ts';
import { readScenario, searchWithScenario } from '../../query/asked-scenario.ts';
import { ASKED_CHANGED, isAsked } from '../../query/is-asked.ts';
import { knownNames } from '../../query/known-names.ts';
import { publishedFile } from '../../query/published-file.ts';
import {
  type CalculatorState,
  calculatorFromSearch,
  linesFromText,
  linesText,
  searchWithCalculator,
  type UsageLine,
} from '../../query/usage-lines.ts';
import { requestsDoubt } from '../../text/activity/requests-doubt.ts';
import { changeAddress } from '../../ui/link/address.ts';
import { LinkReader } from '../../ui/link/link-reader.ts';
import { ListeningElement } from '../../ui/listening-element.ts';
import { reasonOf } from '../../ui/try-again.ts';
import { ActivityField } from './activity-field.ts';
import { FiguresPlace } from './figures-place.ts';
import { addLine, readLines, readModel, takeFor, unfinishedText, writeLines } from './line-form.ts';
import { linesAsRead, readingText } from './lines-as-read.ts';
import { SuggestionPlace } from './suggestion-place.ts';
import type { ShownFigures } from './usage-download.ts';
import { highestFirst } from './usage-table.ts';
import { usageUnder } from './usage-under.ts';
import { shownName, showUsage } from './usage-view.ts';
import { calculatorTitle } from './usage-words.ts';

/** Whose figures stand there. */
type Owner = 'example' | 'reader';

/**
 * Computes what the tokens in the address take, under the scenario in the address, by the core that
 * made the release. The address alone says what is asked: where it names no lines it is the example,
 * which the page comes with and which is called so, and figures that are not of what is asked are
 * dimmed or hidden.
 */
class TokenCalculator extends ListeningElement {
  readonly #figures = new FiguresPlace(this);
  #shown: ShownFigures | undefined;
  #suggestions: SuggestionPlace | undefined;

  protected listen(signal: AbortSignal) {
    const on = (selector: string, type: string, act: (event: Event) => unknown) => {
      for (const element of this.querySelectorAll(selector)) {
        const listener = (event: Event) => {
          event.preventDefault();
          void act(event);
        };
        element.addEventListener(type, listener, { signal });
      }
    };
    on('form', 'change', ({ target }) => {
      // An export is taken when it has been read, not as it is typed.
      if (target instanceof Element && target.closest('details') === null) return this.#enter();
      return undefined;
    });
    on('form', 'submit', () => this.#enter());
    on('[data-add]', 'click', () => addLine(this.#form));
    on('[data-empty]', 'click', () => this.#clear());
    on('[data-copy]', 'click', () => this.#copy());
    on('[data-report]', 'click', ({ currentTarget }) => {
      return currentTarget instanceof HTMLElement && this.#report(currentTarget.dataset.report);
    });
    on('[data-suggest]', 'click', () => this.#suggest());
    this.#form.addEventListener('click', (event) => this.#remove(event), { signal });
    this.#form.addEventListener('click', (event) => void this.#take(event), { signal });
    addEventListener('popstate', () => void this.#follow(), { signal });
    // The lines are the same, and what of the form is in no link yet stays.
    document.addEventListener(ASKED_CHANGED, () => void this.#show(this.#asked), { signal });
    new ActivityField(this.#form, {
      begins: () => this.#wait(),
      // What of the form is in no link yet stays, too.
      unchanged: () => this.#show(this.#asked),
      failed: () => this.#figures.standEmpty(),
      taken: (lines) => {
        writeLines(this.#form, lines);
        this.#figures.say('faults', '');
        return this.#go({ ...this.#asked, lines });
      },
    }).listen(signal);
    const place = this.querySelector('[data-part=suggestions]');
    if (place !== null) this.#suggestions = new SuggestionPlace(place);
    const { lines, instead } = this.#asked;
    if (lines !== undefined || instead !== undefined || isAsked(location.search)) {
      void this.#follow();
    }
  }

  get #form(): HTMLFormElement {
    const form = this.querySelector('form');
    if (form === null) throw new Error('the calculator has no form');
    return form;
  }

  get #instead() {
    return this.querySelector<HTMLInputElement>('input[name=instead]');
  }

  get #asked(): CalculatorState {
    return calculatorFromSearch(location.search);
  }

  get #example(): UsageLine[] {
    return linesFromText(this.dataset.example ?? '');
  }

  /** Takes the form into the address. */
  async #enter() {
    const step = this.#wait();
    try {
      const names = await knownNames();
      if (!this.#figures.isLatest(step)) return;
      const { lines, readAs, faults } = readLines(this.#form, names);
      const instead = readModel(this.#form, 'instead', names, readAs);
      this.#figures.say('faults', [...readAs, unfinishedText(faults)].join(' ').trim());
      const isExample =
        this.#asked.lines === undefined && linesText(lines) === linesText(this.#example);
      await this.#go({ lines: isExample ? undefined : lines, instead: instead?.id });
    } catch (error) {
      this.#figures.fail(step, error, () => void this.#enter());
    }
  }

  #clear() {
    writeLines(this.#form, []);
    this.#figures.say('faults', '');
    void this.#go({ ...this.#asked, lines: [] });
    this.querySelector<HTMLInputElement>('[data-line] input')?.focus();
  }

  #remove({ target }: Event) {
    if (!(target instanceof Element) || target.closest('[data-remove]') === null) return;
    target.closest('[data-line]')?.remove();
    if (this.querySelector('[data-line]') === null) writeLines(this.#form, []);
    void this.#enter();
  }

  /** Offers models that score as much and emit less for what is shown. */
  #suggest() {
    const shown = this.#shown;
    if (shown === undefined) return undefined;
    return this.#suggestions?.suggest(
      usageOf(shown.lines),
      shown.lines,
      () => this.#shown === shown,
    );
  }

  async #take({ target }: Event) {
    const taken = target instanceof Element ? target.closest<HTMLElement>('[data-take]') : null;
    const { take, of } = taken?.dataset ?? {};
    if (take === undefined) return;
    if (of !== undefined) takeFor(this.#form, of.split(' '), take, await knownNames());
    else if (this.#instead !== null) this.#instead.value = take;
    void this.#enter();
  }

  /** Takes what is asked into the address; settles when it is shown. */
  #go(state: CalculatorState): Promise<void> {
    const search = searchWithCalculator(state, location.search);
    if (search !== location.search) changeAddress(search);
    return this.#show(this.#asked);
  }

  /** Shows the address, in the form too. */
  async #follow() {
    const asked = this.#asked;
    writeLines(this.#form, asked.lines ?? this.#example);
    if (this.#instead !== null) this.#instead.value = asked.instead ?? '';
    this.#figures.say('faults', '');
    await this.#show(asked);
  }

  async #show(asked: CalculatorState) {
    const step = this.#wait();
    const owner: Owner = asked.lines === undefined ? 'example' : 'reader';
    this.querySelector('[data-example-note]')?.toggleAttribute('hidden', owner !== 'example');
    try {
      const { scenario } = await askedOf(location.search);
      const names = await knownNames();
      if (!this.#figures.isLatest(step)) return;
      readLines(this.#form, names);
      const other = readModel(this.#form, 'instead', names, [])?.id;
      // A link may name a model otherwise, or one that has left the list; its row says so.
      const { lines, ...reading } = linesAsRead(asked.lines ?? this.#example, names);
      this.#figures.say('missing', readingText(reading));
      if (lines.length === 0) {
        this.#figures.standEmpty();
        return;
      }
      const [estimate, limits] = await Promise.all([
        usageUnder(scenario, { lines, instead: other }),
        limitsFor(lines),
      ]);
      if (!this.#figures.isLatest(step)) return;
      const scenarioSearch = searchWithScenario(scenario, '');
      const find = (id: string) => names.models.find((model) => model.id === id);
      const ordered = highestFirst(lines, estimate);
      const doubts = ordered.lines.map(({ id, workload }) =>
        requestsDoubt(workload, limits[id] ?? {}),
      );
      const shown = { ...ordered, doubts };
      this.#suggestions?.keepFor(usageOf(shown.lines));
      showUsage(this, { ...shown, find, scenarioSearch, isExample: owner === 'example' });
      const titled = shown.lines.map(({ id }) => shownName(find(id), id));
      this.dataset.owner = owner;
      this.#figures.stand(owner === 'example' ? undefined : calculatorTitle(titled));
      this.#shown = { ...shown, uncounted: reading.uncounted };
    } catch (error) {
      this.#figures.fail(step, error, () => void this.#show(asked));
    }
  }

  /** Something else is asked: what is shown can neither be handed out nor suggested for. */
  #wait(): number {
    this.#shown = undefined;
    return this.#figures.wait();
  }

  /** Copies the address, which is what is asked; that of the example is the page's. */
  async #copy() {
    const copied = await navigator.clipboard?.writeText(location.href).then(
      () => true,
      () => false,
    );
    this.#figures.say('done', copied === true ? 'Copied.' : location.href);
  }

  /** Hands out a report of what is shown; the example makes none. */
  async #report(way: string | undefined) {
    if (this.#shown === undefined || this.dataset.owner === 'example') return;
    const shown = this.#shown;
    try {
      const { handOut } = await import('./usage-download.ts');
      this.#figures.say('done', await handOut(way, shown, location.search));
    } catch (error) {
      this.#figures.say('done', `Nothing was handed out. ${reasonOf(error)}.`);
    }
  }
}

/** How long requests the models answer, where a line says how many there were. */
async function limitsFor(lines: readonly UsageLine[]): Promise<Record<string, TokenLimits>> {
  if (lines.every(({ workload }) => workload.requests === undefined)) return {};
  return (await publishedFile('/api/v1/requests.json')).models;
}

/** What is added up, and under which scenario. */
function usageOf(lines: readonly UsageLine[]): string {
  return `${linesText(lines)} ${searchWithScenario(readScenario(new LinkReader(location.search)), '')}`;
}

customElements.define('token-calculator', TokenCalculator);
