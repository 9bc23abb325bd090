import { compareModels, type IdentifiedInput } from '../../estimation/comparison.ts';
import { estimateModel } from '../../estimation/estimate.ts';
import type { Method } from '../../estimation/method.ts';
import { type Preparation, prepare } from '../../estimation/preparation.ts';
import type { Range } from '../../estimation/ranges.ts';
import { AS_SERVED, type Scenario, underScenario } from '../../estimation/scenario.ts';
import { modelJsonPath } from '../../release/model-json-path.ts';
import { axisBackground } from '../axis-background.ts';
import { axisFor, barStyle, ticksOf } from '../log-axis.ts';
import { quantityText, rangeText } from '../number-text.ts';
import { ASKED_CHANGED } from '../scenario/asked-changed.ts';
import { gridTables, scenarioOf } from '../scenario/grid-choice.ts';
import { isAsServed, scenarioFromSearch, searchWithScenario } from '../scenario/scenario-state.ts';
import { modelsFromSearch, searchFromModels } from './compare-state.ts';
import { comparisonSentence } from './comparison-words.ts';

/** What is read of a model's own file under /api/v1/models/. */
interface ModelFile {
  id: string;
  name: string;
  evidence: string;
  estimationInput: IdentifiedInput['input'];
  perThousandOutputTokens: { gramsCO2e: Range };
}

/**
 * Compares the models that the address names. Pairs are computed here, by the core that made the
 * release and from the same inputs, so that no table of pairs needs to be shipped.
 */
class ModelComparison extends HTMLElement {
  #preparation: Promise<Preparation> | undefined;
  #step = 0;

  connectedCallback() {
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      const input = this.querySelector('input');
      if (input === null || input.value === '') return;
      this.#go([...modelsFromSearch(location.search), input.value]);
      input.value = '';
    });
    addEventListener('popstate', () => void this.#show());
    document.addEventListener(ASKED_CHANGED, () => void this.#show());
    void this.#show();
  }

  #go(ids: readonly string[]) {
    history.pushState(
      null,
      '',
      `${location.pathname}${searchFromModels([...new Set(ids)], location.search)}`,
    );
    void this.#show();
  }

  async #show() {
    this.#step += 1;
    const step = this.#step;
    const ids = modelsFromSearch(location.search);
    const answers = await Promise.all(ids.map(fetchModel));
    const scenario = await scenarioOfAddress().catch((error: unknown) => {
      this.#say(
        'problem',
        `These figures are as served, not those of your scenario. ${error instanceof Error ? error.message : String(error)}.`,
      );
      return undefined;
    });
    if (scenario !== undefined) this.#say('problem', '');
    const models = await this.#placed(
      answers.filter((answer) => answer !== undefined),
      scenario ?? AS_SERVED,
    );
    if (step !== this.#step) return;
    const missing = ids.filter((_, index) => answers[index] === undefined);
    this.#part('rows')?.replaceChildren(...this.#rows(models));
    this.#part('missing')?.replaceChildren(
      ...missing.map((id) =>
        paragraph(
          `${id} is not among the estimated models of this release: it may have left the list, or stand among the entries without an estimate.`,
        ),
      ),
    );
    const pairs = models.flatMap((a, index) => models.slice(index + 1).map((b) => ({ a, b })));
    const preparation = pairs.length === 0 ? undefined : await this.#prepared();
    if (step !== this.#step) return;
    this.#part('pairs')?.replaceChildren(
      ...pairs.flatMap(({ a, b }) => {
        if (preparation === undefined) return [];
        const { outputGramsCO2e } = compareModels(
          identified(a),
          identified(b),
          preparation,
          scenario?.boundary,
        );
        const sentence = paragraph(comparisonSentence(a.name, b.name, outputGramsCO2e));
        sentence.dataset.probability = String(outputGramsCO2e.probabilityLess);
        return [sentence];
      }),
    );
    const [first, ...others] = models.map(({ name }) => name);
    if (first !== undefined && others.length > 0) {
      document.title = `${[first, ...others].join(' or ')} · LLM Carbon Index`;
    }
  }

  /** The models as the scenario places them, with its figures; unchanged as served. */
  async #placed(models: readonly ModelFile[], scenario: Scenario): Promise<readonly ModelFile[]> {
    if (scenario === AS_SERVED || models.length === 0) return models;
    const preparation = await this.#prepared();
    const put = underScenario(scenario);
    return models.map((model) => {
      const estimationInput = put(model.estimationInput);
      const { perThousandOutputTokens } = estimateModel(
        estimationInput,
        preparation,
        scenario.boundary,
      );
      return { ...model, estimationInput, perThousandOutputTokens };
    });
  }

  #say(part: string, text: string) {
    const element = this.#part(part);
    if (element !== null) element.textContent = text;
  }

  #rows(models: readonly ModelFile[]): HTMLElement[] {
    const ranges = models.map(({ perThousandOutputTokens }) => perThousandOutputTokens.gramsCO2e);
    if (ranges.length === 0) return [];
    const axis = axisFor(ranges);
    this.#part('axis')?.replaceChildren(
      ...ticksOf(axis).flatMap(({ position, label }) => {
        if (label === undefined) return [];
        const tick = document.createElement('span');
        tick.textContent = label;
        tick.style.left = `${position}%`;
        return [tick];
      }),
    );
    this.style.setProperty('--gl', axisBackground(axis));
    const template = this.querySelector('template');
    return models.flatMap((model) => {
      const row = template?.content.firstElementChild?.cloneNode(true);
      if (!(row instanceof HTMLElement)) return [];
      const range = model.perThousandOutputTokens.gramsCO2e;
      const link = row.querySelector('a');
      if (link !== null) {
        link.textContent = model.name;
        link.href = `/models/${model.id}/${searchWithScenario(scenarioFromSearch(location.search), '')}`;
      }
      row.dataset.evidence = model.evidence;
      fill(row, 'evidence', model.evidence);
      fill(row, 'median', quantityText(range.central));
      fill(row, 'spread', rangeText(range));
      row.querySelector('.range-bar')?.setAttribute('style', barStyle(axis, range));
      row.querySelector('button')?.addEventListener('click', () => {
        this.#go(modelsFromSearch(location.search).filter((id) => id !== model.id));
      });
      row.querySelector('button')?.setAttribute('aria-label', `Remove ${model.name}`);
      return [row];
    });
  }

  #part(name: string) {
    return this.querySelector(`[data-part=${name}]`);
  }

  #prepared(): Promise<Preparation> {
    this.#preparation ??= fetch('/api/v1/method.json')
      .then((response): Promise<{ method: Method }> => response.json())
      .then(({ method }) => prepare(method));
    return this.#preparation;
  }
}

/** The scenario that the address holds. Rejects with UnknownGrid. */
async function scenarioOfAddress(): Promise<Scenario> {
  const state = scenarioFromSearch(location.search);
  return isAsServed(state) ? AS_SERVED : scenarioOf(state, await gridTables());
}

async function fetchModel(id: string): Promise<ModelFile | undefined> {
  const response = await fetch(encodeURI(modelJsonPath(id)));
  return response.ok ? response.json() : undefined;
}

function identified({ id, estimationInput }: ModelFile): IdentifiedInput {
  return { id, input: estimationInput };
}

function fill(row: HTMLElement, part: string, text: string) {
  const element = row.querySelector(`.${part}`);
  if (element !== null) element.textContent = text;
}

function paragraph(text: string): HTMLElement {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
}

customElements.define('model-comparison', ModelComparison);
