import { describe, expect, test } from 'vitest';
import { formatInName } from '../../../src/catalog/checks/format-in-name.ts';
import {
  listedMakersHaveFile,
  listedModelsHaveRecord,
  listedOpenModelsHaveSize,
} from '../../../src/catalog/checks/listed-models.ts';
import { sameAsExists } from '../../../src/catalog/checks/same-as.ts';
import { slugAsListed, slugWithoutVariant } from '../../../src/catalog/checks/slug.ts';
import { statedFormatsAreKnown } from '../../../src/catalog/checks/stated-formats.ts';
import { weightsAndRepository } from '../../../src/catalog/checks/weights-and-repository.ts';
import { listOf, makersWith, size } from './example-data.ts';

const precision = (format: string) => ({ precision: { format, how: 'read', sources: ['card'] } });

describe('the weight format', () => {
  test.each([
    ['maker/Model-30B-A3B-FP8', 'fp8'],
    ['maker/Model_BF16', 'bf16'],
    ['maker/Model-30B', 'int4'],
  ])('of %s may be %s', (huggingFaceId, format) => {
    const makers = makersWith({ 'maker/model': { huggingFaceId, ...precision(format) } });
    expect(formatInName({ makers })).toEqual([]);
  });

  test('that contradicts the repository is reported with both', () => {
    const makers = makersWith({
      'maker/model': { huggingFaceId: 'maker/Model-FP8', ...precision('bf16') },
    });
    expect(formatInName({ makers })).toMatchObject([
      {
        field: 'precision.format',
        message: expect.stringContaining('bf16, but the repository maker/Model-FP8'),
      },
    ]);
  });
});

test('a format that an endpoint states and nobody knows is told once', () => {
  const endpoints = (...formats: string[]) =>
    formats.map((quantization) => ({ host: 'Cloud', tag: 'cloud', quantization, prices: {} }));
  const models = [
    { id: 'maker/a', retrieved: '2026-10-01', endpoints: endpoints('fp8', 'fp6') },
    { id: 'maker/b', retrieved: '2026-10-01', endpoints: endpoints('fp6', 'bf16') },
  ];
  expect(statedFormatsAreKnown({ endpoints: { source: 'list', models } })).toMatchObject([
    { record: 'maker/a', message: expect.stringContaining('"fp6" is no format') },
  ]);
});

describe('a key in a maker file', () => {
  test('is a slug as OpenRouter writes it', () => {
    expect(slugWithoutVariant({ makers: makersWith({ 'maker/qwen3.5-9b': {} }) })).toEqual([]);
  });

  test.each(['model:free', 'a model', '-model'])('%s is reported', (slug) => {
    const makers = makersWith({ [`maker/${slug}`]: {} });
    expect(slugWithoutVariant({ makers })).toMatchObject([{ record: slug }]);
  });

  test('in other letters than OpenRouter’s is reported with them', () => {
    const makers = makersWith({ 'maker/Model-A': {}, 'maker/model-b': {}, 'maker/gone': {} });
    const modelList = listOf({ id: 'maker/model-a:free' }, { id: 'maker/model-b' });
    expect(slugAsListed({ makers, modelList })).toMatchObject([
      { record: 'Model-A', message: expect.stringContaining('maker/model-a') },
    ]);
  });

  test.each(['https://huggingface.co/maker/model', 'model', 'maker/a b'])(
    'names a repository by owner and name, not as %s',
    (huggingFaceId) => {
      expect(() => makersWith({ 'maker/model': { huggingFaceId } })).toThrow('maker/model as on');
    },
  );
});

describe("OpenRouter's list", () => {
  test('has a file for each maker of a model, and asks for none for aliases and routers', () => {
    const modelList = listOf(
      { id: 'maker/model' },
      { id: '~elsewhere/model-latest', aliasOf: 'maker/model' },
      { id: 'openrouter/auto' },
    );
    expect(listedMakersHaveFile({ modelList, makers: makersWith({ 'maker/model': {} }) })).toEqual(
      [],
    );
  });

  test('shows each missing maker once, with a model of theirs', () => {
    const modelList = listOf({ id: 'new/one' }, { id: 'new/two' });
    expect(listedMakersHaveFile({ modelList, makers: new Map() })).toMatchObject([
      { file: 'data/models/new.yaml', message: expect.stringContaining('new/one') },
    ]);
  });

  test('needs no size for closed models and for variants of a listed model', () => {
    const modelList = listOf(
      { id: 'maker/closed' },
      { id: 'maker/open', huggingFaceId: 'maker/Open' },
      { id: 'maker/open:free', huggingFaceId: 'maker/Open' },
    );
    const makers = makersWith({ 'maker/closed': { weights: 'closed' }, 'maker/open': size(7, 7) });
    expect(listedOpenModelsHaveSize({ modelList, makers })).toEqual([]);
  });

  test('needs a size for open weights, also where only a variant is listed', () => {
    const modelList = listOf({ id: 'maker/open:free' });
    const makers = makersWith({ 'maker/open': {} });
    expect(listedOpenModelsHaveSize({ modelList, makers })).toMatchObject([
      { record: 'open', field: 'parameters' },
    ]);
  });

  test('needs a record for every model that nobody has written down, each by name', () => {
    const modelList = listOf({ id: 'maker/gpt-nightjar' }, { id: 'newmaker/x:free' });
    const makers = makersWith({ 'maker/old': size(7, 7) });
    expect(listedModelsHaveRecord({ modelList, makers })).toMatchObject([
      { record: 'gpt-nightjar', message: expect.stringContaining('{ weights: closed }') },
      { file: 'data/models/newmaker.yaml', record: 'x' },
    ]);
    expect(listedModelsHaveRecord({ modelList: listOf({ id: 'maker/old' }), makers })).toEqual([]);
  });

  test('needs a record for a model with a repository on Hugging Face, and says which', () => {
    const modelList = listOf({ id: 'maker/new', huggingFaceId: 'maker/New-9B' });
    const makers = makersWith({ 'maker/old': size(7, 7) });
    expect(listedOpenModelsHaveSize({ modelList, makers })).toMatchObject([
      { record: 'new', message: expect.stringContaining('maker/New-9B on Hugging Face') },
    ]);
  });
});

describe('an entry that sells another model', () => {
  const sold = (sameAs: string) =>
    sameAsExists({
      makers: makersWith({
        'maker/fast': { sameAs },
        'maker/plain': {},
        'maker/faster': { sameAs: 'maker/plain' },
        'maker/closed': { weights: 'closed' },
      }),
    });

  test('names its record', () => {
    expect(sold('maker/plain')).toEqual([]);
  });

  test.each([
    ['maker/fast', /this entry itself/],
    ['plain', /plain has no record/],
    ['maker/plane', /maker\/plane has no record/],
    ['maker/faster', /name that one \(maker\/plain\)/],
    ['maker/closed', /closed weights and this entry open ones/],
  ])('is reported where it names %s', (sameAs, message) => {
    expect(sold(sameAs)).toMatchObject([
      { record: 'fast', field: 'sameAs', message: expect.stringMatching(message) },
    ]);
  });
});

test('closed weights in a repository are reported', () => {
  const makers = makersWith({
    'maker/closed': { weights: 'closed', huggingFaceId: 'maker/Model' },
    'maker/open': { huggingFaceId: 'maker/Model-2' },
  });
  expect(weightsAndRepository({ makers })).toMatchObject([{ record: 'closed', field: 'weights' }]);
});
