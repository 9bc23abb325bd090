import { methodOf } from '../../catalog/method.ts';
import { prepare } from '../../estimation/preparation.ts';
import { currentRelease } from '../../release/current-release.ts';
import { type FrontierOf, prepareFrontiers } from '../../release/frontier.ts';

let prepared: FrontierOf | undefined;

/** The fronts of the current release; a model is drawn once, whichever page asks first. */
export const frontierOfRelease: FrontierOf = (index, workload) => {
  if (prepared === undefined) {
    const { data, release } = currentRelease();
    prepared = prepareFrontiers(release.models, prepare(methodOf(data.factors)));
  }
  return prepared(index, workload);
};
