import { currentRelease } from '../release/current-release.ts';
import { type ValidationReport, validate } from './validate.ts';

let report: ValidationReport | undefined;

/** The validation of the current release, made once per process: it takes some seconds. */
export function currentValidation(): ValidationReport {
  if (report === undefined) {
    const { data, release } = currentRelease();
    const estimates = new Map(release.models.map((model) => [model.id, model]));
    report = validate({ ...data, estimates });
  }
  return report;
}
