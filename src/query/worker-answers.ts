import type { Failure } from './worker-client.ts';

/**
 * Answers what a page asks of this thread; one of its requests that cannot be answered gets the reason.
 * What a worker's file begins with.
 */
export function answerRequests<Request extends { step: number }>(
  answer: (request: Request) => Promise<{ step: number; kind: string }>,
): void {
  addEventListener('message', ({ data }: MessageEvent<Request>) => {
    answer(data).then(
      (ready) => postMessage(ready),
      (error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        postMessage({ step: data.step, kind: 'failed', message } satisfies Failure);
      },
    );
  });
}
