import Papa from 'papaparse';
import { modelFinder } from '../../library/find-model.ts';
import type { NamedModel } from '../../library/model-names.ts';
import type { UsageLine } from '../../query/usage-lines.ts';
import { activityLines } from '../../text/activity/activity-lines.ts';
import { activitySentences, periodText } from '../../text/activity/activity-words.ts';
import { decodedExport } from '../../text/activity/decode-export.ts';
import { readActivity } from '../../text/activity/read-activity.ts';
import { linesOfExport, MOST_COUNTED } from './lines-of-export.ts';

/** What the page hands over. */
export interface ActivityRequest {
  source: Blob;
  models: readonly NamedModel[];
}

/** What an export comes to, and how it was read, in sentences. */
export interface TakenActivity {
  /** With what is not counted, by the names of the export. */
  lines: UsageLine[];
  sentences: string[];
  /** “2026-07-01 to 2026-09-30”, where its rows say their days. */
  period: string | undefined;
}

/** What the worker answers: how far it is (0 to 1), and in the end one of the others. */
export type ActivityAnswer =
  | { kind: 'progress'; done: number }
  | { kind: 'taken'; taken: TakenActivity }
  | { kind: 'failed'; message: string };

/** Reads one export, in a thread of its own. */
addEventListener('message', ({ data }: MessageEvent<ActivityRequest>) => {
  take(data).then(
    (taken) => answer({ kind: 'taken', taken }),
    (error: unknown) => {
      answer({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    },
  );
});

async function take({ source, models }: ActivityRequest): Promise<TakenActivity> {
  const activity = readActivity(Papa, await decodedExport(source), (done) =>
    answer({ kind: 'progress', done }),
  );
  const taken = activityLines(activity, modelFinder(models), MOST_COUNTED);
  return {
    lines: linesOfExport(taken),
    sentences: activitySentences(activity, taken),
    period: periodText(activity),
  };
}

function answer(answered: ActivityAnswer): void {
  postMessage(answered);
}
