import '../../ui/trusted-text.ts';
import type { NamedModel } from '../../library/model-names.ts';
import type { ActivityAnswer, ActivityRequest, TakenActivity } from './activity-worker.ts';

/** How an export is read. */
export interface Taking {
  /** Of several none is read: nothing says that they are of different days. */
  sources: readonly Blob[];
  /** The models of the release, to match its names with. */
  models: readonly NamedModel[];
  /** Told again and again how far it is, 0 to 1. */
  onProgress: (done: number) => void;
  /** Stops the reading. */
  signal: AbortSignal;
}

/** Why an export that was looked at holds nothing to add up. */
export interface UnreadActivity {
  unread: string;
}

/**
 * Reads an export in a thread of its own, which ends with it. Rejects where the reading was stopped, and
 * where the thread did not load.
 */
export async function takeActivity({
  sources,
  models,
  onProgress,
  signal,
}: Taking): Promise<TakenActivity | UnreadActivity> {
  const [source, ...others] = sources;
  if (source === undefined || others.length > 0) return { unread: 'Read one file at a time.' };
  const worker = new Worker(new URL('./activity-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<TakenActivity | UnreadActivity>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<ActivityAnswer>) => {
      if (data.kind === 'progress') onProgress(data.done);
      else if (data.kind === 'failed') resolve({ unread: data.message });
      else resolve(data.taken);
    });
    worker.addEventListener('error', ({ message }) => {
      reject(new Error(message || 'The part of this page that reads exports could not be loaded'));
    });
    signal.addEventListener('abort', () => reject(signal.reason));
    worker.postMessage({ source, models } satisfies ActivityRequest);
  }).finally(() => worker.terminate());
}
