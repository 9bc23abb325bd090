import type * as z from 'zod';
import { modelIdParts } from '../catalog/model-id.ts';
import { type ListedModel, ModelId } from '../catalog/snapshot.ts';
import type { ForeignModel } from './foreign.ts';
import { creationDay, dayOf, expiryDay, isToCome, pastDay } from './foreign-dates.ts';
import { foreignText } from './foreign-text.ts';
import { sortedUnique } from './order.ts';
import { plainText } from './plain-text.ts';
import { pricing } from './pricing.ts';
import type { DropField } from './sift.ts';

/** How ids of aliases begin. */
const ALIAS = '~';

const HUGGING_FACE_ID = /^[\w-][\w.-]*\/[\w-][\w.-]*$/;

/** The first count that says something: OpenRouter writes null or 0 where it knows none. */
export function positiveCount(...counts: (number | null | undefined)[]): number | undefined {
  return counts.find((count) => typeof count === 'number' && count > 0) ?? undefined;
}

/** One record of OpenRouter's model list in our words; `retrieved` is the day of the list. */
export function translateModel(
  foreign: ForeignModel,
  retrieved: string,
  drop: DropField,
): z.input<typeof ListedModel> {
  const parameters = foreign.supported_parameters ?? [];
  return {
    id: foreign.id,
    canonicalSlug:
      foreignText(foreign.canonical_slug, 'canonical_slug', drop) ||
      modelIdParts(foreign.id).baseId,
    name: nameOf(foreign, drop),
    created: created(foreign, retrieved, drop),
    huggingFaceId: huggingFaceId(foreign, drop),
    contextTokens: positiveCount(foreign.context_length, foreign.top_provider?.context_length),
    maxOutputTokens: positiveCount(foreign.top_provider?.max_completion_tokens),
    inputModalities: modalities(foreign.architecture.input_modalities ?? []),
    outputModalities: modalities(foreign.architecture.output_modalities),
    tokenizer:
      foreignText(foreign.architecture.tokenizer, 'architecture.tokenizer', drop) || undefined,
    ...pricing(foreign.pricing, drop),
    supportsTools: parameters.includes('tools'),
    supportsReasoning: parameters.includes('reasoning') || Boolean(foreign.reasoning),
    reasoningMandatory: foreign.reasoning?.mandatory ?? undefined,
    knowledgeCutoff: day(foreign.knowledge_cutoff, 'knowledge_cutoff', pastDay, retrieved, drop),
    expires: day(foreign.expiration_date, 'expiration_date', expiryDay, retrieved, drop),
    aliasOf: aliasOf(foreign, drop),
    artificialAnalysis: qualityIndices(foreign),
  };
}

/** As it is listed; its id where it has no name that can be read. */
function nameOf({ id, name }: ForeignModel, drop: DropField): string {
  const text = foreignText(name, 'name', drop);
  if (text === '') drop('name', name, 'expected a text; its id stands in');
  return text || id;
}

function created(
  { created: seconds }: ForeignModel,
  retrieved: string,
  drop: DropField,
): string | undefined {
  if (isToCome(seconds ?? 0, retrieved)) {
    drop('created', seconds, `expected seconds since 1970, up to ${retrieved}`);
  }
  return creationDay(seconds ?? 0, retrieved);
}

function modalities(foreign: readonly string[]): string[] {
  return sortedUnique(
    foreign.map((name) => plainText(name).toLowerCase()).filter((name) => name !== ''),
  );
}

function huggingFaceId(foreign: ForeignModel, drop: DropField): string | undefined {
  const id = (foreign.hugging_face_id ?? '').trim();
  if (id !== '' && !HUGGING_FACE_ID.test(id)) {
    drop('hugging_face_id', id, 'expected owner/name');
    return undefined;
  }
  return id || undefined;
}

function aliasOf(foreign: ForeignModel, drop: DropField): string | undefined {
  const slug = foreign.alias_target?.slug ?? undefined;
  if (slug !== undefined && !ModelId.safeParse(slug).success) {
    drop('alias_target.slug', slug, 'expected maker/slug');
    return undefined;
  }
  // What becomes an alias is no model of its own any more.
  if (slug !== undefined && !foreign.id.startsWith(ALIAS)) {
    drop('alias_target.slug', slug, `expected of ids that begin with ${ALIAS} alone`);
    return undefined;
  }
  return slug;
}

function day(
  text: string | null | undefined,
  field: string,
  sensible: (day: string, retrieved: string) => string | undefined,
  retrieved: string,
  drop: DropField,
): string | undefined {
  if (text === null || text === undefined || text.trim() === '') {
    return undefined;
  }
  const found = dayOf(text);
  if (found === undefined) {
    drop(field, text, 'expected a date such as 2026-08-22');
    return undefined;
  }
  const known = sensible(found, retrieved);
  if (known === undefined && sensible === pastDay) {
    drop(field, text, `expected a day up to ${retrieved}`);
  }
  return known;
}

function qualityIndices(foreign: ForeignModel) {
  const indices = foreign.benchmarks?.artificial_analysis;
  const found = {
    intelligence: indices?.intelligence_index ?? undefined,
    coding: indices?.coding_index ?? undefined,
    agentic: indices?.agentic_index ?? undefined,
  };
  return Object.values(found).some((index) => index !== undefined) ? found : undefined;
}
