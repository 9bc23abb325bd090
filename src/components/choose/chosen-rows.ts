import { casesText } from '../../library/cases-text.ts';
import type { AskedChoice } from '../../query/choice.ts';
import { amongLowestHead, timesText } from '../../text/choice.ts';
import { quantityText, rangeText } from '../../text/numbers.ts';
import { barStyle } from '../../ui/chart/bar-style.ts';
import { axisFor, placesOn } from '../../ui/chart/log-axis.ts';
import { writeOwnStyle } from '../../ui/own-style.ts';
import type { ModelFacts } from './model-facts.ts';

/**
 * Writes the chosen models, and the one that emits most, into the table that the server has drawn, in
 * rows like its first, figures in grams; `against` is the name of the model that they are held against.
 */
export function writeChosen(
  root: Element,
  { chosen, places, highest }: AskedChoice,
  against: string,
  facts: ReadonlyMap<string, ModelFacts>,
): void {
  const body = root.querySelector('.chosen tbody');
  const sample = body?.querySelector('tr');
  if (body === null || sample === null || sample === undefined) return;
  const isNamed = chosen.some(({ id }) => id === highest.id);
  const shown = isNamed ? chosen : [...chosen, highest];
  const axis = axisFor(shown.map(({ gramsCO2e }) => gramsCO2e));
  const rows = shown.map(({ id, gramsCO2e, amongLowest, against: comparison }) => {
    const row = sample.cloneNode(true);
    const model = facts.get(id);
    if (!(row instanceof HTMLElement) || model === undefined) return '';
    const write = (part: string, text: string) => {
      const cell = row.querySelector(part);
      if (cell !== null) cell.textContent = text;
    };
    const writeGrams = (part: string, grams: string) => {
      const cell = row.querySelector<HTMLElement>(part);
      if (cell !== null) cell.dataset.grams = grams;
    };
    row.classList.toggle('most', !isNamed && id === highest.id);
    row.dataset.evidence = model.evidence;
    row.querySelector('a')?.setAttribute('href', model.href);
    write('a', model.name);
    row.querySelector('[data-quality]')?.remove();
    write('[data-how]', model.evidence);
    writeOwnStyle(row.querySelector('.range-bar'), barStyle(placesOn(axis, gramsCO2e)));
    writeGrams('.median', quantityText(gramsCO2e.central));
    writeGrams('.spread', rangeText(gramsCO2e));
    writeOwnStyle(row.querySelector('.meter'), `--share:${amongLowest.toFixed(2)}`);
    write('[data-cases]', casesText(amongLowest));
    write('.times', timesText(comparison.ratio));
    return row;
  });
  body.replaceChildren(...rows);
  const head = (part: string, text: string) => {
    const cell = root.querySelector(`.chosen thead ${part}`);
    if (cell !== null) cell.textContent = text;
  };
  head('[data-places]', amongLowestHead(places));
  head('[data-times-head]', `${against} emits … times`);
}
