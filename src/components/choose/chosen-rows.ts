import { casesText } from '../../library/cases-text.ts';
import type { AskedChoice } from '../../query/choice.ts';
import { type MassUnit, rangeIn } from '../../query/mass-unit.ts';
import { amongLowestHead, timesText } from '../../text/choice.ts';
import { quantityText, rangeText } from '../../text/numbers.ts';
import { barStyle } from '../../ui/chart/bar-style.ts';
import { axisFor, placesOn } from '../../ui/chart/log-axis.ts';
import { writeOwnStyle } from '../../ui/own-style.ts';
import type { ModelFacts } from './model-facts.ts';

/**
 * Writes the chosen models, and the one that emits most, into the table that the server has drawn, in
 * rows like its first; `against` is the name of the model that they are held against, `unit` what they
 * are weighed in.
 */
export function writeChosen(
  root: Element,
  { chosen, places, highest }: AskedChoice,
  { against, unit }: { against: string; unit: MassUnit },
  facts: ReadonlyMap<string, ModelFacts>,
): void {
  const body = root.querySelector('.chosen tbody');
  const sample = body?.querySelector('tr');
  if (body === null || sample === null || sample === undefined) return;
  const isNamed = chosen.some(({ id }) => id === highest.id);
  const shown = (isNamed ? chosen : [...chosen, highest]).map((one) => ({
    ...one,
    carbon: rangeIn(unit, one.gramsCO2e),
  }));
  const axis = axisFor(shown.map(({ carbon }) => carbon));
  const rows = shown.map(({ id, carbon, amongLowest, against: comparison }) => {
    const row = sample.cloneNode(true);
    const model = facts.get(id);
    if (!(row instanceof HTMLElement) || model === undefined) return '';
    const write = (part: string, text: string) => {
      const cell = row.querySelector(part);
      if (cell !== null) cell.textContent = text;
    };
    row.classList.toggle('most', !isNamed && id === highest.id);
    row.dataset.evidence = model.evidence;
    row.querySelector('a')?.setAttribute('href', model.href);
    write('a', model.name);
    row.querySelector('[data-quality]')?.remove();
    write('[data-how]', model.evidence);
    writeOwnStyle(row.querySelector('.range-bar'), barStyle(placesOn(axis, carbon)));
    write('.median', quantityText(carbon.central));
    write('.spread', rangeText(carbon));
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
