import { makerOf } from '../catalog/facts-of.ts';
import type { MakerFile } from '../catalog/maker.ts';
import { modelIdParts } from '../catalog/model-id.ts';
import type { CatalogData } from '../catalog/read-data.ts';
import type { NotEstimated, Release, ReleasedModel } from './release.ts';

/** Who makes models, with every entry of the list that is theirs. */
export interface Maker {
  /** The maker's part of the model ids. */
  id: string;
  name: string;
  /** What its own models are known to run on, where that is not GPUs alone. */
  servesOn: MakerFile['servesOn'];
  /** Those with an estimate, the lowest median first. */
  models: ReleasedModel[];
  withoutEstimate: NotEstimated[];
  /** Entries that are another one of its models under a second name or other terms. */
  otherNames: NotEstimated[];
}

/** Every maker of OpenRouter's list; those with most models first. */
export function makersOf(
  { models, notEstimated }: Pick<Release, 'models' | 'notEstimated'>,
  data: Pick<CatalogData, 'modelList' | 'makers'>,
): Maker[] {
  const listed = Map.groupBy(data.modelList.models, ({ id }) => modelIdParts(id).maker);
  const estimated = Map.groupBy(models, ({ maker }) => maker);
  const others = Map.groupBy(notEstimated, ({ id }) => modelIdParts(id).maker);
  return [...listed]
    .map(([id, entries]) => {
      const files = entries.map((entry) => makerOf(entry, data));
      // Where nobody has written a maker's file, not every entry's name says who made it.
      const file = files.find(({ name }) => name !== id) ?? files[0];
      const own = others.get(id) ?? [];
      return {
        id,
        name: file?.name ?? id,
        servesOn: file?.servesOn,
        models: (estimated.get(id) ?? []).toSorted((a, b) => grams(a).central - grams(b).central),
        withoutEstimate: own.filter((entry) => !isOtherName(entry)),
        otherNames: own.filter(isOtherName),
      };
    })
    .toSorted((a, b) => b.models.length - a.models.length || a.name.localeCompare(b.name, 'en'));
}

function isOtherName({ kind }: NotEstimated): boolean {
  return kind === 'variant' || kind === 'alias';
}

function grams({ perThousandOutputTokens }: ReleasedModel) {
  return perThousandOutputTokens.gramsCO2e;
}

/** A host with how many models of a maker it serves. */
export interface ServingHost {
  slug: string;
  name: string;
  modelCount: number;
}

/** Who serves a maker's models, by OpenRouter's endpoints; those with most of them first. */
export function hostsOf(models: readonly ReleasedModel[]): ServingHost[] {
  const pairs = models
    .filter(({ served }) => served.listed)
    .flatMap(({ id, served }) => served.endpoints.map(({ host }) => ({ id, host })));
  return [...Map.groupBy(pairs, ({ host }) => host.slug)]
    .map(([slug, served]) => ({
      slug,
      name: served[0]?.host.name ?? slug,
      modelCount: new Set(served.map(({ id }) => id)).size,
    }))
    .toSorted((a, b) => b.modelCount - a.modelCount || a.name.localeCompare(b.name, 'en'));
}
