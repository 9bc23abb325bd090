import { CandidatesChanged } from '../../query/candidates.ts';
import { ASKED_CHANGED, areOthersAsked, isAsked } from '../../query/is-asked.ts';
import { clipboardTakes } from '../../ui/clipboard.ts';
import { parametersOf } from '../../ui/link/address.ts';
import { reasonOf } from '../../ui/try-again.ts';

const answer = document.querySelector<HTMLElement>('carbon-answer[data-follows]');

const copying = answer?.querySelector('[data-copy-link]') ?? null;
const COPY = copying?.textContent ?? '';

let following: Promise<typeof import('./answer-view.ts')> | undefined;

/** Fetches what computes an answer when the one that the page was served with no longer answers. */
function follow(): void {
  const candidates = CandidatesChanged.latest;
  if (answer === null || candidates === undefined) return;
  const { ids, isAsServed } = candidates;
  const isServed =
    isAsServed && !areOthersAsked(location.search) && !parametersOf(location.search).has('now');
  if (following === undefined && isServed && !isAsked(location.search)) return;
  if (copying !== null) copying.textContent = COPY;
  // From now on the one that stands there is no answer.
  if (!isServed) answer.setAttribute('aria-busy', 'true');
  following ??= import('./answer-view.ts');
  void following
    .then(({ showAnswer }) => showAnswer(answer, ids, isServed))
    .catch((error: unknown) => {
      following = undefined;
      answer.removeAttribute('aria-busy');
      answer.toggleAttribute('data-none', true);
      const said = answer.querySelector('.answer');
      if (said !== null) said.textContent = `No answer could be computed. ${reasonOf(error)}.`;
    });
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
  field?.addEventListener('change', () => {
    void import('../../query/model-in-use.ts').then(({ keepModelInUse }) => keepModelInUse(field));
  });
}
