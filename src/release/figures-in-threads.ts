import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { Method } from '../estimation/method.ts';
import {
  type AskedOfModel,
  type ModelFigures,
  prepareFigures,
} from '../estimation/model-figures.ts';
import { prepare } from '../estimation/preparation.ts';

/** What another thread is told. */
export interface ThreadTask {
  asked: readonly AskedOfModel[];
  method: Method;
  /** The number of the next model that nobody has taken. */
  next: Int32Array<SharedArrayBuffer>;
  /** How far the thread is: one of THREAD_STATES. */
  state: Int32Array<SharedArrayBuffer>;
  /** Where its figures go, once it has ended. */
  port: MessagePort;
}
type MessagePort = MessageChannel['port1'];

/** What a thread sends: the figures that it has computed with their numbers, or why it could not. */
export type ThreadAnswer = { figures: [number, ModelFigures][] } | { error: unknown };

export const THREAD_STATES = { notBegun: 0, begun: 1, ended: 2 } as const;

/** Loaded by its place in the project: a bundle of this file stands elsewhere. */
const THREAD_FILE = path.resolve('src/release/figures-thread.ts');

/** Far beyond what a thread takes for its last models: one that died tells nobody. */
const LONGEST_WAIT_MILLISECONDS = 600_000;

/** Of fewer models a thread has not begun before they are computed. */
const MODELS_WORTH_A_THREAD = 50;

/**
 * Computes the figures of models on all cores, this thread among them, and waits for the rest: each
 * takes the next model that nobody has taken, so the order and the number of threads play no part.
 * Throws what a model's figures throw.
 */
export function figuresInThreads(asked: readonly AskedOfModel[], method: Method): ModelFigures[] {
  const next = sharedNumber();
  const others = Array.from({ length: otherThreads(asked.length) }, () =>
    beginThread(asked, method, next),
  );
  const figures = new Map(takeFigures(asked, method, next));
  for (const { state, port } of others) {
    // A thread that begins only now finds nothing left to take.
    if (Atomics.load(state, 0) === THREAD_STATES.notBegun) continue;
    if (Atomics.wait(state, 0, THREAD_STATES.begun, LONGEST_WAIT_MILLISECONDS) === 'timed-out') {
      throw new Error('A thread that computes figures has not ended: is there enough memory?');
    }
    const answer: ThreadAnswer | undefined = receiveMessageOnPort(port)?.message;
    if (answer === undefined) throw new Error('A thread that computes figures sent none.');
    if ('error' in answer) throw answer.error;
    for (const [number, ofModel] of answer.figures) figures.set(number, ofModel);
  }
  return asked.map((_, number) => {
    const ofModel = figures.get(number);
    if (ofModel === undefined)
      throw new Error(`No thread computed the figures of model ${number}.`);
    return ofModel;
  });
}

/** Computes the figures of the next model that nobody has taken, until none is left. */
export function takeFigures(
  asked: readonly AskedOfModel[],
  method: Method,
  next: Int32Array<SharedArrayBuffer>,
): [number, ModelFigures][] {
  const figuresOf = prepareFigures(prepare(method));
  const taken: [number, ModelFigures][] = [];
  for (let number = Atomics.add(next, 0, 1); ; number = Atomics.add(next, 0, 1)) {
    const model = asked[number];
    if (model === undefined) return taken;
    taken.push([number, figuresOf(model)]);
  }
}

function otherThreads(models: number): number {
  if (!existsSync(THREAD_FILE)) return 0;
  return Math.min(availableParallelism() - 1, Math.floor(models / MODELS_WORTH_A_THREAD));
}

function beginThread(
  asked: readonly AskedOfModel[],
  method: Method,
  next: Int32Array<SharedArrayBuffer>,
): Pick<ThreadTask, 'state' | 'port'> {
  const state = sharedNumber();
  const { port1, port2 } = new MessageChannel();
  const task: ThreadTask = { asked, method, next, state, port: port2 };
  const thread = new Worker(THREAD_FILE, { workerData: task, transferList: [port2] });
  thread.unref();
  // Where it cannot begin, this thread has computed all of its part as well.
  thread.on('error', (error) => console.warn(`Computed on one core less: ${error.message}`));
  return { state, port: port1 };
}

function sharedNumber(): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}
