import type { Range } from '../../estimation/ranges.ts';
import { TRAINING_CLASSES } from '../../estimation/training/accelerators.ts';
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
import { type TrainingField, trainingNumber } from './training-number.ts';

const TOO_LITTLE = 'State energy, hours, operations, or parameters and tokens.';
const UNREAD = 'Nothing is computed while a marked field cannot be read.';

/** A pause that long is the end of a number: the result is said once, not at each key. */
const PAUSE_MILLISECONDS = 800;

/** Computes what the fields inside it say, as they are typed. Without it the example stays. */
class TrainingForm extends ListeningElement {
  #pause: number | undefined;

  protected listen(signal: AbortSignal) {
    this.addEventListener('input', () => this.#show(), { signal });
    this.querySelector('form')?.addEventListener('submit', (event) => event.preventDefault(), {
      signal,
    });
    this.#show();
  }

  /** A number of a field; undefined where it is empty. What cannot be read is said beside it. */
  #number(name: TrainingField): number | undefined {
    const input = this.querySelector<HTMLInputElement>(`input[name="${name}"]`);
    const { value, fault } = trainingNumber(name, input?.value ?? '');
    const place = this.querySelector(`#fault-${name}`);
    if (place !== null && place.textContent !== fault) place.textContent = fault;
    if (fault === '') input?.removeAttribute('aria-invalid');
    else input?.setAttribute('aria-invalid', 'true');
    return value;
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
    // A field that cannot be read may be the one that counts.
    const isUnread = this.querySelector('input[aria-invalid]:not([name=lifetime])') !== null;
    const estimate = isUnread ? undefined : asked && estimateAsked(asked);
    if (asked === undefined || estimate === undefined) {
      const why = isUnread ? UNREAD : TOO_LITTLE;
      this.#say('tonnes', why);
      this.#announce(why);
      for (const name of ['energy', 'boards', 'development', 'perThousand', 'card', 'form']) {
        this.#say(name, '–');
      }
      return;
    }
    const { tonnesCO2e, megawattHours } = estimate;
    const boards = estimateAsked(asked, 'as-makers-count');
    const development = withDevelopment(tonnesCO2e.central);
    const tonnes = amountText(tonnesCO2e, 'tCO₂e');
    this.#say('tonnes', tonnes);
    this.#announce(`The final run, whole facility: ${tonnes}`);
    this.#say('energy', amountText(megawattHours, 'MWh'));
    this.#say('boards', boards === undefined ? '–' : amountText(boards.tonnesCO2e, 'tCO₂e'));
    this.#say(
      'development',
      `${quantityText(development.low)} to ${quantityText(development.high)} tCO₂e`,
    );
    this.#say('perThousand', '–');
    if (lifetime !== undefined) {
      this.#say('perThousand', amountText(amortised(estimate, lifetime * 1e9), 'gCO₂e'));
    }
    this.#say('card', hubCardText(asked, estimate));
    this.#say('form', documentationText(asked, estimate));
  }

  /** Tells a screen reader the result in one sentence, when the typing pauses. */
  #announce(text: string) {
    clearTimeout(this.#pause);
    const place = this.querySelector('[data-announced]');
    // The example is what the page came with.
    if (this.#pause === undefined && place?.textContent === '') {
      this.#pause = 0;
      return;
    }
    this.#pause = window.setTimeout(() => {
      if (place !== null && place.textContent !== text) place.textContent = text;
    }, PAUSE_MILLISECONDS);
  }

  #say(name: string, text: string) {
    const place = this.querySelector(`[data-${name.toLowerCase()}]`);
    const target = place?.querySelector('code') ?? place;
    if (target !== null && target !== undefined) target.textContent = text;
  }
}

/** A quantity with its range and unit: "12 (4.0–40) tCO₂e". */
function amountText(range: Range, unit: string): string {
  return `${quantityText(range.central)} (${rangeText(range)}) ${unit}`;
}

customElements.define('training-form', TrainingForm);
