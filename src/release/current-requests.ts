import { currentPreparation } from './current-preparation.ts';
import { currentRelease } from './current-release.ts';
import type { ReleasedModel } from './release.ts';
import { type ModelRequests, modelRequests } from './requests.ts';
import { currentUsageReport } from './usage-report.ts';

let usedById:
  | ReadonlyMap<string, ReturnType<typeof currentUsageReport>['used'][number]>
  | undefined;

/** What one request of each kind emits with a model of the current release. */
export function currentRequests(model: ReleasedModel): ModelRequests {
  const { visible, used } = currentUsageReport();
  usedById ??= new Map(used.map((one) => [one.model.id, one]));
  return modelRequests(
    model,
    {
      workloads: currentRelease().data.factors.workloads,
      visible,
      used: usedById.get(model.id)?.tokens,
    },
    currentPreparation(),
  );
}
