import { currentPreparation, currentRelease } from '../../release/current.ts';
import type { ReleasedModel } from '../../release/release.ts';
import { type ModelReport, reportBasis, reportOfModel, reportSubject } from './report-of-model.ts';
import type { ReportBasis, ReportSubject } from './report-row.ts';

const reports = new Map<string, ModelReport>();

/** The report of a model of the current release, computed once. */
export function currentReport(model: ReleasedModel, site: URL): ModelReport {
  const { release, data } = currentRelease();
  const report =
    reports.get(model.id) ??
    reportOfModel(model, reportBasis(release, data, site), currentPreparation().method.serving);
  reports.set(model.id, report);
  return report;
}

/** What a browser needs to write reports of its own figures. */
export interface ReportSubjects {
  basis: ReportBasis;
  models: Record<string, ReportSubject>;
}

/** The same for every model of the current release. */
export function currentReportSubjects(site: URL): ReportSubjects {
  const { release, data } = currentRelease();
  return {
    basis: reportBasis(release, data, site),
    models: Object.fromEntries(release.models.map((model) => [model.id, reportSubject(model)])),
  };
}
