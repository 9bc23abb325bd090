/**
 * Says beside what it spoils why something could not be had, with a button that tries again; an empty
 * text takes it away.
 */
export function showProblem(place: Element | null, text: string, again: () => void): void {
  if (place === null) return;
  place.toggleAttribute('hidden', text === '');
  if (text === '') {
    place.replaceChildren();
    return;
  }
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Try again';
  button.addEventListener('click', again);
  place.replaceChildren(`${text.replace(/\.?$/, '.')} `, button);
}

/** What an error says, without a full stop. */
export function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
}
