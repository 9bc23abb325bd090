import { reasonOf, showProblem } from '../ui/try-again.ts';
import { isAsked } from './is-asked.ts';

/**
 * Fetches what follows the reader's wishes when the first of them is uttered: most come to read, and
 * the sentence stands there without it.
 */
const controls = document.querySelector('scenario-controls');
const problem = controls?.querySelector('[data-controls-problem]') ?? null;

/** What was chosen before the controls were there, in that order. */
const waiting = new Map<HTMLInputElement | HTMLSelectElement, string>();

let loading: Promise<unknown> | undefined;

/** Fetches the controls once; after a failure it begins anew the next time. */
function load(): Promise<unknown> {
  loading ??= Promise.all([
    import('./scenario-controls.ts'),
    import('./per-choice.ts'),
    import('./mass-choice.ts'),
  ]).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** Fetches the controls for what is asked; where they cannot be had, says so and offers to try again. */
async function follow(): Promise<void> {
  try {
    await load();
    showProblem(problem, '', follow);
  } catch (error) {
    // It names a scenario that nobody has read.
    controls?.querySelector('[data-differs]')?.toggleAttribute('hidden', true);
    controls?.removeAttribute('data-unread');
    showProblem(problem, `What you choose here is not applied. ${reasonOf(error)}`, follow);
    return;
  }
  const chosen = [...waiting];
  waiting.clear();
  for (const [field, value] of chosen) {
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

function followIfAsked(): void {
  if (isAsked(location.search)) void follow();
}

followIfAsked();
addEventListener('popstate', followIfAsked);
for (const touched of ['focusin', 'pointerover']) {
  // Nothing has been asked yet, so nothing is missed where this fails.
  const loadAhead = () => void load().catch(() => undefined);
  controls?.addEventListener(touched, loadAhead, { once: true, passive: true });
}
// What was chosen before the controls were there is chosen again.
controls?.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
  const reader = target.closest('per-choice, mass-choice, scenario-controls')?.localName ?? '';
  if (customElements.get(reader) === undefined) {
    waiting.delete(target);
    waiting.set(target, target.value);
  }
  if (waiting.size > 0) void follow();
});
