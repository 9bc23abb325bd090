import { levelFromText } from '../../library/quality-level.ts';
import { type Asked, askedOf } from '../../query/asked.ts';
import { functionalUnitOf, writeFunctionalUnit } from '../../query/asked-words.ts';
import { CandidatesChanged } from '../../query/candidates.ts';
import {
  type AskedChoice,
  type AskedChosen,
  choiceFor,
  modelInUse,
  type NamedId,
} from '../../query/choice.ts';
import { writeMassUnit } from '../../query/in-mass-unit.ts';
import { MASS_UNIT } from '../../query/mass-unit.ts';
import { isOfOneKind, type Per, PUBLISHED_PER } from '../../query/per.ts';
import { againstSentence, amongLowestText, pricedNote } from '../../text/choice.ts';
import { quantityText, rangeText } from '../../text/numbers.ts';
import { KeptContent } from '../../ui/kept-content.ts';
import { LinkReader } from '../../ui/link/link-reader.ts';
import { sitePath } from '../../ui/link/site-path.ts';
import { reasonOf, showProblem } from '../../ui/try-again.ts';
import { writeChosen } from './chosen-rows.ts';
import { modelFacts } from './model-facts.ts';

/** What the server has drawn, to come back to. */
let served: readonly KeptContent[] | undefined;
let step = 0;

/** Shows which of some models emits least as the address asks; `isServed` where the page says it already. */
export async function showAnswer(
  root: HTMLElement,
  ids: readonly string[],
  isServed: boolean,
): Promise<void> {
  served ??= [
    ...root.querySelectorAll<HTMLElement>('.answer, [data-count], [data-priced], .chosen, .below'),
  ].map((part) => new KeptContent(part));
  step += 1;
  const own = step;
  root.toggleAttribute('data-none', false);
  void writeModelInUse(root);
  markLevel(root);
  if (isServed) {
    for (const content of served) content.restore();
    showPerToken(root, PUBLISHED_PER);
    writeMassUnit(root, new LinkReader(location.search).read(MASS_UNIT));
    root.removeAttribute('aria-busy');
    return;
  }
  root.setAttribute('aria-busy', 'true');
  try {
    const { search } = location;
    const asked = await askedOf(search);
    const inUse = await modelInUse(search);
    const answer = await choiceFor(asked, ids, inUse?.id);
    if (own !== step) return;
    keepRoom(root);
    for (const content of served) content.restore();
    write(root, answer, asked, inUse);
  } catch (error) {
    if (own !== step) return;
    keepRoom(root);
    showProblem(
      root.querySelector('.answer'),
      `Which of them emits least could not be computed. ${reasonOf(error)}`,
      () => void showAnswer(root, ids, isServed),
    );
    root.toggleAttribute('data-none', true);
  }
  root.removeAttribute('aria-busy');
}

/** Shorter sentences must not pull up what stands below them. By now fonts have come, which heights are of. */
function keepRoom(root: HTMLElement): void {
  const sentences = [...root.querySelectorAll<HTMLElement>('.answer, .rests')];
  const heights = sentences.map(({ offsetHeight }) => `${offsetHeight}px`);
  for (const [place, height] of heights.entries()) {
    sentences[place]?.style.setProperty('min-height', height);
  }
}

function write(
  root: HTMLElement,
  answer: AskedChoice | undefined,
  asked: Asked,
  inUse: NamedId | undefined,
): void {
  const facts = modelFacts(CandidatesChanged.latest?.rows ?? []);
  const first = answer?.chosen[0];
  const model = facts.get(first?.id ?? '');
  if (answer === undefined || first === undefined || model === undefined) {
    say(root, '.answer', 'No model is known to do all of this.');
    say(root, '[data-count]', 'Fewer demands leave more to choose from.');
    root.toggleAttribute('data-none', true);
    return;
  }
  const { candidates, places, highest } = answer;
  const link = root.querySelector<HTMLAnchorElement>('[data-name]');
  if (link !== null) link.href = model.href;
  say(root, '[data-name]', model.name);
  sayGrams(root, '[data-median]', quantityText(first.gramsCO2e.central));
  sayGrams(root, '[data-range]', rangeText(first.gramsCO2e));
  say(root, '[data-among]', amongLowestText(first.amongLowest, places));
  const host = root.querySelector<HTMLAnchorElement>('[data-host]');
  if (host !== null) {
    host.href = `${model.href}#served`;
    host.hidden = !model.isHostAssumed;
  }
  say(root, '[data-against]', againstWords(first, inUse, facts.get(highest.id)?.name, highest.id));
  const count = `${candidates.length} ${candidates.length === 1 ? 'model' : 'models'}`;
  say(root, '[data-count]', `Of ${count} that can do this.`);
  const priced = candidates.filter((id) => facts.get(id)?.evidence === 'price').length;
  say(root, '[data-priced]', pricedNote(priced, candidates.length));
  showPerToken(root, asked.per);
  writeFunctionalUnit(root, functionalUnitOf(asked));
  writeChosen(root, answer, { inUse, index: levelFromText(scoreAsked())?.index, facts });
  writeMassUnit(root, asked.unit);
}

function againstWords(
  { id, against }: AskedChosen,
  inUse: NamedId | undefined,
  highest: string | undefined,
  highestId: string,
): string {
  if (inUse !== undefined) {
    return id === inUse.id
      ? 'It is the model that you use now.'
      : againstSentence(inUse.name, against);
  }
  return id === highestId || highest === undefined
    ? ''
    : againstSentence(`${highest}, which emits most of these,`, against);
}

/** Marks the answer at the score that is asked for, among those at other scores. */
function markLevel(root: HTMLElement): void {
  const score = scoreAsked();
  for (const link of root.querySelectorAll('.ladder a')) {
    if (link.getAttribute('href') === sitePath(`/choose/${score}/`))
      link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

/** Figures per token say that a task takes more of some models' tokens; those per request count it. */
function showPerToken(root: HTMLElement, per: Per): void {
  root.querySelector('[data-per-token]')?.toggleAttribute('hidden', !isOfOneKind(per));
}

/** As the sentence above has it. */
function scoreAsked(): string {
  return document.querySelector<HTMLSelectElement>('select[name=score]')?.value ?? '';
}

async function writeModelInUse(root: HTMLElement): Promise<void> {
  const field = root.querySelector('input');
  if (field === null || field === document.activeElement) return;
  // What cannot be looked up is said beside the answer.
  const model = await modelInUse(location.search).catch(() => undefined);
  field.value = model?.name ?? '';
  field.toggleAttribute('data-set', model !== undefined);
}

/** Says a figure in grams, which the unit that is asked for is written from. */
function sayGrams(root: HTMLElement, part: string, grams: string): void {
  const element = root.querySelector<HTMLElement>(part);
  if (element !== null) element.dataset.grams = grams;
}

function say(root: HTMLElement, part: string, text: string): void {
  const element = root.querySelector(part);
  if (element !== null) element.textContent = text;
}
