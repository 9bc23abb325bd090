import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const PATH = '/api/v1/method.json';
const GOOD = () => Promise.resolve(new Response('{"method":{"version":"x"}}'));
const NO_ANSWER = () => Promise.reject(new TypeError('fetch failed'));
const answers = (status: number) => () => Promise.resolve(new Response('', { status }));
const CUT = () => Promise.resolve(new Response('{"method":'));

/** The module with nothing kept, on a network that answers in this order, then well. */
async function reading(...network: (() => Promise<Response>)[]) {
  const fetched = vi.fn(() => (network.shift() ?? GOOD)());
  vi.stubGlobal('fetch', fetched);
  const { publishedFile } = await import('../../../src/query/published-file.ts');
  const read = async () => {
    const file = publishedFile(PATH).catch((error: unknown) => error);
    await vi.runAllTimersAsync();
    return file;
  };
  return { read, fetched };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetModules();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a file is fetched once and kept', async () => {
  const { read, fetched } = await reading();
  expect(await read()).toEqual({ method: { version: 'x' } });
  expect(await read()).toEqual({ method: { version: 'x' } });
  expect(fetched).toHaveBeenCalledTimes(1);
});

test.each([
  ['no answer', NO_ANSWER],
  ['a fault of the server', answers(503)],
])('%s is tried once more', async (_, fault) => {
  const { read, fetched } = await reading(fault);
  expect(await read()).toEqual({ method: { version: 'x' } });
  expect(fetched).toHaveBeenCalledTimes(2);
});

test.each([
  ['no answer, twice', [NO_ANSWER, NO_ANSWER], 'no answer'],
  ['a fault of the server, twice', [answers(503), answers(502)], 'answer 502'],
  ['nothing there', [answers(404)], 'answer 404'],
  ['an answer that is no JSON', [CUT], 'no JSON'],
])(
  '%s is said with the file, forgotten, and read anew by the next call',
  async (_, network, cause) => {
    const { read } = await reading(...network);
    expect(await read()).toMatchObject({ message: `${PATH} could not be read (${cause})` });
    expect(await read()).toEqual({ method: { version: 'x' } });
  },
);
