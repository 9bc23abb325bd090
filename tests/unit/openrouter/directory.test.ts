import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EndpointList, ModelList } from '../../../src/catalog/snapshot.ts';
import { directorySource } from '../../../src/openrouter/directory.ts';
import { pull } from '../../../src/openrouter/pull.ts';
import { reportText } from '../../../src/openrouter/report.ts';
import { foreignEndpoint, foreignModel } from './fake-openrouter.ts';
import { contents, ownDirectory } from './pulling.ts';

const HEADER =
  'model_id,provider_name,tag,quantization,context_length,prompt_usd_per_token,completion_usd_per_token,input_cache_read_usd_per_token,status,uptime_last_30m_percent';
const SPEED_HEADER = 'model_id,tag,throughput_p50_tok_per_s';

const models = (...ids: string[]) => JSON.stringify({ data: ids.map((id) => foreignModel(id)) });

/** Pulls from files with these texts; the snapshot goes to a directory that lives on. */
async function pullFiles(files: Record<string, string>, directory?: string) {
  const from = await ownDirectory();
  const out = directory ?? (await ownDirectory());
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(from, name), text);
  }
  const source = directorySource(from);
  const report = await pull({
    source,
    directory: out,
    allowShrink: false,
    onProgress: () => undefined,
  });
  const written = await contents(out);
  const endpoints = written['endpoints.json'];
  return {
    out,
    report,
    told: reportText(report),
    written,
    endpoints: endpoints ? EndpointList.parse(JSON.parse(endpoints)).models : [],
  };
}

describe('a pull from files', () => {
  test('takes the newest list, the day in its name, and the address of the API as its source', async () => {
    const { written } = await pullFiles({
      'models-2026-07-01.json': models('old/model'),
      'models-2026-08-22.json': models('new/model'),
      'models-2026-99-99.json': models('no/day'),
      'models-latest.json': models('no/date'),
    });
    const list = ModelList.parse(JSON.parse(written['models.json']!));
    expect(list.retrieved).toBe('2026-08-22');
    expect(list.source).toBe('https://openrouter.ai/api/v1/models?output_modalities=all');
    expect(list.models.map(({ id }) => id)).toEqual(['new/model']);
  });

  test('joins speeds to endpoints by model and tag, except where two share both', async () => {
    const { endpoints } = await pullFiles({
      'models-2026-08-22.json': models('a/b', 'a/c'),
      'endpoints-2026-07-22.csv': [
        HEADER,
        'a/b,Alpha,alpha/fp8,fp8,131072,0.0000001,0.0000004,0.00000001,0,99.9',
        'a/b,Beta,beta,unknown,0,0.0000002,0.0000004,,0,',
        'a/b,Gamma,gamma,bf16,131072,0.0000002,0.0000004,,-2,',
        'gone/model,Alpha,alpha,fp8,131072,0.0000001,0.0000004,,0,',
      ].join('\n'),
      'speeds-2026-05-18.csv': [
        SPEED_HEADER,
        'a/b,alpha/fp8,88.5',
        'a/b,beta,40',
        'a/b,beta,60',
      ].join('\n'),
    });
    expect(endpoints).toEqual([
      {
        id: 'a/b',
        retrieved: '2026-07-22',
        speedsObserved: '2026-05-18',
        endpoints: [
          {
            host: 'Alpha',
            tag: 'alpha/fp8',
            quantization: 'fp8',
            contextTokens: 131072,
            prices: {
              inputUsdPerMillionTokens: 0.1,
              outputUsdPerMillionTokens: 0.4,
              cachedInputUsdPerMillionTokens: 0.01,
            },
            tokensPerSecondMedian: 88.5,
          },
          {
            host: 'Beta',
            tag: 'beta',
            prices: { inputUsdPerMillionTokens: 0.2, outputUsdPerMillionTokens: 0.4 },
          },
        ],
      },
    ]);
  });

  test('reads endpoints as JSON too', async () => {
    const { endpoints } = await pullFiles({
      'models-2026-08-22.json': models('a/b'),
      'endpoints-2026-08-01.json': JSON.stringify({
        data: [{ id: 'a/b', endpoints: [foreignEndpoint('alpha')] }],
      }),
    });
    expect(endpoints).toMatchObject([
      { id: 'a/b', retrieved: '2026-08-01', endpoints: [{ tag: 'alpha' }] },
    ]);
  });

  test('keeps hosts and endpoints where their files are missing, and says so', async () => {
    const files = {
      'models-2026-08-22.json': models('a/b'),
      'providers-2026-05-20.json': JSON.stringify({ data: [{ slug: 'alpha', name: 'Alpha' }] }),
      'endpoints-2026-07-22.csv': `${HEADER}\na/b,Alpha,alpha,fp8,1000,1e-7,1e-7,,0,\n`,
    };
    const first = await pullFiles(files);
    const second = await pullFiles({ 'models-2026-08-29.json': models('a/b') }, first.out);

    expect(second.report.complete).toBe(true);
    expect(second.told).toMatch(/hosts\.json: left as it was; no providers-YYYY-MM-DD\.json in/);
    expect(second.told).toMatch(/endpoints\.json: left as it was; no endpoints-YYYY-MM-DD\.csv/);
    expect(second.written['hosts.json']).toBe(first.written['hosts.json']);
    expect(second.written['endpoints.json']).toBe(first.written['endpoints.json']);
  });

  test('refuses a table without the columns it needs, and names them', async () => {
    const { report, told } = await pullFiles({
      'models-2026-08-22.json': models('a/b'),
      'endpoints-2026-07-22.csv': 'model_id,tag\na/b,alpha\n',
    });
    expect(report.complete).toBe(false);
    expect(told).toContain('no column provider_name, quantization');
  });

  test('names the cell that is no number', async () => {
    const good = Array.from({ length: 9 }, (_, n) => `a/b,Host,tag-${n},fp8,1000,1e-7,1e-7,,0,`);
    const { told, endpoints } = await pullFiles({
      'models-2026-08-22.json': models('a/b'),
      'endpoints-2026-07-22.csv': [HEADER, ...good, 'a/b,Host,bad,fp8,much,1e-7,1e-7,,0,'].join(
        '\n',
      ),
    });
    expect(told).toMatch(/a\/b at bad › context_length: .*"much"/);
    expect(endpoints[0]?.endpoints).toHaveLength(10);
  });

  test('needs a list of models and a directory that is there', async () => {
    const { told, written } = await pullFiles({ 'providers-2026-05-20.json': '{}' });
    expect(told).toMatch(/no models-YYYY-MM-DD\.json in .*; expected one/);
    expect(written).toEqual({});

    const nowhere = await ownDirectory();
    await rm(nowhere, { recursive: true });
    await expect(directorySource(nowhere).models()).rejects.toThrow('expected a directory');
  });
});
