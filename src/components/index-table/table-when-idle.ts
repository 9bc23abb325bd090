/**
 * Fetches what sorts and filters once the page stands: at once where a link asks for something, else when
 * the browser is idle or the reader begins. What was done before it was there is done again.
 */
const table = document.querySelector('model-table');

/** Those that do something by being pressed. */
const PRESSED = '[data-sort], [data-reset], [data-export], [data-drop]';

let loading: Promise<unknown> | undefined;
function load(): Promise<unknown> {
  loading ??= import('./model-table.ts');
  return loading;
}

if (location.search !== '') void load();
else if (document.readyState === 'complete') void load();
else addEventListener('load', () => void load(), { once: true });
for (const begun of ['focusin', 'pointerover', 'keydown']) {
  addEventListener(begun, () => void load(), { once: true, passive: true });
}

function again(event: Event, repeat: (target: HTMLElement) => void): void {
  const { target } = event;
  if (customElements.get('model-table') !== undefined) return;
  if (!(target instanceof HTMLElement) || !event.isTrusted) return;
  void load().then(() => setTimeout(() => repeat(target)));
}

table?.addEventListener('input', (event) => {
  const field = event.target;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return;
  const { value } = field;
  const checked = field instanceof HTMLInputElement && field.checked;
  again(event, () => {
    field.value = value;
    if (field instanceof HTMLInputElement) field.checked = checked;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
});
table?.addEventListener('click', (event) => {
  if (!(event.target instanceof Element)) return;
  const button = event.target.closest<HTMLElement>(PRESSED);
  if (button !== null) again(event, () => button.click());
});
addEventListener('keydown', (event) => {
  if (event.key !== '/' || customElements.get('model-table') !== undefined) return;
  if (event.target instanceof Element && event.target.closest('input, select, textarea')) return;
  event.preventDefault();
  table?.querySelector<HTMLInputElement>('input[type=search]')?.focus();
});
