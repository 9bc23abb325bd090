import { WorkerClient } from './worker-client.ts';
import type { WorkerAnswer, WorkerRequest } from './worker-messages.ts';

/** The core in a thread of its own; it starts with the first question. */
export const coreWorker = new WorkerClient<WorkerRequest, WorkerAnswer>(
  () => new Worker(new URL('./estimates-worker.ts', import.meta.url), { type: 'module' }),
);
