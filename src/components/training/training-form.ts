import { TRAINING_CLASSES } from '../../estimation/training/accelerators.ts';
import { numberFromText } from '../../text/number-from-text.ts';
import { quantityText, rangeText } from '../../text/numbers.ts';
import { ListeningElement } from '../../ui/listening-element.ts';
import {
  type AskedTraining,
  amortised,
  documentationText,
  estimateAsked,
  hubCardText,
  withDevelopment,
} from './asked-training.ts';

/** Computes what the fields inside it say, as they are typed. Without it the example stays. */
class TrainingForm extends ListeningElement {
  protected listen(signal: AbortSignal) {
    this.addEventListener('input', () => this.#show(), { signal });
    this.querySelector('form')?.addEventListener('submit', (event) => event.preventDefault(), {
      signal,
    });
    this.#show();
  }

  /** A positive number of a field; undefined where it is empty. What is no number is marked. */
  #number(name: string): number | undefined {
    const input = this.querySelector<HTMLInputElement>(`input[name="${name}"]`);
    const text = input?.value.trim() ?? '';
    const value = numberFromText(text);
    const isWrong = text !== '' && (value === undefined || value <= 0);
    input?.toggleAttribute('aria-invalid', isWrong);
    return isWrong ? undefined : value;
  }

  #asked(): AskedTraining | undefined {
    const chosen = (name: string) =>
      this.querySelector<HTMLSelectElement>(`select[name="${name}"]`)?.selectedOptions[0];
    const [board, place] = [chosen('accelerator'), chosen('place')];
    const trainingClass = TRAINING_CLASSES.find((name) => name === board?.dataset.class);
    if (board === undefined || trainingClass === undefined || place === undefined) return undefined;
    const billions = this.#number('parameters');
    const trillions = this.#number('tokens');
    return {
      accelerator: {
        name: board.value,
        peakFlopPerSecond: Number(board.dataset.flop),
        boardWatts: Number(board.dataset.watts),
        class: trainingClass,
      },
      megawattHours: this.#number('megawattHours'),
      chipHours: this.#number('chipHours'),
      flop: this.#number('flop'),
      activeParameters: billions && billions * 1e9,
      tokens: trillions && trillions * 1e12,
      place: {
        name: place.textContent?.trim() ?? '',
        gramsPerKilowattHour: Number(place.dataset.grams),
        sdLn: Number(place.dataset.spread),
      },
    };
  }

  #show() {
    const asked = this.#asked();
    const lifetime = this.#number('lifetime');
    const estimate = asked && estimateAsked(asked);
    if (asked === undefined || estimate === undefined) {
      this.#say('tonnes', 'State energy, hours, operations, or parameters and tokens.');
      for (const name of ['energy', 'boards', 'development', 'perThousand', 'card', 'form']) {
        this.#say(name, '–');
      }
      return;
    }
    const { tonnesCO2e, megawattHours } = estimate;
    const boards = estimateAsked(asked, 'as-makers-count');
    const development = withDevelopment(estimate);
    this.#say('tonnes', `${quantityText(tonnesCO2e.central)} (${rangeText(tonnesCO2e)}) tCO2e`);
    this.#say('energy', `${quantityText(megawattHours.central)} (${rangeText(megawattHours)}) MWh`);
    this.#say(
      'boards',
      boards === undefined
        ? '–'
        : `${quantityText(boards.tonnesCO2e.central)} (${rangeText(boards.tonnesCO2e)}) tCO2e`,
    );
    this.#say(
      'development',
      `${quantityText(development.low)} to ${quantityText(development.high)} tCO2e`,
    );
    this.#say('perThousand', '–');
    if (lifetime !== undefined) {
      const grams = amortised(estimate, lifetime * 1e9);
      this.#say('perThousand', `${quantityText(grams.central)} (${rangeText(grams)}) gCO2e`);
    }
    this.#say('card', hubCardText(asked, estimate));
    this.#say('form', documentationText(asked, estimate));
  }

  #say(name: string, text: string) {
    const place = this.querySelector(`[data-${name.toLowerCase()}]`);
    const target = place?.querySelector('code') ?? place;
    if (target !== null && target !== undefined) target.textContent = text;
  }
}

customElements.define('training-form', TrainingForm);
