import { shortNameOf } from '../../library/model-names.ts';
import { unresolvedWords } from '../../library/resolution-words.ts';
import { knownNames } from '../../query/known-names.ts';

/** What a text asks to add: a model, or none; and what is to be said of it. */
export interface ModelToAdd {
  id: string | undefined;
  said: string;
}

/**
 * The model that a text means, or the one that it means most likely, with how it was read. Rejects
 * where the names of the models cannot be read.
 */
export async function modelToAdd(text: string): Promise<ModelToAdd> {
  const { finder, notEstimated } = await knownNames();
  const entry = notEstimated.find(({ id }) => id === text.toLowerCase());
  if (entry !== undefined) {
    return { id: undefined, said: `${entry.id} has no estimate. ${entry.reason}` };
  }
  const resolution = finder.resolve(text);
  if (resolution.kind === 'found') {
    const { exact, model } = resolution;
    const name = shortNameOf(model.name);
    const said = exact ? `Added ${name}.` : `Added ${name}, read from “${text}”.`;
    return { id: model.id, said };
  }
  const {
    models: [best],
    typo,
  } = finder.search(text);
  if (best === undefined) {
    const said = unresolvedWords(text, resolution, ({ name }) => shortNameOf(name));
    return { id: undefined, said };
  }
  const name = shortNameOf(best.name);
  const said = typo
    ? `Nothing is called “${text}”. Added ${name}, one letter from it.`
    : `Added ${name}, the best match for “${text}”.`;
  return { id: best.id, said };
}
