import { publishedFile } from '../../query/published-file.ts';
import { ASKED_CHANGED } from '../scenario/asked-changed.ts';
import { scenarioFromSearch, searchWithScenario } from '../scenario/scenario-state.ts';
import { readActivity } from './activity-csv.ts';
import { activityLines } from './activity-lines.ts';
import {
  type CalculatorState,
  calculatorFromSearch,
  searchWithCalculator,
  type UsageLine,
} from './calculator-state.ts';
import { addLine, readLines, say, writeLines } from './line-form.ts';
import { modelFinder } from './model-finder.ts';
import { download, REPORT_FORMATS, reportOf } from './usage-download.ts';
import type { UsageEstimate } from './usage-estimate.ts';
import { usageUnder } from './usage-under.ts';
import { showUsage } from './usage-view.ts';
import { activitySentences } from './usage-words.ts';

/**
 * Computes what the tokens in the address take, under the scenario in the address, by the core that
 * made the release. The page comes with an example already worked out, which stands until the
 * address holds something else.
 */
class TokenCalculator extends HTMLElement {
  #listening = new AbortController();
  #step = 0;
  #shown: { lines: readonly UsageLine[]; usage: UsageEstimate } | undefined;

  connectedCallback() {
    const { signal } = this.#listening;
    const on = (selector: string, type: string, act: (event: Event) => unknown) =>
      this.querySelector(selector)?.addEventListener(
        type,
        (event) => {
          event.preventDefault();
          void act(event);
        },
        { signal },
      );
    on('form', 'change', ({ target }) => {
      // An export is taken when it has been read, not as it is typed.
      if (target instanceof Element && target.closest('details') === null) return this.#enter();
      return undefined;
    });
    on('form', 'submit', () => this.#enter());
    on('[data-add]', 'click', () => addLine(this.#form));
    on('[data-empty]', 'click', () => this.#clear());
    on('[data-read]', 'click', () => this.#paste());
    on('[data-copy]', 'click', () => this.#copy());
    for (const button of this.querySelectorAll<HTMLElement>('[data-report]')) {
      button.addEventListener('click', () => void this.#report(button.dataset.report), { signal });
    }
    this.querySelector('input[type=file]')?.addEventListener('change', () => void this.#file(), {
      signal,
    });
    this.#form.addEventListener(
      'click',
      ({ target }) => {
        if (!(target instanceof Element) || target.closest('[data-remove]') === null) return;
        target.closest('[data-line]')?.remove();
        if (this.querySelector('[data-line]') === null) writeLines(this.#form, []);
        void this.#enter();
      },
      { signal },
    );
    addEventListener('popstate', () => void this.#follow(), { signal });
    document.addEventListener(ASKED_CHANGED, () => void this.#follow(), { signal });
    if (location.search !== '') void this.#follow();
  }

  disconnectedCallback() {
    this.#listening.abort();
    this.#listening = new AbortController();
  }

  get #form(): HTMLFormElement {
    const form = this.querySelector('form');
    if (form === null) throw new Error('the calculator has no form');
    return form;
  }

  get #instead() {
    return this.querySelector<HTMLInputElement>('input[name=instead]');
  }

  /** The lines of the address, or the example. */
  get #state(): CalculatorState {
    const state = calculatorFromSearch(location.search);
    if (state.lines.length > 0) return state;
    const { lines } = calculatorFromSearch(`?use=${this.dataset.example ?? ''}`);
    return { ...state, lines };
  }

  /** Takes the form into the address. */
  async #enter() {
    const { find } = await this.#known();
    const { lines, faults } = readLines(this.#form, find);
    const text = this.#instead?.value.trim() ?? '';
    const instead = text === '' ? undefined : find(text);
    const unknown = text !== '' && instead === undefined;
    say(this.#form, 'instead', unknown ? `“${text}” is not among the estimated models.` : '');
    this.#say('faults', faults === 0 ? '' : `Not in the total: ${faults} unfinished.`);
    this.toggleAttribute('data-nothing', lines.length === 0);
    if (lines.length > 0) this.#go({ lines, instead: instead?.id });
  }

  #clear() {
    writeLines(this.#form, []);
    this.#step += 1;
    this.toggleAttribute('data-nothing', true);
    this.querySelector('[data-example-note]')?.toggleAttribute('hidden', true);
    this.querySelector<HTMLInputElement>('[data-line] input')?.focus();
  }

  #go(state: CalculatorState) {
    const search = searchWithCalculator(state, location.search);
    if (search !== location.search) history.pushState(null, '', `${location.pathname}${search}`);
    void this.#show();
  }

  /** Shows the address, in the form too. */
  async #follow() {
    const { lines, instead } = this.#state;
    writeLines(this.#form, lines);
    if (this.#instead !== null) this.#instead.value = instead ?? '';
    const { find } = await this.#known();
    readLines(this.#form, find);
    await this.#show();
  }

  async #show() {
    this.#step += 1;
    const step = this.#step;
    const isExample = calculatorFromSearch(location.search).lines.length === 0;
    this.querySelector('[data-example-note]')?.toggleAttribute('hidden', !isExample);
    const scenario = scenarioFromSearch(location.search);
    try {
      const { find } = await this.#known();
      const { lines: asked, instead } = this.#state;
      // A link may name a model otherwise, or one that has left the list; its row says so.
      const lines = asked.flatMap(({ id, workload }) => {
        const model = find(id);
        return model === undefined ? [] : [{ id: model.id, workload }];
      });
      const missing = asked.filter(({ id }) => find(id) === undefined).map(({ id }) => id);
      this.#say(
        'missing',
        missing.length === 0
          ? ''
          : `Not in the total, as they are not among the estimated models of this release: ${missing.join(', ')}.`,
      );
      this.toggleAttribute('data-nothing', lines.length === 0);
      if (lines.length === 0) return;
      const other = instead === undefined ? undefined : find(instead)?.id;
      const usage = await usageUnder(scenario, { lines, instead: other });
      if (step !== this.#step) return;
      this.#say('problem', '');
      this.#shown = { lines, usage };
      showUsage(this, { lines, usage, find, scenarioSearch: searchWithScenario(scenario, '') });
    } catch (error) {
      if (step !== this.#step) return;
      const reason = error instanceof Error ? error.message : String(error);
      this.#say('problem', `The figures below are not those of your entries. ${reason}.`);
    }
  }

  async #paste() {
    const text = this.querySelector('textarea')?.value ?? '';
    try {
      const [activity, { find }] = await Promise.all([readActivity(text), this.#known()]);
      const taken = activityLines(activity, find);
      this.#say('activity', activitySentences(activity, taken).join(' '));
      if (taken.lines.length === 0) return;
      writeLines(this.#form, taken.lines);
      this.#go({ lines: taken.lines, instead: this.#state.instead });
    } catch (error) {
      this.#say('activity', `${error instanceof Error ? error.message : String(error)}.`);
    }
  }

  async #file() {
    const file = this.querySelector<HTMLInputElement>('input[type=file]')?.files?.[0];
    const area = this.querySelector('textarea');
    if (file === undefined || area === null) return;
    area.value = await file.text();
    await this.#paste();
  }

  async #copy() {
    const { lines, instead } = this.#state;
    const search = searchWithCalculator({ lines, instead }, location.search);
    const address = `${location.origin}${location.pathname}${search}`;
    const copied = await navigator.clipboard?.writeText(address).then(
      () => true,
      () => false,
    );
    this.#say('done', copied === true ? 'Copied.' : address);
  }

  /** Hands out a report of what is shown, as a file or a text. */
  async #report(way: string | undefined) {
    try {
      if (this.#shown === undefined) await this.#show();
      if (this.#shown === undefined) return;
      const report = await reportOf(this.#shown, location.search);
      const format = REPORT_FORMATS.find((known) => known === way);
      if (format === undefined) await navigator.clipboard.writeText(report.text);
      else await download(report, format);
      this.#say(
        'done',
        format === undefined ? 'Copied.' : `Downloaded as ${format.toUpperCase()}.`,
      );
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#say('done', `Nothing was handed out. ${reason}.`);
    }
  }

  async #known() {
    const names = await publishedFile('/api/v1/model-names.json');
    return { names, find: modelFinder(names.models) };
  }

  #say(part: string, text: string) {
    const element = this.querySelector(`[data-part=${part}]`);
    if (element !== null) element.textContent = text;
  }
}

customElements.define('token-calculator', TokenCalculator);
