import { keepsPage } from '../../catalog/no-estimate.ts';
import { groupedBy } from '../../library/model-spellings.ts';
import type { Release, ReleasedModel } from '../../release/release.ts';
import { type GoneModel, goneModels } from './history.ts';

/** A name under which a model is looked for, and the model whose page answers. */
export interface MovedModel {
  from: string;
  to: Pick<ReleasedModel, 'id' | 'name'>;
}

/**
 * Names that lead to a model's page though they are not its id: the permanent name, variants and aliases, and
 * the ids of before, of models that OpenRouter has renamed. A name that several models could mean leads nowhere.
 */
export function movedModels(
  { models, notEstimated }: Pick<Release, 'models' | 'notEstimated'>,
  gone: readonly GoneModel[] = goneModels(),
): MovedModel[] {
  // The same under other terms has a page of its own, and shares the permanent name.
  const plain = models.filter(({ id, soldAs }) => soldAs === undefined && !id.includes(':'));
  const byPermanentName = groupedBy(plain, ({ listed }) => [listed.canonicalSlug]);
  const named = [
    ...models.flatMap((model) =>
      [...model.variants, ...model.aliases].map((from) => ({ from, to: model })),
    ),
    ...[...byPermanentName].flatMap(([from, those]) => those.map((to) => ({ from, to }))),
    ...gone.flatMap(({ model: { id: from, canonicalSlug = '' }, withdrawn }) =>
      withdrawn === undefined
        ? (byPermanentName.get(canonicalSlug) ?? []).map((to) => ({ from, to }))
        : [],
    ),
  ];
  const ownPages = new Set([
    ...models.map(({ id }) => id),
    ...notEstimated.filter(keepsPage).map(({ id }) => id),
    ...gone.flatMap(({ model: { id }, withdrawn }) => (withdrawn === undefined ? [] : [id])),
  ]);
  return [...groupedBy(named, ({ from }) => [from])].flatMap(([from, [one, ...others]]) =>
    one === undefined || others.some(({ to }) => to.id !== one.to.id) || ownPages.has(from)
      ? []
      : [{ from, to: { id: one.to.id, name: one.to.name } }],
  );
}
