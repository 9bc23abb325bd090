import { workerData } from 'node:worker_threads';
import type { ModelFigures } from '../estimation/model-figures.ts';
import {
  THREAD_STATES,
  type ThreadAnswer,
  type ThreadTask,
  takeFigures,
} from './figures-in-threads.ts';

/** Runs in a thread of its own: computes figures of models, and sends them once none is left. */

const { asked, method, next, state, port }: ThreadTask = workerData;

Atomics.store(state, 0, THREAD_STATES.begun);
try {
  const figures = takeFigures(asked, method, next);
  port.postMessage({ figures } satisfies ThreadAnswer, buffersOf(figures));
} catch (error) {
  port.postMessage({ error } satisfies ThreadAnswer);
} finally {
  // Whoever waits sleeps, and is told of nothing else.
  Atomics.store(state, 0, THREAD_STATES.ended);
  Atomics.notify(state, 0);
}

/** The memory of the draws: it is handed over, not copied. */
function buffersOf(figures: readonly [number, ModelFigures][]): ArrayBuffer[] {
  return figures.flatMap(([, { draws }]) =>
    [...Object.values(draws.metrics), draws.workloadGramsCO2e].flatMap((column) =>
      column?.buffer instanceof ArrayBuffer ? [column.buffer] : [],
    ),
  );
}
