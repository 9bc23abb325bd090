import type { NamedModel } from '../release/model-names.ts';
import { certainModels } from './certain-models.ts';
import { type Found, modelSearch } from './model-search.ts';
import { spellingsOf } from './model-spellings.ts';
import { nearestModels } from './nearest-models.ts';
import { undecoratedNames } from './undecorated-name.ts';

/** What a text is taken for. */
export type Resolution<Model> =
  /** This model and no other; `exact` where the list itself calls it so. */
  | { kind: 'found'; model: Model; exact: boolean }
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
  /** All models that a text may mean, the best first. */
  search(text: string): Found<Model>;
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

  const resolve = (text: string): Resolution<Model> => {
    const name = text.trim().toLowerCase();
    if (name === '' || name.length > LONGEST_NAME) return { kind: 'nothing', candidates: [] };
    const known = certain(name);
    const [one] = known;
    if (one !== undefined && known.length === 1) {
      return { kind: 'found', model: one.model, exact: one.texts.includes(name) };
    }
    const candidates = known.length > 0 ? known.map(({ model }) => model) : search(name).models;
    return candidates.length > 0
      ? { kind: 'ambiguous', candidates: candidates.slice(0, MOST_CANDIDATES) }
      : { kind: 'nothing', candidates: nearest(undecoratedNames(name).at(-1) ?? name) };
  };

  return {
    resolve,
    search: (text) => {
      if (text.length > LONGEST_NAME) return { models: [], typo: false };
      const found = search(text);
      const resolution = resolve(text);
      if (resolution.kind !== 'found') return found;
      const { model } = resolution;
      return { models: [model, ...found.models.filter((other) => other !== model)], typo: false };
    },
  };
}
