/** A model of the release by all names that a record of usage may call it. */
export interface NamedModel {
  id: string;
  /** As OpenRouter lists it. */
  name: string;
  /** OpenRouter's permanent name. */
  canonicalSlug: string;
  evidence: string;
  /** Ids that are this model under other terms, and its aliases. */
  variants: readonly string[];
}

/** /api/v1/model-names.json */
export interface ModelNames {
  release: string;
  methodVersion: string;
  models: readonly NamedModel[];
  /** Entries of the list that no model answers for, with the reason. */
  notEstimated: readonly { id: string; reason: string }[];
}

/**
 * A function that finds the model that a text means: its id, permanent name, a variant, an alias or
 * its full name, in any case. A variant that is not known by itself (:free) is its model's. Where
 * one permanent name belongs to several models, the first of the release answers.
 */
export function modelFinder(
  models: readonly NamedModel[],
): (text: string) => NamedModel | undefined {
  const known = new Map<string, NamedModel>();
  const add = (name: string, model: NamedModel) => {
    if (!known.has(name.toLowerCase())) known.set(name.toLowerCase(), model);
  };
  for (const model of models) add(model.id, model);
  for (const model of models) {
    for (const name of [model.canonicalSlug, model.name, ...model.variants]) add(name, model);
  }
  return (text) => {
    const wanted = text.trim().toLowerCase();
    return known.get(wanted) ?? known.get(wanted.replace(/:[^:/\s]+$/, ''));
  };
}
