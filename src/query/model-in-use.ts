import { shortNameOf } from '../library/model-names.ts';
import { unresolvedWords } from '../library/resolution-words.ts';
import { changeAddress, searchWith } from '../ui/link/address.ts';
import { reasonOf } from '../ui/try-again.ts';
import { ASKED_CHANGED } from './is-asked.ts';
import { knownNames } from './known-names.ts';

/** Keeps the model that a reader names as the one in use in the address; what it may mean is said. */
export async function keepModelInUse(field: HTMLInputElement): Promise<void> {
  const text = field.value.trim();
  field.setCustomValidity('');
  if (text === '') {
    keep('');
    return;
  }
  try {
    const { finder } = await knownNames();
    const resolution = finder.resolve(text);
    if (resolution.kind === 'found') {
      keep(resolution.model.id);
      return;
    }
    field.setCustomValidity(unresolvedWords(text, resolution, ({ name }) => shortNameOf(name)));
  } catch (error) {
    field.setCustomValidity(`What “${text}” means could not be looked up. ${reasonOf(error)}`);
  }
  field.reportValidity();
}

function keep(now: string): void {
  changeAddress(searchWith(location.search, { now }));
  document.dispatchEvent(new Event(ASKED_CHANGED));
}
