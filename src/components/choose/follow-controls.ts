import { CandidatesChanged } from '../../query/candidates.ts';
import { ASKED_CHANGED, isAsked } from '../../query/is-asked.ts';
import { parametersOf } from '../../ui/link/address.ts';

const answer = document.querySelector<HTMLElement>('carbon-answer[data-follows]');

let candidates: CandidatesChanged | undefined;
let following: Promise<typeof import('./answer-view.ts')> | undefined;

/** Fetches what computes an answer when the one that the page was served with no longer answers. */
function follow(): void {
  if (answer === null || candidates === undefined) return;
  const { ids, isAsServed } = candidates;
  const isServed =
    isAsServed && !isAsked(location.search) && !parametersOf(location.search).has('now');
  if (following === undefined && isServed) return;
  following ??= import('./answer-view.ts');
  void following
    .then(({ showAnswer }) => showAnswer(answer, ids, isServed))
    .catch(() => {
      following = undefined;
    });
}

if (answer !== null) {
  document.addEventListener(CandidatesChanged.type, (event) => {
    if (event instanceof CandidatesChanged) candidates = event;
    follow();
  });
  document.addEventListener(ASKED_CHANGED, follow);
  addEventListener('popstate', follow);
  const field = answer.querySelector('input');
  field?.addEventListener('change', () => {
    void import('./model-in-use.ts')
      .then(({ keepModelInUse }) => keepModelInUse(field))
      .then(follow);
  });
}
