import { describe, expect, test } from 'vitest';
import { reportText } from '../../../src/openrouter/report.ts';
import { translateHosts, translateModels } from '../../../src/openrouter/translate-lists.ts';
import { foreignModel } from './fake-openrouter.ts';

const ADDRESS = 'https://example.org/models';

/** Nine plain models beside the ones under test, so that one bad record is less than a fifth. */
function translated(...records: unknown[]) {
  const plain = Array.from({ length: 9 }, (_, index) => foreignModel(`plain/model-${index}`));
  const foreign = { address: ADDRESS, retrieved: '2026-09-01', records: [...records, ...plain] };
  const { list, problems } = translateModels(foreign, ADDRESS);
  const told = reportText({
    files: [],
    complete: true,
    problems,
    endpointsOutOfService: 0,
    endpointFailures: [],
  });
  const models = list.models.filter(({ id }) => !id.startsWith('plain/'));
  return { model: models[0], models, all: list.models, told };
}

describe('a record that is not as expected', () => {
  test.each<[what: string, record: unknown, told: RegExp]>([
    [
      'output that is no list',
      foreignModel('a/b', { architecture: { output_modalities: 'text' } }),
      /a\/b › architecture\.output_modalities: .*expected a list.*"text"/,
    ],
    ['no architecture', foreignModel('a/b', { architecture: null }), /a\/b › architecture: /],
    [
      'a price that is no number',
      foreignModel('a/b', { pricing: { prompt: 'free' } }),
      /a\/b › pricing\.prompt: expected USD per token.*"free"/,
    ],
    [
      'a negative price',
      foreignModel('a/b', { pricing: { prompt: '-0.5' } }),
      /a\/b › pricing\.prompt: expected USD per token.*"-0\.5"/,
    ],
    [
      'a path as id',
      foreignModel('../../etc/passwd'),
      /\.\.\/\.\.\/etc\/passwd › id: expected maker\/slug/,
    ],
    ['an id with a tag', foreignModel('a/<script>'), /a\/<script> › id: expected maker\/slug/],
    ['an id beyond all measure', foreignModel(`a/${'b'.repeat(300)}`), /› id: /],
    ['no object', 42, /record 1: .*expected an object.*found 42/],
    ['null', null, /record 1: .*expected an object.*found null/],
  ])('is set aside and named, and the others go through: %s', (_, record, expected) => {
    const { models, all, told } = translated(record);
    expect(models).toEqual([]);
    expect(all).toHaveLength(9);
    expect(told).toMatch(expected);
  });

  test.each<[field: string, value: unknown, kept: object]>([
    ['reasoning', true, { supportsReasoning: false }],
    ['context_length', 'long', { contextTokens: 131072 }],
    ['context_length', 1e15, { contextTokens: 131072 }],
    ['created', '2026-08-21', { created: undefined }],
    ['expiration_date', 1787336476, { expires: undefined }],
    ['alias_target', 'a/b-2', { aliasOf: undefined }],
    ['hugging_face_id', 7, { huggingFaceId: undefined }],
    ['canonical_slug', null, { canonicalSlug: 'a/b' }],
    ['name', undefined, { name: 'a/b' }],
    ['name', '\u0000\u202e ', { name: 'a/b' }],
    ['supported_parameters', ['tools', 5], { supportsTools: true }],
    ['top_provider', [], { maxOutputTokens: undefined }],
    ['pricing.input_cache_read', 'free', { prices: { inputUsdPerMillionTokens: 0.1 } }],
    ['pricing.overrides', 'at night', { prices: { inputUsdPerMillionTokens: 0.1 } }],
    [
      'benchmarks.artificial_analysis.intelligence_index',
      '40.1',
      { artificialAnalysis: undefined },
    ],
    ['benchmarks.artificial_analysis.intelligence_index', 1e300, { artificialAnalysis: undefined }],
    ['benchmarks.artificial_analysis.intelligence_index', -1, { artificialAnalysis: undefined }],
  ])(
    'keeps its place where %s is %j: that field alone is left out and named',
    (field, value, kept) => {
      const [first = '', ...rest] = field.split('.');
      const inner = rest.reduceRight<unknown>((inside, key) => ({ [key]: inside }), value);
      const pricing = { prompt: '0.0000001', completion: '0.0000004' };
      const changed = first === 'pricing' ? { ...pricing, ...(inner as object) } : inner;
      const { model, told } = translated(foreignModel('a/b', { [first]: changed }));
      expect(model).toMatchObject({ id: 'a/b', ...kept });
      if (field === 'canonical_slug') return;
      expect(told).toContain(`a/b › ${field}`);
      expect(told).toContain('the field is left out');
    },
  );

  test('is named where it is nested without end, as the whole or in a field', () => {
    const endless = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000));
    const { models, told } = translated(endless, foreignModel('a/b', { name: endless }));
    expect(models).toMatchObject([{ id: 'a/b', name: 'a/b' }]);
    expect(told).toMatch(/record 1: .*found something nested too deeply to be shown/);
    expect(told).toMatch(/a\/b › name: .*found something nested too deeply to be shown/);
  });

  test.each([
    [
      'in a field that it needs',
      { architecture: { output_modalities: Array(200_000).fill(1) } },
      0,
    ],
    ['in a field that it can do without', { supported_parameters: Array(200_000).fill(1) }, 1],
  ])('is named, and not line by line, where it has 200,000 faults %s', (_, faulty, kept) => {
    const { models, told } = translated(foreignModel('a/b', faulty));
    expect(models).toHaveLength(kept);
    expect(told).toContain('199980 more like it');
  });

  test('twice under one id: the first is kept, the second named, letters of either case', () => {
    const { models, told } = translated(
      foreignModel('a/b', { name: 'First' }),
      foreignModel('A/B', { name: 'Second' }),
    );
    expect(models.map(({ name }) => name)).toEqual(['First']);
    expect(told).toContain('A/B › id: listed twice');
  });
});

describe('a model', () => {
  test('that states little is taken for what it states', () => {
    const record = foreignModel('a/b', {
      top_provider: undefined,
      supported_parameters: undefined,
    });
    expect(translated(record).model).toEqual({
      id: 'a/b',
      canonicalSlug: 'a/b-20260801',
      name: 'Model a/b',
      created: '2026-08-21',
      contextTokens: 131072,
      inputModalities: ['image', 'text'],
      outputModalities: ['text'],
      prices: { inputUsdPerMillionTokens: 0.1, outputUsdPerMillionTokens: 0.4 },
      supportsTools: false,
      supportsReasoning: false,
    });
  });

  test('may bring fields and modalities never seen before', () => {
    const { model } = translated(
      foreignModel('a/b', {
        smell: { strength: 3 },
        architecture: {
          input_modalities: ['Text', 'smell', 'text'],
          output_modalities: ['decisions'],
          odour: null,
        },
      }),
    );
    expect(model).toMatchObject({
      inputModalities: ['smell', 'text'],
      outputModalities: ['decisions'],
    });
  });

  test('keeps what it says about reasoning, quality, tools and its alias', () => {
    const { model } = translated(
      foreignModel('~a/b-latest', {
        supported_parameters: ['tools', 'reasoning'],
        reasoning: { mandatory: true },
        alias_target: { slug: 'a/b-2', name: 'B 2' },
        hugging_face_id: 'a/B-2',
        benchmarks: { artificial_analysis: { intelligence_index: 59.5, coding_index: null } },
      }),
    );
    expect(model).toMatchObject({
      id: '~a/b-latest',
      aliasOf: 'a/b-2',
      huggingFaceId: 'a/B-2',
      supportsTools: true,
      supportsReasoning: true,
      reasoningMandatory: true,
      artificialAnalysis: { intelligence: 59.5 },
    });
  });

  test('keeps prices for long requests and for hours of the day, and what a sale takes off', () => {
    const overrides = [
      { min_prompt_tokens: 200_000, prompt: '0.0000002', input_cache_write: '0.1' },
      { utc_start: 2230, utc_end: 400, completion: '0.0000001' },
      { moon: 'full', prompt: '0' },
      { utc_start: 2575, prompt: '0' },
    ];
    const pricing = { prompt: '0.0000001', completion: '0.0000004', discount: 0.2, overrides };
    const { model, told } = translated(foreignModel('a/b', { pricing }));
    expect(model).toMatchObject({
      discount: 0.2,
      priceOverrides: [
        { aboveInputTokens: 200_000, prices: { inputUsdPerMillionTokens: 0.2 } },
        { utcFrom: '22:30', utcUntil: '04:00', prices: { outputUsdPerMillionTokens: 0.1 } },
      ],
    });
    expect(told).toMatch(/a\/b › pricing\.overrides\.2: .*moon.*the field is left out/);
    expect(told).toMatch(/a\/b › pricing\.overrides\.3: utc_start expected a time as HHMM/);
  });

  test('loses other prices where there are too many to be any, and that is told', () => {
    const overrides = Array(1000).fill({ min_prompt_tokens: 1, prompt: '0.0000002' });
    const pricing = { prompt: '0.0000001', completion: '0.0000004', overrides };
    const { model, told } = translated(foreignModel('a/b', { pricing }));
    expect(model?.priceOverrides).toBeUndefined();
    expect(told).toContain('a/b › pricing.overrides: expected at most 50, not 1000');
  });

  test.each([
    ['0.2', 0.2],
    ['.25', 0.25],
    ['0', undefined],
    ['20%', undefined],
    ['1', undefined],
    [20, undefined],
    [null, undefined],
  ])('a sale of %j takes off %j', (discount, fraction) => {
    const pricing = { prompt: '0.0000001', completion: '0.0000004', discount };
    expect(translated(foreignModel('a/b', { pricing })).model?.discount).toBe(fraction);
  });

  test('loses an alias or a Hugging Face id that is no id, by name', () => {
    const { model, told } = translated(
      foreignModel('a/b', {
        alias_target: { slug: '../admin' },
        hugging_face_id: 'javascript:alert(1)',
      }),
    );
    expect(model?.aliasOf).toBeUndefined();
    expect(model?.huggingFaceId).toBeUndefined();
    expect(told).toContain('a/b › alias_target.slug: expected maker/slug; found "../admin"');
    expect(told).toContain('a/b › hugging_face_id: expected owner/name');
    const { model: own, told: said } = translated(
      foreignModel('a/b', { alias_target: { slug: 'a/b-2' } }),
    );
    expect(own?.aliasOf).toBeUndefined();
    expect(said).toContain('a/b › alias_target.slug: expected of ids that begin with ~ alone');
  });

  test.each([
    [
      'control characters and bidi overrides go',
      ' \u001b[31mRed\u202egreen\u0007\n ',
      '[31mRedgreen',
    ],
    [
      'markup stays: escaping is up to the page',
      '<script>alert(1)</script>',
      '<script>alert(1)</script>',
    ],
    ['formulas stay: escaping is up to the CSV', "=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"],
    ['other scripts stay', '通义千问 Ünï 🌱', '通义千问 Ünï 🌱'],
    ['200 characters are enough', '🌱'.repeat(300), '🌱'.repeat(200)],
  ])('name: %s', (_, name, expected) => {
    const { model, told } = translated(foreignModel('a/b', { name }));
    expect(model?.name).toBe(expected);
    const isCut = told.includes('a/b › name: expected at most 200 characters');
    expect(isCut).toBe([...name].length > 200);
  });

  test('with keys that JavaScript knows does no harm', () => {
    const hostile = JSON.parse(
      `{"__proto__": {"polluted": true}, "constructor": 1, ${JSON.stringify(foreignModel('constructor/prototype')).slice(1)}`,
    );
    expect(translated(hostile).model?.id).toBe('constructor/prototype');
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('dates of a model', () => {
  test.each([
    ['never', '2098-12-31', undefined],
    ['a day', '2026-12-31', '2026-12-31'],
    ['a moment', '2026-12-31T10:00:00Z', '2026-12-31'],
    ['a moment west of Greenwich', '2026-12-30T23:00:00-05:00', '2026-12-31'],
    ['a leap day', '2028-02-29', '2028-02-29'],
    ['a day there is not', '2026-02-30', undefined],
    ['nothing', null, undefined],
  ])('expires: %s', (_, expiration_date, expected) => {
    expect(translated(foreignModel('a/b', { expiration_date })).model?.expires).toBe(expected);
  });

  test.each([
    ['epoch', 0, undefined],
    ['negative', -1, undefined],
    ['milliseconds taken for seconds', 1787336476000, undefined],
    ['beyond what a date can hold', 1e300, undefined],
    ['a year ahead of the list', 1819753200, undefined],
    ['a moment', 1787336476, '2026-08-21'],
  ])('created: %s', (_, created, expected) => {
    expect(translated(foreignModel('a/b', { created })).model?.created).toBe(expected);
  });

  test.each([
    ['created', 1787336476000],
    ['created', 1819753200],
    ['knowledge_cutoff', '2027-01-01'],
  ])('%s in the future (%j) is left out and named', (field, value) => {
    const { model, told } = translated(foreignModel('a/b', { [field]: value }));
    expect(model).toMatchObject({
      id: 'a/b',
      created: field === 'created' ? undefined : '2026-08-21',
    });
    expect(model?.knowledgeCutoff).toBeUndefined();
    expect(told).toMatch(new RegExp(`a/b › ${field}: expected .*; the field is left out`));
  });

  test('of before OpenRouter, and an expiry that means never, stand for none and are not told', () => {
    const { told } = translated(foreignModel('a/b', { created: 0, expiration_date: '2098-12-31' }));
    expect(told).toBe('');
  });

  test('a date that is none is left out by name, and the model stays', () => {
    const { model, told } = translated(foreignModel('a/b', { expiration_date: 'soon' }));
    expect(model?.id).toBe('a/b');
    expect(told).toContain(
      'a/b › expiration_date: expected a date such as 2026-08-22; found "soon"',
    );
  });
});

describe('a host', () => {
  test('whose slug would not do as a path is set aside', () => {
    const records = ['good-1', 'good-2', 'good-3', 'good-4', '../x'].map((slug) => ({
      slug,
      name: slug,
    }));
    const { list, problems } = translateHosts(
      { address: ADDRESS, retrieved: '2026-09-01', records },
      ADDRESS,
    );
    expect(list.hosts.map(({ slug }) => slug)).toEqual(['good-1', 'good-2', 'good-3', 'good-4']);
    expect(problems).toMatchObject([{ record: '../x', field: 'slug' }]);
  });

  test('is written in lower case, as OpenRouter writes it, and another spelling is told', () => {
    const { list, problems } = translateHosts(
      { address: ADDRESS, retrieved: '2026-09-01', records: [{ slug: 'H-1', name: 'H 1' }] },
      ADDRESS,
    );
    expect(list.hosts).toMatchObject([{ slug: 'h-1', name: 'H 1' }]);
    expect(problems).toMatchObject([{ record: 'H-1', field: 'slug' }]);
  });
});
