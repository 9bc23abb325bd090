import { shortNameOf } from '../library/model-names.ts';
import { knownNames } from './known-names.ts';

/** A model that a text may mean. */
export interface Suggestion {
  id: string;
  name: string;
  makerName: string;
  /** The shortest name that a field may hold for it. */
  text: string;
}

const SHOWN = 8;

/** The models that a text may mean, the best first. Rejects where their names cannot be read. */
export async function suggestionsFor(text: string): Promise<Suggestion[]> {
  if (text.trim() === '') return [];
  const { finder } = await knownNames();
  return finder
    .search(text)
    .models.slice(0, SHOWN)
    .map((model) => ({
      id: model.id,
      name: shortNameOf(model.name),
      makerName: model.makerName ?? '',
      text: finder.nameOf(model),
    }));
}
