import type { PackagedModel } from '../library/packaged-release.ts';
import { supplierSentence } from '../text/stated-figures.ts';

type Caveats = Pick<PackagedModel, 'id' | 'hostListedByOpenRouter' | 'statedByMaker'>;

/** What a reader of these models' figures must know besides: hosts that are assumed, what makers state themselves. */
export function caveatsOn(models: readonly Caveats[]): string[] {
  return models
    .flatMap(({ id, hostListedByOpenRouter, statedByMaker = [] }) => [
      hostListedByOpenRouter === false ? `The host of ${id} is assumed.` : undefined,
      supplierSentence(`The maker of ${id}`, statedByMaker),
    ])
    .filter((sentence) => sentence !== undefined);
}

/** The same for a program, beside a model's figures. */
export function caveatsJson({ hostListedByOpenRouter, statedByMaker }: Caveats) {
  return { hostListedByOpenRouter, statedByMaker };
}
