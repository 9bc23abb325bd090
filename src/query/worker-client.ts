import '../ui/trusted-text.ts';

/** What a worker is asked; `step` tells the answers to one request from those to another. */
interface Request {
  step: number;
}

/** Each of several requests, as it is before it gets its step. */
type WithoutStep<Asked> = Asked extends unknown ? Omit<Asked, 'step'> : never;

/** What a worker answers: several kinds, one after another, or `failed` with the reason. */
interface Answer {
  step: number;
  kind: string;
}

/** The answer of a worker that could not do what it was asked. */
export interface Failure extends Answer {
  kind: 'failed';
  message: string;
}

/** The answers to one request. */
export interface Conversation<Answers extends Answer> {
  /** The first answer of this kind. Rejects where the request fails before it. */
  answer<Kind extends Answers['kind']>(kind: Kind): Promise<Extract<Answers, { kind: Kind }>>;
}

/**
 * Asks a worker of its own. The worker starts with the first request, or before; one that did not load, or broke,
 * is replaced at the next.
 */
export class WorkerClient<Asked extends Request, Answers extends Answer> {
  #start: () => Worker;
  #worker: Worker | undefined;
  #steps = 0;

  constructor(start: () => Worker) {
    this.#start = start;
  }

  /** Starts the worker before the first request, so that what it reads is there by then. */
  begin(): Worker {
    if (this.#worker === undefined) {
      const worker = this.#start();
      // Whoever asks while it fails is told; before that nobody waits.
      worker.addEventListener('error', () => this.#discard(worker));
      this.#worker = worker;
    }
    return this.#worker;
  }

  /** Sends a request. */
  ask(request: WithoutStep<Asked>): Conversation<Answers> {
    this.#steps += 1;
    const step = this.#steps;
    const worker = this.begin();
    worker.postMessage({ ...request, step });
    return { answer: (kind) => this.#answer(worker, step, kind) };
  }

  #answer<Kind extends Answers['kind']>(worker: Worker, step: number, kind: Kind) {
    type Wanted = Extract<Answers, { kind: Kind }>;
    const isWanted = (answer: Answers): answer is Wanted => answer.kind === kind;
    return new Promise<Wanted>((resolve, reject) => {
      const listening = new AbortController();
      const { signal } = listening;
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<Answers | Failure>) => {
          if (data.step !== step) return;
          if (isFailure(data)) reject(new Error(data.message));
          else if (isWanted(data)) resolve(data);
          else return;
          listening.abort();
        },
        { signal },
      );
      worker.addEventListener(
        'error',
        ({ message }) => {
          listening.abort();
          this.#discard(worker);
          reject(new Error(message || 'The part of this page that computes could not be loaded'));
        },
        { signal },
      );
    });
  }

  /** A worker that does not run will not run the next request either. */
  #discard(worker: Worker) {
    worker.terminate();
    if (this.#worker === worker) this.#worker = undefined;
  }
}

function isFailure(answer: Answer): answer is Failure {
  return answer.kind === 'failed';
}
