import { expect, test } from 'vitest';
import { WorkerClient } from '../../../src/query/worker-client.ts';

type Answers =
  | { step: number; kind: 'first'; of: string }
  | { step: number; kind: 'second'; of: string };

/** A worker that the test answers for. */
class HandWorker extends EventTarget {
  asked: { step: number; of: string }[] = [];
  ended = false;

  postMessage(request: { step: number; of: string }) {
    this.asked.push(request);
  }

  terminate() {
    this.ended = true;
  }

  tell(data: object) {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }

  break() {
    this.dispatchEvent(new Event('error'));
  }
}

function clientOfHandWorkers() {
  const workers: HandWorker[] = [];
  const client = new WorkerClient<{ step: number; of: string }, Answers>(() => {
    const worker = new HandWorker();
    workers.push(worker);
    return worker as unknown as Worker;
  });
  /** The worker that was started so many others after the first, and the step of its nth request. */
  const worker = (index: number) => workers[index] ?? expect.fail(`no worker ${index}`);
  const step = (of: HandWorker, index: number) => of.asked[index]?.step;
  return { client, workers, worker, step };
}

test('answers find the request that they are for, whatever their order', async () => {
  const { client, workers, worker, step } = clientOfHandWorkers();
  const one = client.ask({ of: 'one' });
  const two = client.ask({ of: 'two' });
  const [first, second, other] = [one.answer('first'), one.answer('second'), two.answer('first')];
  const only = worker(0);
  only.tell({ step: step(only, 1), kind: 'first', of: 'two' });
  only.tell({ step: step(only, 0), kind: 'second', of: 'one, second' });
  only.tell({ step: step(only, 0), kind: 'first', of: 'one, first' });
  expect((await first).of).toBe('one, first');
  expect((await second).of).toBe('one, second');
  expect((await other).of).toBe('two');
  expect(workers).toHaveLength(1);
});

test('a request that fails says why, and leaves the worker to others', async () => {
  const { client, workers, worker, step } = clientOfHandWorkers();
  const one = client.ask({ of: 'one' }).answer('first');
  const two = client.ask({ of: 'two' }).answer('first');
  const only = worker(0);
  only.tell({ step: step(only, 0), kind: 'failed', message: 'no such grid' });
  await expect(one).rejects.toThrow('no such grid');
  only.tell({ step: step(only, 1), kind: 'first', of: 'two' });
  expect((await two).of).toBe('two');
  expect(only.ended).toBe(false);
  expect(workers).toEqual([only]);
});

test('a worker that did not load fails all that waits, and the next request starts another', async () => {
  const { client, worker, step } = clientOfHandWorkers();
  const waiting = [
    client.ask({ of: 'one' }).answer('first'),
    client.ask({ of: 'two' }).answer('second'),
  ];
  worker(0).break();
  for (const answer of waiting) await expect(answer).rejects.toThrow('could not be loaded');
  expect(worker(0).ended).toBe(true);
  const again = client.ask({ of: 'again' }).answer('first');
  worker(1).tell({ step: step(worker(1), 0), kind: 'first', of: 'again' });
  expect((await again).of).toBe('again');
});

test('a worker that broke before anything was asked is replaced by the first request', async () => {
  const { client, workers, worker, step } = clientOfHandWorkers();
  client.begin();
  client.begin();
  expect(workers).toHaveLength(1);
  worker(0).break();
  expect(worker(0).ended).toBe(true);
  const answer = client.ask({ of: 'one' }).answer('first');
  worker(1).tell({ step: step(worker(1), 0), kind: 'first', of: 'one' });
  expect((await answer).of).toBe('one');
});
