import type { WorkloadEstimate } from '../../estimation/estimate.ts';
import { fullNameOf } from '../../library/model-names.ts';
import type { KnownModel } from '../../query/known-names.ts';
import type { UsageLine } from '../../query/usage-lines.ts';
import { quantityText, rangeText } from '../../text/numbers.ts';
import { usageWords } from '../../text/token-amount.ts';
import { axisBackground } from '../../ui/chart/axis-background.ts';
import { barStyle } from '../../ui/chart/bar-style.ts';
import { axisFor, type LogAxis, placesOn, ticksOf } from '../../ui/chart/log-axis.ts';
import { sitePath } from '../../ui/link/site-path.ts';
import { writeOwnStyle } from '../../ui/own-style.ts';
import { inUnit, QUANTITIES, type Quantity, type Unit } from './amount.ts';
import type { UsageEstimate } from './usage-estimate.ts';
import { shareText, unitsOf } from './usage-table.ts';
import { insteadSentence, totalSentence } from './usage-words.ts';

/** What is shown. */
export interface ShownUsage {
  lines: readonly UsageLine[];
  /** What is doubtful of each line's requests, empty where nothing is. */
  doubts: readonly string[];
  usage: UsageEstimate;
  /** The search part that leads to models under the same scenario. */
  scenarioSearch: string;
  /** The model of an id. */
  find: (id: string) => KnownModel | undefined;
  /** Whether these are the page's own lines and nobody's. */
  isExample: boolean;
}

/** Fills the table, the sentences and the equivalences that the page was built with. */
export function showUsage(
  root: HTMLElement,
  { lines, doubts, usage, scenarioSearch, find, isExample }: ShownUsage,
) {
  const { total, instead } = usage;
  const units = unitsOf(total);
  write(root, 'sentence', totalSentence(total, isExample));
  const axis = axisFor(
    [...usage.lines, total].map(({ gramsCO2e }) => inUnit(gramsCO2e, units.gramsCO2e)),
  );
  root.querySelector('table')?.style.setProperty('--gl', axisBackground(axis));
  root.querySelector('.axis')?.replaceChildren(...axisTicks(axis));
  const rows = usage.lines.flatMap((estimate, index) => {
    const element = root
      .querySelector<HTMLTemplateElement>('template[data-row]')
      ?.content.firstElementChild?.cloneNode(true);
    if (!(element instanceof HTMLElement)) return [];
    const model = find(estimate.id);
    const link = element.querySelector('a');
    if (link !== null) {
      link.textContent = shownName(model, estimate.id);
      link.href = sitePath(`/models/${estimate.id}/${scenarioSearch}`);
    }
    const workload = lines[index]?.workload;
    write(element, 'tokens', workload === undefined ? '' : usageWords(workload));
    write(element, 'doubt', doubts[index] ?? '');
    element.dataset.evidence = model?.evidence ?? '';
    write(element, 'evidence', model?.evidence ?? '');
    fillRow(element, estimate, units, axis);
    write(element, 'share', shareText(estimate.share));
    return [element];
  });
  root.querySelector('tbody')?.replaceChildren(...rows);
  for (const quantity of QUANTITIES) {
    for (const unit of root.querySelectorAll(`[data-unit=${quantity}]`)) {
      unit.textContent = units[quantity].name;
    }
  }
  const foot = root.querySelector<HTMLElement>('tfoot tr');
  if (foot !== null) fillRow(foot, total, units, axis);
  for (const row of root.querySelectorAll<HTMLElement>('[data-per-unit]')) {
    const range = inUnit(row.dataset.counts === 'gramsCO2e' ? total.gramsCO2e : total.wattHours, {
      name: '',
      holds: Number(row.dataset.perUnit),
    });
    write(row, 'median', quantityText(range.central));
    write(row, 'range', rangeText(range));
  }
  const name = instead === undefined ? '' : shownName(find(instead.id), instead.id);
  write(root, 'instead', instead === undefined ? '' : insteadSentence(name, instead));
  root.querySelector('[data-caution]')?.toggleAttribute('hidden', instead === undefined);
}

/** What a line is called: its model with the maker, or, without a model, its id. */
export function shownName(model: KnownModel | undefined, id: string): string {
  return model === undefined ? id : fullNameOf(model);
}

function fillRow(
  row: HTMLElement,
  estimate: WorkloadEstimate,
  units: Record<Quantity, Unit>,
  axis: LogAxis,
): void {
  for (const quantity of QUANTITIES) {
    const range = inUnit(estimate[quantity], units[quantity]);
    const cell = row.querySelector(`[data-quantity=${quantity}]`);
    if (cell === null) continue;
    write(cell, 'median', quantityText(range.central));
    write(cell, 'range', rangeText(range));
  }
  writeOwnStyle(
    row.querySelector('.range-bar'),
    barStyle(placesOn(axis, inUnit(estimate.gramsCO2e, units.gramsCO2e))),
  );
}

function axisTicks(axis: LogAxis): HTMLElement[] {
  return ticksOf(axis).map(({ position, label }) => {
    const tick = document.createElement('span');
    tick.textContent = label ?? '';
    tick.classList.toggle('labelled', label !== undefined);
    tick.style.left = `${position.toFixed(2)}%`;
    return tick;
  });
}

function write(root: Element, part: string, text: string): void {
  const element = root.querySelector(`[data-part=${part}]`);
  if (element !== null) element.textContent = text;
}
