/** What browsers say of a script that did not come. Most remember it: only the page loaded anew asks again. */
const SCRIPT_FAILED = /module/;

/** Where another try has been made in vain. */
const tried = new WeakSet<Element>();

/**
 * Says beside what it spoils why something could not be had, with a button that tries again; an empty
 * text takes it away. Where a script did not come at another try either, the button loads the page anew.
 */
export function showProblem(place: Element | null, text: string, again: () => void): void {
  if (place === null) return;
  place.toggleAttribute('hidden', text === '');
  if (text === '') {
    tried.delete(place);
    place.replaceChildren();
    return;
  }
  const button = document.createElement('button');
  button.type = 'button';
  const isRemembered = tried.has(place) && SCRIPT_FAILED.test(text);
  button.textContent = isRemembered ? 'Reload the page' : 'Try again';
  button.addEventListener('click', () => {
    tried.add(place);
    if (isRemembered) location.reload();
    else again();
  });
  place.replaceChildren(`${text.replace(/\.?$/, '.')} `, button);
}

/** What an error says, without a full stop. */
export function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
}
