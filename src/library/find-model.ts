import { certainModels } from './certain-models.ts';
import { type NamedModel, shortNameOf } from './model-names.ts';
import { type Found, modelSearch } from './model-search.ts';
import { spellingsOf } from './model-spellings.ts';
import { nearestModels } from './nearest-models.ts';
import { undecoratedNames } from './undecorated-name.ts';

/** The model that a name means and no other; `exact` where the list itself has the name. */
export interface Certain<Model> {
  kind: 'found';
  model: Model;
  exact: boolean;
}

/** What a text is taken for. */
export type Resolution<Model> =
  | Certain<Model>
  /** One of these, or another that the list does not have: the text does not say which. */
  | { kind: 'ambiguous'; candidates: Model[] }
  /** No model; the candidates are those whose names look most like it. */
  | { kind: 'nothing'; candidates: Model[] };

/** Finds models by names as people, exports and configurations write them. */
export interface ModelFinder<Model extends NamedModel> {
  /**
   * The model that a text means for certain: any of its names with the words in any order, with or
   * without its maker, however separated, with what gateways and clouds put around it. A text that
   * may mean another model, on the list or not, is never resolved.
   */
  resolve(text: string): Resolution<Model>;
  /** The same without what may be meant, for thousands of names. */
  find(text: string): Certain<Model> | undefined;
  /** All models that a text may mean, the best first. */
  search(text: string): Found<Model>;
  /** What a field may hold for a model: its shortest name that is no other's. */
  nameOf(model: Model): string;
}

/** No name is as long; what is, has not been written as one. */
const LONGEST_NAME = 200;
const MOST_CANDIDATES = 5;

/** The finder of these models. */
export function modelFinder<Model extends NamedModel>(
  models: readonly Model[],
): ModelFinder<Model> {
  const spellings = models.map(spellingsOf);
  const certain = certainModels(spellings);
  const search = modelSearch(spellings);
  const nearest = nearestModels(models);

  const find = (text: string): Certain<Model> | undefined => {
    const name = text.trim().toLowerCase();
    const [one, ...others] = isName(name) ? certain(name) : [];
    return one === undefined || others.length > 0
      ? undefined
      : { kind: 'found', model: one.model, exact: one.texts.includes(name) };
  };

  const resolve = (text: string): Resolution<Model> => {
    const found = find(text);
    if (found !== undefined) return found;
    const name = text.trim().toLowerCase();
    if (!isName(name)) return { kind: 'nothing', candidates: [] };
    const sharing = certain(name).map(({ model }) => model);
    const candidates = sharing.length > 0 ? sharing : search(name).models;
    return candidates.length > 0
      ? { kind: 'ambiguous', candidates: candidates.slice(0, MOST_CANDIDATES) }
      : { kind: 'nothing', candidates: nearest(undecoratedNames(name).at(-1) ?? name) };
  };

  return {
    resolve,
    find,
    search: (text) => {
      if (!isName(text)) return { models: [], typo: false };
      const { models: found, typo } = search(text);
      const model = find(text)?.model;
      return model === undefined
        ? { models: found, typo }
        : { models: [model, ...found.filter((other) => other !== model)], typo: false };
    },
    nameOf: (model) =>
      [shortNameOf(model.name), model.name].find((name) => find(name)?.model === model) ?? model.id,
  };
}

function isName(text: string): boolean {
  return text !== '' && text.length <= LONGEST_NAME;
}
