import type { Method } from '../../estimation/method.ts';
import { type EstimationInput, type Preparation, prepare } from '../../estimation/preparation.ts';
import { type EstimationInputs, inputsById } from '../../release/estimation-inputs.ts';

/** The core as the site was built with it: its draws, and what each model is estimated from, by id. */
export interface PublishedCore {
  preparation: Preparation;
  inputs: ReadonlyMap<string, EstimationInput>;
}

let published: Promise<PublishedCore> | undefined;

/**
 * The core with the inputs of the release. They are fetched once; where that fails, it throws, and the
 * next call tries again.
 */
export function publishedCore(): Promise<PublishedCore> {
  published ??= load().catch((error: unknown) => {
    published = undefined;
    throw error;
  });
  return published;
}

async function load(): Promise<PublishedCore> {
  const [{ method }, inputs] = await Promise.all([
    read<{ method: Method }>('/api/v1/method.json'),
    read<EstimationInputs>('/api/v1/estimation-inputs.json'),
  ]);
  return { preparation: prepare(method), inputs: inputsById(inputs) };
}

async function read<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.json();
}
