import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { PRESETS } from '../../../src/library/request-kinds.ts';
import { AS_PUBLISHED, askedAsCalled } from '../../../src/query/asked.ts';
import { type Per, PUBLISHED_PER, perWords, searchWithPer } from '../../../src/query/per.ts';
import { type LinkMigration, parametersOf, searchWith } from '../../../src/ui/link/address.ts';

const tokens = fc.constantFrom(0, 1, 300, 1500, 20_000, 1_234_567, 3_000_000);
const own = fc
  .record({ inputTokens: tokens, cachedInputTokens: tokens, outputTokens: tokens })
  .filter((counts) => Object.values(counts).some((count) => count > 0));
const pers = fc.oneof(
  fc.constantFrom<Per>('output', 'input', 'cached-input', 'words', 'as-used', ...PRESETS),
  own,
);

describe('what figures are per, in a link', () => {
  test('is what its sender saw, beside whatever else the link carries', () => {
    fc.assert(
      fc.property(pers, (per) => {
        const search = searchWithPer(per, '?q=llama&grid=FR');
        expect(askedAsCalled(search).per).toEqual(per);
        expect(search).toMatch(/^\?q=llama&(per=[\w*.-]+&)?grid=FR$/);
      }),
    );
  });

  test('is short and readable, and left out where it is what is published', () => {
    expect(searchWithPer(PUBLISHED_PER, '?per=chat')).toBe('');
    const request = { inputTokens: 10_000, cachedInputTokens: 0, outputTokens: 1500 };
    expect(searchWithPer(request, '')).toBe('?per=10k*0*1.5k');
    expect(perWords(request)).toBe('request of 10k in, 1.5k out');
  });

  test.each(['?per=', '?per=day', '?per=1*2', '?per=0*0*0', '?per=1*2*much'])(
    'is what is published where it is not understood: %s',
    (search) => {
      expect(askedAsCalled(search).per).toBe(PUBLISHED_PER);
    },
  );
});

describe('a link of an older version', () => {
  /** "maker" came to be called "provider", and then the sort "carbon" was called "median". */
  const migrations: LinkMigration[] = [
    (parameters) => {
      const renamed = [...parameters].map(([name, value]) => [
        name === 'maker' ? 'provider' : name,
        value,
      ]);
      return new URLSearchParams(renamed);
    },
    (parameters) => {
      if (parameters.get('sort') === 'carbon') parameters.set('sort', 'median');
      return parameters;
    },
  ];

  test('keeps its meaning, through every change since', () => {
    const parameters = parametersOf('?maker=qwen&sort=carbon', migrations);
    expect([...parameters]).toEqual([
      ['provider', 'qwen'],
      ['sort', 'median'],
    ]);
  });

  test('is brought up by the changes since its own version alone', () => {
    expect([...parametersOf('?v=2&maker=x&sort=carbon', migrations)]).toEqual([
      ['maker', 'x'],
      ['sort', 'median'],
    ]);
    expect([...parametersOf('?v=3&sort=carbon', migrations)]).toEqual([['sort', 'carbon']]);
  });

  test('is written anew in the words of today, with their version', () => {
    expect(searchWith('?maker=qwen', { q: 'coder' }, migrations)).toBe(
      '?q=coder&provider=qwen&v=3',
    );
    expect(searchWith('?maker=qwen', { provider: '' }, migrations)).toBe('');
  });

  test('needs no version while nothing has changed', () => {
    expect(searchWith('?v=1&q=a', { sort: 'name' })).toBe('?q=a&sort=name');
  });
});

describe('what each model is asked for', () => {
  const published = {
    presets: [
      {
        id: 'chat',
        name: 'Chat',
        workload: { inputTokens: 500, cachedInputTokens: 0, outputTokens: 300 },
        withoutReasoning: true,
        sources: [],
      },
    ],
    models: {
      'a/short': {
        contextTokens: 600,
        asUsedLeftOut: 'It had 3 requests.',
        tokensPerThousandWords: { low: 1200, high: 1200 },
      },
      'a/long': {
        contextTokens: 100_000,
        asUsed: { inputTokens: 900, cachedInputTokens: 1100, outputTokens: 50 },
        tokensPerThousandWords: { low: 1000, high: 1440 },
      },
      'a/thinker': {
        reasons: true,
        tokensPerThousandWords: { low: 1000, high: 1440 },
      },
    },
  };
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  async function askedFor(per: Per, answer: Response) {
    vi.stubGlobal('fetch', () => Promise.resolve(answer));
    const { askedWorkloads } = await import('../../../src/query/asked-workload.ts');
    return askedWorkloads({ ...AS_PUBLISHED, per });
  }

  test('is a request where it can answer one, and else the reason', async () => {
    const asked = await askedFor('chat', Response.json(published));
    expect(asked('a/long')).toEqual({ workload: published.presets[0]!.workload });
    expect(asked('a/short')).toEqual({ because: 'It does not fit into the model’s context.' });
  });

  test('says where a request leaves out what the model thinks before it answers', async () => {
    const asked = await askedFor('chat', Response.json(published));
    const { workload } = published.presets[0]!;
    expect(asked('a/thinker')).toEqual({ workload, withoutReasoning: true });
    const own = { inputTokens: 500, cachedInputTokens: 0, outputTokens: 300 };
    const ofTheirs = await askedFor(own, Response.json(published));
    expect(ofTheirs('a/thinker')).toEqual({ workload: { ...own, requests: 1 } });
  });

  test('is its own mean request where it is asked as used', async () => {
    const asked = await askedFor('as-used', Response.json(published));
    expect(asked('a/long')).toEqual({ workload: published.models['a/long'].asUsed });
    expect(asked('a/short')).toEqual({ because: 'It had 3 requests.' });
  });

  test('is as many tokens as it makes of a thousand words, or any number between bounds', async () => {
    const asked = await askedFor('words', Response.json(published));
    const nothingRead = { inputTokens: 0, cachedInputTokens: 0 };
    expect(asked('a/short')).toEqual({ workload: { ...nothingRead, outputTokens: 1200 } });
    expect(asked('a/long')).toEqual({
      workload: { ...nothingRead, outputTokens: 1200, outputTokensSpread: 1.2 },
    });
    expect(asked('not/listed')).toEqual({ because: expect.any(String) });
  });

  test('is said to be missing where it cannot be read', async () => {
    await expect(askedFor('chat', new Response('', { status: 503 }))).rejects.toThrow(
      '/api/v1/requests.json could not be read (answer 503)',
    );
  });
});
