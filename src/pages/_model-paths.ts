import { goneBadgeOf } from '../published/archive/gone-badge.ts';
import { type GoneModel, goneModels, leftModels } from '../published/archive/history.ts';
import { badgeOf } from '../published/badge.ts';
import { modelJsonName } from '../published/model-json-path.ts';
import { currentRelease } from '../release/current.ts';
import type { ReleasedModel } from '../release/release.ts';

/** What a report is of: a model of the release, or one that has left the list. */
export type ReportOf = { model: ReleasedModel; left?: never } | { left: GoneModel; model?: never };

/** A path for each report, named as the model's other files are. */
export function reportPaths() {
  return [
    ...currentRelease().release.models.map((model) => ({
      params: { id: modelJsonName(model.id) },
      props: { model } satisfies ReportOf,
    })),
    ...leftModels().map((left) => ({
      params: { id: modelJsonName(left.model.id) },
      props: { left } satisfies ReportOf,
    })),
  ];
}

/** A path for each badge: also of models that had a figure once, whose badges stand in others' pages. */
export function badgePaths() {
  return [
    ...currentRelease().release.models.map((model) => ({
      params: { id: modelJsonName(model.id) },
      props: { badge: badgeOf(model) },
    })),
    ...goneModels().map((gone) => ({
      params: { id: modelJsonName(gone.model.id) },
      props: { badge: goneBadgeOf(gone) },
    })),
  ];
}
