import type { Comparison } from '../../estimation/comparison.ts';
import type { Range } from '../../estimation/ranges.ts';
import { casesText } from '../../library/cases-text.ts';
import type { QualityIndex } from '../../library/quality-level.ts';
import { carryAsked } from '../../query/asked-links.ts';
import type { AskedChoice, NamedId } from '../../query/choice.ts';
import { searchFromModels } from '../../query/models.ts';
import { amongLowestHead, timesText } from '../../text/choice.ts';
import { quantityText, rangeText } from '../../text/numbers.ts';
import { scoreText } from '../../text/quality.ts';
import { barStyle } from '../../ui/chart/bar-style.ts';
import { axisFor, placesOn } from '../../ui/chart/log-axis.ts';
import { sitePath } from '../../ui/link/site-path.ts';
import { writeOwnStyle } from '../../ui/own-style.ts';
import type { ModelFacts } from './model-facts.ts';

/** A row: a model that was chosen, or below them the one that they are held against. */
interface ShownRow {
  id: string;
  gramsCO2e: Range;
  /** Absent of the model in use, which need not be able to do what is asked. */
  amongLowest?: number;
  against?: Comparison;
}

/** What the rows say beside the figures. */
interface Beside {
  inUse: NamedId | undefined;
  /** Of which index models show their score. */
  index: QualityIndex | undefined;
  facts: ReadonlyMap<string, ModelFacts>;
}

/**
 * Writes the chosen models, and the one that they are held against, into the table that the server has
 * drawn, in rows like its first, figures in grams, and the link that compares them.
 */
export function writeChosen(root: Element, choice: AskedChoice, beside: Beside): void {
  const body = root.querySelector('.chosen tbody');
  const sample = body?.querySelector('tr');
  if (body === null || sample === null || sample === undefined) return;
  const { inUse, facts } = beside;
  const last = heldAgainst(choice, inUse);
  const shown: readonly ShownRow[] = last === undefined ? choice.chosen : [...choice.chosen, last];
  const axis = axisFor(shown.map(({ gramsCO2e }) => gramsCO2e));
  const rows = shown.flatMap((one) => {
    const row = sample.cloneNode(true);
    const model = facts.get(one.id);
    if (!(row instanceof HTMLElement) || model === undefined) return [];
    row.classList.toggle('most', one === last);
    writeOwnStyle(row.querySelector('.range-bar'), barStyle(placesOn(axis, one.gramsCO2e)));
    writeRow(row, one, model, beside.index);
    return [row];
  });
  body.replaceChildren(...rows);
  const head = (part: string, text: string) => {
    const cell = root.querySelector(`.chosen thead ${part}`);
    if (cell !== null) cell.textContent = text;
  };
  head('[data-places]', amongLowestHead(choice.places));
  const name = inUse?.name ?? facts.get(choice.highest.id)?.name ?? '';
  head('[data-times-head]', `${name} emits … times`);
  linkComparison(root, shown);
}

/** Leads to the comparison of the models that are shown, under what is asked. */
function linkComparison(root: Element, shown: readonly ShownRow[]): void {
  const link = root.querySelector<HTMLAnchorElement>('[data-compare]');
  if (link === null) return;
  link.href = sitePath(`/compare/${searchFromModels(shown.map(({ id }) => id))}`);
  link.hidden = shown.length < 2;
  void carryAsked();
}

/** The model that the chosen ones are held against; undefined where it is one of them, or without a figure. */
function heldAgainst(
  { chosen, highest, inUseGramsCO2e }: AskedChoice,
  inUse: NamedId | undefined,
): ShownRow | undefined {
  const id = inUse?.id ?? highest.id;
  if (chosen.some((one) => one.id === id)) return undefined;
  if (inUse === undefined) return highest;
  return inUseGramsCO2e && { id, gramsCO2e: inUseGramsCO2e };
}

function writeRow(
  row: HTMLElement,
  { gramsCO2e, amongLowest, against }: ShownRow,
  model: ModelFacts,
  index: QualityIndex | undefined,
): void {
  const write = (part: string, text: string) => {
    const cell = row.querySelector(part);
    if (cell !== null) cell.textContent = text;
  };
  const writeGrams = (part: string, grams: string) => {
    const cell = row.querySelector<HTMLElement>(part);
    if (cell !== null) cell.dataset.grams = grams;
  };
  row.dataset.evidence = model.evidence;
  row.querySelector('a')?.setAttribute('href', model.href);
  write('a', model.name);
  const score = index && model.scores[index];
  write('[data-quality]', score === undefined ? '' : scoreText(score));
  write('[data-how]', model.evidence);
  writeGrams('.median', quantityText(gramsCO2e.central));
  writeGrams('.spread', rangeText(gramsCO2e));
  if (amongLowest === undefined) {
    row.querySelector('.meter')?.remove();
    write('[data-cases]', 'in use now');
  } else {
    writeOwnStyle(row.querySelector('.meter'), `--share:${amongLowest.toFixed(2)}`);
    write('[data-cases]', casesText(amongLowest));
  }
  write('.times', against === undefined ? '' : timesText(against.ratio));
}
