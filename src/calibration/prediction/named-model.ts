import { coreArchitecture } from '../../catalog/core-architecture.ts';
import { architectureOf, recordOf } from '../../catalog/facts-of.ts';
import type { CatalogData } from '../../catalog/read-data.ts';
import { SERVED_MODELS } from '../../catalog/serving-measurement.ts';
import type { Architecture } from '../../estimation/energy-shape.ts';

/** Fields of a record that may name its model: as InferenceX or OpenRouter does, or as Hugging Face. */
export interface ModelNames {
  model?: string | undefined;
  hf_id?: string | undefined;
}

/** Finds the records of data/models by the names that scorers use. */
export type FindModel = (names: ModelNames) => NamedModel | undefined;

/** A model of ours, as far as a prediction needs it. */
export interface NamedModel {
  id: string;
  /** Absent where it is known between bounds, or not at all. */
  totalBillions: number | undefined;
  activeBillions: number | undefined;
  architecture: Architecture | undefined;
  /** Released with experts of 4 bits among layers of 8, so that "fp8" may name the latter. */
  expertsInFourBits: boolean;
}

/** The function that finds models in the records. */
export function modelFinder(makers: CatalogData['makers']): FindModel {
  const byHuggingFace = new Map<string, string>();
  for (const [maker, { models }] of makers) {
    for (const [slug, { huggingFaceId }] of Object.entries(models)) {
      if (huggingFaceId !== undefined) byHuggingFace.set(huggingFaceId, `${maker}/${slug}`);
    }
  }
  const servedAs = new Map<string, string>(
    Object.entries(SERVED_MODELS).map(([name, { model }]) => [name, model]),
  );
  return ({ model, hf_id }) => {
    const named = model === undefined ? undefined : (servedAs.get(model.toLowerCase()) ?? model);
    const id = named?.includes('/') ? named : byHuggingFace.get(hf_id ?? '');
    const facts = id === undefined ? undefined : recordOf({ id }, { makers });
    if (id === undefined || facts === undefined) return undefined;
    const { parameters } = facts;
    const recorded = architectureOf(facts, { makers });
    return {
      id,
      totalBillions: numberOrNothing(parameters?.totalBillions),
      activeBillions: numberOrNothing(parameters?.activeBillions),
      architecture: recorded && coreArchitecture(recorded),
      expertsInFourBits: facts.precision?.format === 'fp8-fp4-experts',
    };
  };
}

function numberOrNothing(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** A record without a size whose model we know, with our size; any other as it is. */
export function withSizeOfModel(input: unknown, find: FindModel): unknown {
  if (typeof input !== 'object' || input === null) return input;
  const fields = new Map<string, unknown>(Object.entries(input));
  const given = fields.get('total_b');
  if (given !== undefined && given !== null && given !== '') return input;
  const text = (name: string) => {
    const value = fields.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  const known = find({ model: text('model'), hf_id: text('hf_id') });
  if (known?.totalBillions === undefined || known.activeBillions === undefined) return input;
  return { ...input, total_b: known.totalBillions, active_b: known.activeBillions };
}
