import { CandidatesChanged } from '../../query/candidates.ts';
import { ASKED_CHANGED, areOthersAsked, isAsked } from '../../query/is-asked.ts';
import { clipboardTakes } from '../../ui/clipboard.ts';
import { parametersOf } from '../../ui/link/address.ts';
import { reasonOf, showProblem } from '../../ui/try-again.ts';

const answer = document.querySelector<HTMLElement>('carbon-answer[data-follows]');

const copying = answer?.querySelector('[data-copy-link]') ?? null;
const COPY = copying?.textContent ?? '';

let following: Promise<typeof import('./answer-view.ts')> | undefined;
/** The sentence that a failure stands in the place of. */
let spoilt: readonly Node[] | undefined;

/** Fetches what computes an answer when the one that the page was served with no longer answers. */
function follow(): void {
  const candidates = CandidatesChanged.latest;
  if (answer === null || candidates === undefined) return;
  const { ids, isAsServed } = candidates;
  const isServed =
    isAsServed && !areOthersAsked(location.search) && !parametersOf(location.search).has('now');
  if (following === undefined && isServed && !isAsked(location.search)) {
    unspoil(answer);
    return;
  }
  if (copying !== null) copying.textContent = COPY;
  // From now on the one that stands there is no answer.
  if (!isServed) answer.setAttribute('aria-busy', 'true');
  following ??= import('./answer-view.ts');
  void following
    .then(({ showAnswer }) => {
      // What shows answers keeps what the server has drawn.
      unspoil(answer);
      return showAnswer(answer, ids, isServed);
    })
    .catch((error: unknown) => {
      following = undefined;
      answer.removeAttribute('aria-busy');
      answer.toggleAttribute('data-none', true);
      const said = answer.querySelector('.answer');
      spoilt ??= [...(said?.childNodes ?? [])];
      showProblem(said, `No answer could be computed. ${reasonOf(error)}`, follow);
    });
}

/** Takes a failure back out of the answer's place. */
function unspoil(place: HTMLElement): void {
  if (spoilt === undefined) return;
  place.querySelector('.answer')?.replaceChildren(...spoilt);
  spoilt = undefined;
  place.toggleAttribute('data-none', false);
}

/** Keeps the model that the field names; where what reads it cannot be had, says so beside the field. */
async function keepNow(field: HTMLInputElement): Promise<void> {
  try {
    const { keepModelInUse } = await import('../../query/model-in-use.ts');
    await keepModelInUse(field);
  } catch (error) {
    field.setCustomValidity(
      `What “${field.value.trim()}” means could not be looked up. ${reasonOf(error)}`,
    );
    field.reportValidity();
  }
}

if (answer !== null) {
  // What writes it is there by the time that the table says among which models.
  if (isAsked(location.search)) void import('./answer-view.ts').catch(() => undefined);
  follow();
  document.addEventListener(CandidatesChanged.type, follow);
  document.addEventListener(ASKED_CHANGED, follow);
  addEventListener('popstate', follow);
  copying?.addEventListener('click', () => {
    void clipboardTakes(() => navigator.clipboard.writeText(location.href)).then((isTaken) => {
      copying.textContent = isTaken ? 'Copied' : 'Not allowed: copy the address';
    });
  });
  const field = answer.querySelector('input');
  field?.addEventListener('change', () => void keepNow(field));
}
