import { describe, expect, test } from 'vitest';
import type { Limits } from '../../../src/openrouter/client.ts';
import { reportText } from '../../../src/openrouter/report.ts';
import {
  type Answer,
  dribble,
  fakeOpenRouter,
  foreignModel,
  hang,
  headersThenHang,
  json,
  MODELS,
  TEN_IDS,
  text,
} from './fake-openrouter.ts';
import { contents, ownDirectory, pullFrom } from './pulling.ts';

const models = (count: number) => TEN_IDS.slice(0, count).map((id) => foreignModel(id));
const whole = JSON.stringify({ data: models(10) });

/** Pulls once from a good server and once, a week later, with another answer for the model list. */
async function pullAgainWith(
  answer: Answer,
  options: { allowShrink?: boolean; limits?: Partial<Limits> } = {},
) {
  const server = await fakeOpenRouter();
  const directory = await ownDirectory();
  await pullFrom({ ...server, directory });
  const before = await contents(directory);
  server.asked.length = 0;
  server.answers.set(MODELS, answer);
  const report = await pullFrom({ ...server, directory, today: '2026-09-08', ...options });
  const after = await contents(directory);
  return { report, told: reportText(report), before, after, asked: server.asked };
}

describe('a model list that must not replace the one on disk: nothing is written, exit code 1', () => {
  test.each<[what: string, answer: Answer, message: RegExp]>([
    [
      'HTML with status 200',
      text('<!DOCTYPE html><p>Just a moment'),
      /the body is HTML.*Just a mom/,
    ],
    ['truncated JSON', text(whole.slice(0, -200)), /not whole JSON.*cut off/],
    ['an empty body', text(''), /the body is empty; expected JSON/],
    ['an empty list', json({ data: [] }), /the list is empty/],
    ['no data array', json({ models: models(10) }), /expected \{"data": \[\.\.\.\]\}; at data/],
    ['an error in the envelope', json({ error: { message: 'no' } }), /expected \{"data"/],
    ['JSON that is no object', text('"hello"'), /at the top: .*"hello"/],
    [
      'fewer records than it says',
      json({ data: models(9), total_count: 10 }),
      /holds 9.*there are 10/,
    ],
    ['a third lost', json({ data: models(7) }), /7 models where .* holds 10; expected at least 8/],
    ['404', text('{}', 404), /answered 404; expected 200/],
    ['401', text('{}', 401), /answered 401.*Check OPENROUTER_API_KEY/],
    [
      'a move',
      text('', 301, { location: 'https://example.org/' }),
      /points to https:\/\/example\.org/,
    ],
    [
      'more bytes than allowed',
      text(' '.repeat(300_000)),
      /longer than 200000 bytes and was cut off/,
    ],
    [
      'a next page elsewhere',
      json({ data: models(9), links: { next: 'https://example.org/' } }),
      /links\.next is "https:\/\/example\.org\/"; expected an address of http:\/\/127/,
    ],
    [
      'a next page that is this one',
      json({ data: models(9), links: { next: MODELS } }),
      /a page that was read already/,
    ],
  ])('%s', async (_, answer, message) => {
    const { report, told, before, after } = await pullAgainWith(answer);
    expect(report.complete).toBe(false);
    expect(told).toMatch(/models\.json: REFUSED, left as it was; /);
    expect(told).toMatch(message);
    expect(after).toEqual(before);
  });

  test.each([
    ['no answer', hang],
    ['headers, then nothing', headersThenHang],
    ['a byte now and then', dribble],
  ])('%s', async (_, answer) => {
    const { report, told, before, after } = await pullAgainWith(answer, {
      limits: { timeoutMs: 150 },
    });
    expect(report.complete).toBe(false);
    expect(told).toMatch(/models\.json: REFUSED.*no whole answer within 0\.15 s/s);
    expect(after).toEqual(before);
  });

  test('more than a fifth of the records not as expected, with an example', async () => {
    const bad = models(3).map((model) => ({ ...model, pricing: 'on request' }));
    const { report, told, before, after } = await pullAgainWith(
      json({ data: [...bad, ...models(10).slice(3)] }),
    );
    expect(report.complete).toBe(false);
    expect(told).toContain('3 of 10 records are not as expected (maker/model-0, pricing: ');
    expect(after).toEqual(before);
  });

  test('pages without end', async () => {
    const server = await fakeOpenRouter();
    const directory = await ownDirectory();
    const endless: Answer = (response, time, request) => {
      const offset = Number(new URL(`http://x${request.url}`).searchParams.get('offset') ?? 0) + 1;
      const next = `/api/v1/models?offset=${offset}`;
      server.answers.set(next, endless);
      json({ data: models(10), links: { next } })(response, time, request);
    };
    server.answers.set(MODELS, endless);
    const told = reportText(await pullFrom({ ...server, directory }));
    expect(told).toContain('more than 50 pages');
    expect(await contents(directory)).toEqual({});
  });
});

describe('a server in trouble', () => {
  test('that asks for patience is asked again', async () => {
    const { report, asked } = await pullAgainWith((response, time, request) =>
      time === 1
        ? response.writeHead(429, { 'retry-after': '0' }).end()
        : text(whole)(response, time, request),
    );
    expect(report.complete).toBe(true);
    expect(asked.filter((path) => path === MODELS)).toHaveLength(2);
  });

  test('that asks for an hour of patience does not get it', async () => {
    const started = performance.now();
    const { report } = await pullAgainWith((response, time, request) =>
      time === 1
        ? response.writeHead(429, { 'retry-after': '3600' }).end()
        : text(whole)(response, time, request),
    );
    expect(report.complete).toBe(true);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test('that fails again and again is asked three times, then the list is refused', async () => {
    const { report, told, before, after, asked } = await pullAgainWith(text('oops', 500));
    expect(report.complete).toBe(false);
    expect(told).toMatch(/answered 500; expected 200\. .*try again later/);
    expect(asked).toEqual([MODELS, MODELS, MODELS]);
    expect(after).toEqual(before);
  });

  test('that sends more than allowed is not asked for it again', async () => {
    const { asked } = await pullAgainWith(text(' '.repeat(300_000)));
    expect(asked).toEqual([MODELS]);
  });

  test('that breaks off in the middle of a body is asked again', async () => {
    const { report } = await pullAgainWith((response, time, request) => {
      if (time > 1) {
        return text(whole)(response, time, request);
      }
      response.writeHead(200, { 'content-length': String(whole.length) });
      response.write(whole.slice(0, 100), () => response.destroy());
    });
    expect(report.complete).toBe(true);
  });

  test('cannot make a pull last longer than the whole pull may', async () => {
    const server = await fakeOpenRouter();
    server.answers.set(MODELS, hang);
    const directory = await ownDirectory();
    const limits = { timeoutMs: 60_000, wholePullMs: 100 };
    const told = reportText(await pullFrom({ ...server, directory, limits }));
    expect(told).toContain('the whole pull took longer than 0.1 s');
  });
});

describe('a list that really shrank', () => {
  test('is accepted when a person says so', async () => {
    const { report, after } = await pullAgainWith(json({ data: models(5) }), { allowShrink: true });
    expect(report.complete).toBe(true);
    expect(JSON.parse(after['models.json'] ?? '').models).toHaveLength(5);
  });
});

describe('the API key', () => {
  test('is sent when set, and only then', async () => {
    const server = await fakeOpenRouter();
    const directory = await ownDirectory();
    await pullFrom({ ...server, directory });
    expect(new Set(server.keys)).toEqual(new Set([undefined]));
    server.keys.length = 0;
    await pullFrom({ ...server, directory, apiKey: 'sk-or-secret' });
    expect(new Set(server.keys)).toEqual(new Set(['Bearer sk-or-secret']));
  });

  test('is not carried to another server by a redirect or a next link', async () => {
    const other = await fakeOpenRouter();
    const server = await fakeOpenRouter();
    const directory = await ownDirectory();
    const elsewhere = `${other.baseUrl.origin}${MODELS}`;
    for (const answer of [
      text('', 302, { location: elsewhere }),
      json({ data: models(5), links: { next: elsewhere } }),
    ]) {
      server.answers.set(MODELS, answer);
      const report = await pullFrom({ ...server, directory, apiKey: 'sk-or-secret' });
      expect(report.complete).toBe(false);
      expect(JSON.stringify(report)).not.toContain('sk-or-secret');
    }
    expect(other.asked).toEqual([]);
  });

  test('is not shown when it cannot be sent', async () => {
    const server = await fakeOpenRouter();
    const directory = await ownDirectory();
    const attempt = async () => pullFrom({ ...server, directory, apiKey: 'sk-or\nsecret' });
    await expect(attempt()).rejects.toThrow(/^OPENROUTER_API_KEY: expected letters(?!.*secret)/s);
  });
});
