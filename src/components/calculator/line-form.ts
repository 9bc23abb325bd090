import { shortNameOf } from '../../library/model-names.ts';
import { unresolvedWords } from '../../library/resolution-words.ts';
import type { KnownModel, KnownNames } from '../../query/known-names.ts';
import { MOST_LINES, type UsageLine } from '../../query/usage-lines.ts';
import { shortened } from '../../text/shortened.ts';
import { isAmbiguousCount, tokensFromText } from '../../text/token-count.ts';
import { shortTokenText } from '../../text/tokens.ts';
import { hasTokens } from '../../text/written-workload.ts';
import { namedBy } from './uncounted-names.ts';

const COUNTS = ['inputTokens', 'cachedInputTokens', 'outputTokens'] as const;

const NO_REQUESTS = 'Leave it empty where nobody counted them.';

/** What the fields hold: the lines that are whole, and how many are not. */
export interface EnteredLines {
  /** By the id of the model, or, where no model has the name, by the name as it is written. */
  lines: UsageLine[];
  /** How names were read that are none of the list's own, a sentence each. */
  readAs: string[];
  faults: number;
}

/** Puts lines into the form, and an empty one where there is none. */
export function writeLines(form: HTMLFormElement, lines: readonly UsageLine[]): void {
  const rows = lines.map((line) => lineRow(form, line));
  form
    .querySelector('[data-lines]')
    ?.replaceChildren(...(rows.length > 0 ? rows : [lineRow(form, undefined)]));
}

/** Adds an empty line and goes to it. */
export function addLine(form: HTMLFormElement): void {
  const row = lineRow(form, undefined);
  form.querySelector('[data-lines]')?.append(row);
  row.querySelector('input')?.focus();
}

/** Reads the form. What cannot be understood is said beside its field. */
export function readLines(form: HTMLFormElement, names: KnownNames): EnteredLines {
  const entered: EnteredLines = { lines: [], readAs: [], faults: 0 };
  for (const row of form.querySelectorAll<HTMLElement>('[data-line]')) {
    const text = field(row, 'model')?.value.trim() ?? '';
    const texts = COUNTS.map((name) => field(row, name)?.value ?? '');
    const requestsText = field(row, 'requests')?.value.trim() ?? '';
    const empty = text === '' && [...texts, requestsText].every((count) => count.trim() === '');
    const model = readModel(row, 'model', names, entered.readAs);
    const requests = requestsText === '' ? undefined : tokensFromText(requestsText);
    const requestsFault = requests === 0 ? NO_REQUESTS : countFault(requestsText);
    const [inputTokens, cachedInputTokens, outputTokens] = texts.map(tokensFromText);
    if (text === '' && !empty) say(row, 'model', 'Which model?');
    if (namedBy(text).isRest)
      say(row, 'model', 'They are together, as a link has no room for all.');
    for (const [index, name] of COUNTS.entries()) {
      say(row, name, countFault(texts[index] ?? ''));
    }
    say(row, 'requests', requestsFault);
    const removed = field(row, 'model')?.value || 'this line';
    row.querySelector('[data-remove]')?.setAttribute('aria-label', `Remove ${removed}`);
    if (empty) continue;
    if (
      text === '' ||
      inputTokens === undefined ||
      cachedInputTokens === undefined ||
      outputTokens === undefined ||
      requestsFault !== ''
    ) {
      entered.faults += 1;
      continue;
    }
    const workload = {
      inputTokens,
      cachedInputTokens,
      outputTokens,
      ...(requests !== undefined && { requests }),
    };
    if (!hasTokens(workload)) {
      entered.faults += 1;
      say(row, 'outputTokens', 'How many tokens?');
    } else if (entered.lines.length === MOST_LINES) {
      entered.faults += 1;
      say(row, 'model', `${MOST_LINES} lines at most are added up.`);
    } else {
      entered.lines.push({ id: model?.id ?? text, workload });
    }
  }
  return entered;
}

/** How many lines are in no total and no link yet, as they lack something; empty where none is. */
export function unfinishedText(faults: number): string {
  if (faults === 0) return '';
  return `Neither in the total nor in the link or a report: ${faults} unfinished ${faults === 1 ? 'line' : 'lines'}.`;
}

/** Puts a model, by its id, in the place of others in all lines that name one of them. */
export function takeFor(
  form: HTMLFormElement,
  ids: readonly string[],
  taken: string,
  { finder }: KnownNames,
): void {
  for (const row of form.querySelectorAll<HTMLElement>('[data-line]')) {
    const input = field(row, 'model');
    const id = finder.find(input?.value ?? '')?.model.id;
    if (input !== undefined && id !== undefined && ids.includes(id)) input.value = taken;
  }
}

function countFault(text: string): string {
  if (isAmbiguousCount(text)) {
    const [before = '', after = ''] = text.trim().split('.');
    return `This can be ${before} or ${before}${after}: write it without the point.`;
  }
  return tokensFromText(text) === undefined
    ? 'A number was expected, such as 2000000, 2M or 2e6.'
    : '';
}

/**
 * The model that a field names, which then shows its name; how another name was read goes to `readAs`.
 * What is no model's name is said beside the field, with what may be meant.
 */
export function readModel(
  row: HTMLElement,
  name: string,
  { finder }: KnownNames,
  readAs: string[],
): KnownModel | undefined {
  const input = field(row, name);
  const text = input?.value.trim() ?? '';
  const resolution = text === '' ? undefined : finder.resolve(text);
  const isFound = resolution === undefined || resolution.kind === 'found';
  const shortName = (model: KnownModel) => shortNameOf(model.name);
  say(row, name, isFound ? '' : unresolvedWords(shortened(text), resolution, shortName));
  if (input === undefined || resolution?.kind !== 'found') return undefined;
  const { model, exact } = resolution;
  if (!exact) readAs.push(`“${text}” is read as ${shortName(model)}.`);
  // What is being typed stays as it is typed.
  if (input !== document.activeElement) input.value = finder.nameOf(model);
  return model;
}

function lineRow(form: HTMLFormElement, line: UsageLine | undefined): HTMLElement {
  const row = form.querySelector('template')?.content.firstElementChild?.cloneNode(true);
  if (!(row instanceof HTMLElement)) throw new Error('the form has no template of a line');
  const model = field(row, 'model');
  if (line === undefined || model === undefined) return row;
  model.value = line.id;
  for (const name of COUNTS) {
    const count = field(row, name);
    if (count !== undefined) count.value = shortTokenText(line.workload[name]);
  }
  const requests = field(row, 'requests');
  if (requests !== undefined && line.workload.requests !== undefined) {
    requests.value = shortTokenText(line.workload.requests);
  }
  return row;
}

function field(row: HTMLElement, name: string): HTMLInputElement | undefined {
  return row.querySelector<HTMLInputElement>(`input[name=${name}]`) ?? undefined;
}

let faultIds = 0;

/** Says what is wrong with a field, to eyes and to a screen reader; an empty text takes it back. */
export function say(row: HTMLElement, name: string, fault: string): void {
  const input = field(row, name);
  const place = input?.closest('div')?.querySelector('.fault');
  if (input === undefined || !place) return;
  if (place.id === '') {
    faultIds += 1;
    place.id = `fault-${faultIds}`;
  }
  place.textContent = fault;
  if (fault === '') {
    input.removeAttribute('aria-invalid');
    input.removeAttribute('aria-describedby');
  } else {
    input.setAttribute('aria-invalid', 'true');
    input.setAttribute('aria-describedby', place.id);
  }
}
