/** A model by all names that people, exports and links may call it. */
export interface NamedModel {
  id: string;
  /** As OpenRouter lists it. */
  name: string;
  makerName?: string | undefined;
  /** OpenRouter's permanent name. */
  canonicalSlug?: string | undefined;
  /** Of its weights, where they are published. */
  huggingFaceId?: string | undefined;
  /** Ids that are this model under other terms, and its aliases. */
  variants: readonly string[];
}

/** /api/v1/model-names.json */
export interface ModelNames {
  release: string;
  methodVersion: string;
  models: readonly (NamedModel & { evidence: string })[];
  /** Entries of the list that no model answers for, with the reason. */
  notEstimated: readonly { id: string; reason: string }[];
}

/** What of a released model its names are taken from. */
interface Listed {
  id: string;
  name: string;
  makerName: string;
  listed: { canonicalSlug: string; huggingFaceId?: string | undefined };
  facts: { huggingFaceId?: string | undefined } | undefined;
  variants: readonly string[];
  aliases: readonly string[];
}

/** All names of a model of the release. */
export function namesOf({ id, name, makerName, listed, facts, variants, aliases }: Listed) {
  return {
    id,
    name,
    makerName,
    canonicalSlug: listed.canonicalSlug,
    huggingFaceId: listed.huggingFaceId ?? facts?.huggingFaceId,
    variants: [...variants, ...aliases],
  } satisfies NamedModel;
}

/** A model's name with its maker's before it, also where OpenRouter lists it without. */
export function fullNameOf({ name, makerName }: Pick<NamedModel, 'name' | 'makerName'>): string {
  return makerName === undefined ? name : `${makerName}: ${shortNameOf(name)}`;
}

/** A model's name as OpenRouter lists it, without the maker's before the colon. */
export function shortNameOf(name: string): string {
  return name.replace(/^[^:]+:\s+/, '');
}
