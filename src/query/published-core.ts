import { type EstimationInput, type Preparation, prepare } from '../estimation/preparation.ts';
import { inputsById } from '../library/estimation-inputs.ts';
import { kept } from './kept.ts';
import { publishedFile } from './published-file.ts';

/** The core as the site was built with it: its draws, and what each model is estimated from, by id. */
export interface PublishedCore {
  preparation: Preparation;
  inputs: ReadonlyMap<string, EstimationInput>;
}

/** The draws of the release. Rejects with UnreadFile, and begins anew the next time. */
export const publishedPreparation = kept(async (): Promise<Preparation> => {
  const { method } = await publishedFile('/api/v1/method.json');
  return prepare(method);
});

/** The core with the inputs of the release. Rejects with UnreadFile, and begins anew the next time. */
export const publishedCore = kept(async (): Promise<PublishedCore> => {
  const [preparation, inputs] = await Promise.all([
    publishedPreparation(),
    publishedFile('/api/v1/estimation-inputs.json'),
  ]);
  return { preparation, inputs: inputsById(inputs) };
});
