import { isAsked } from './is-asked.ts';

/**
 * Fetches what follows the reader's wishes when the first of them is uttered: most come to read, and
 * the sentence stands there without it.
 */
const controls = document.querySelector('scenario-controls');

let loading: Promise<unknown> | undefined;
function load(): Promise<unknown> {
  loading ??= Promise.all([
    import('./scenario-controls.ts'),
    import('./per-choice.ts'),
    import('./mass-choice.ts'),
  ]);
  return loading;
}

function loadIfAsked(): void {
  if (isAsked(location.search)) void load();
}

loadIfAsked();
addEventListener('popstate', loadIfAsked);
for (const touched of ['focusin', 'pointerover']) {
  controls?.addEventListener(touched, () => void load(), { once: true, passive: true });
}
// What was chosen before the controls were there is chosen again.
controls?.addEventListener('change', ({ target }) => {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
  if (!isField || customElements.get('per-choice') !== undefined) return;
  const { value } = target;
  void load().then(() => {
    target.value = value;
    target.dispatchEvent(new Event('change', { bubbles: true }));
  });
});
