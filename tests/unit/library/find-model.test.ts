import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinCatalog } from '../../../src/catalog/catalog.ts';
import { modelFinder } from '../../../src/library/find-model.ts';
import { type NamedModel, namesOf, shortNameOf } from '../../../src/library/model-names.ts';
import { nameWords } from '../../../src/library/name-words.ts';
import { hasNeighbouringNumbers, squeezedName } from '../../../src/library/squeezed-name.ts';
import { undecoratedNames } from '../../../src/library/undecorated-name.ts';
import { data } from '../estimation/method-under-test.ts';

// All models of the list, whatever they are today.
const models = joinCatalog(data).estimable.map(({ listed, makerFile, ...known }) =>
  namesOf({ ...known, listed, id: listed.id, name: listed.name, makerName: makerFile.name }),
);
const finder = modelFinder<NamedModel>(models);

/** The id that a text is resolved to; undefined where it is not certain. */
function idOf(text: string, { find } = finder): string | undefined {
  return find(text)?.model.id;
}

/** Everything that the list itself calls a model. */
function listNames({ id, name, canonicalSlug, huggingFaceId, variants }: NamedModel): string[] {
  const names = [id, name, shortNameOf(name), canonicalSlug, huggingFaceId, ...variants];
  return names.filter((one) => one !== undefined);
}

const owners = Map.groupBy(
  models.flatMap((model) =>
    [...new Set(listNames(model).map(lower))].map((name) => [name, model] as const),
  ),
  ([name]) => name,
);

/**
 * Whether the list gives a name to one model alone. Terms of sale (:free, :batch) whose plain entry has
 * left the list are entries of their own and share its names.
 */
function isOneModels(name: string): boolean {
  return owners.get(lower(name))?.length === 1;
}

function lower(name: string): string {
  return name.toLowerCase();
}

/** Ways of writing a name that are harmless to any. */
const WRITTEN = {
  'in capitals': (name: string) => name.toUpperCase(),
  'with spaces for hyphens': (name: string) => name.replaceAll('-', ' '),
  'with hyphens for spaces': (name: string) => name.replaceAll(' ', '-'),
  'with underscores': (name: string) => name.replaceAll(/[ -]/g, '_'),
  'with its words the other way round': (name: string) => nameWords(name).toReversed().join(' '),
} as const;

describe('on the list of today', () => {
  test('every model is found by each of its names', () => {
    for (const model of models) {
      for (const name of listNames(model).filter(isOneModels)) {
        expect([name, finder.resolve(name)]).toEqual([name, { kind: 'found', model, exact: true }]);
      }
    }
  });

  test.each(Object.entries(WRITTEN))('every model is found by its names %s', (_, written) => {
    for (const { id, name, huggingFaceId } of models) {
      for (const one of [id, shortNameOf(name), huggingFaceId ?? id].filter(isOneModels)) {
        expect([written(one), idOf(written(one))]).toEqual([written(one), id]);
      }
    }
  });

  test('every model is found by its name without spaces, unless two numbers would run into one', () => {
    for (const { id, name } of models) {
      const squeezed = shortNameOf(name).toLowerCase().replaceAll(' ', '');
      const found = idOf(squeezed);
      const offered = finder.search(squeezed).models.map((model) => model.id);
      if (hasNeighbouringNumbers(name)) {
        expect([id, undefined]).toContain(found);
        expect(offered).toContain(id);
      } else {
        expect([squeezed, found, offered[0]]).toEqual([squeezed, id, id]);
      }
    }
  });

  test('no name of a model, however written, is taken for another’s', () => {
    const names = models.flatMap((model) =>
      listNames(model)
        .filter(isOneModels)
        .map((name) => ({ model, name })),
    );
    const changes = fc.record({
      named: fc.constantFrom(...names),
      order: fc.infiniteStream(fc.nat()),
      route: fc.constantFrom('', 'openrouter/', 'azure/', 'models/', 'bedrock/us.', 'together_ai/'),
      terms: fc.constantFrom('', ':free', ':nitro', ':floor', ':online', '-v1:0'),
      separator: fc.constantFrom(' ', '-', '_', '/', ''),
    });
    fc.assert(
      fc.property(changes, ({ named, order, route, terms, separator }) => {
        const words = nameWords(named.name)
          .map((word) => ({ word, place: order.next().value ?? 0 }))
          .toSorted((a, b) => a.place - b.place)
          .map(({ word }) => word);
        const text = `${route}${words.join(separator)}${terms}`;
        expect([text, idOf(text) ?? named.model.id]).toEqual([text, named.model.id]);
      }),
      { numRuns: 800 },
    );
  });

  test('thousands of names take no time to speak of, and a long text none at all', () => {
    const asked = models.flatMap(({ id, name }) => [id, name, `openrouter/${id}:nitro`]);
    const start = performance.now();
    for (let count = 0; count < 5000; count += 1) finder.resolve(asked[count % asked.length]!);
    expect(performance.now() - start).toBeLessThan(5000);
    for (const text of ['gpt-5 ', '1-1', '4.', '-v1:0', 'a1', '((', '20250101']) {
      const long = text.repeat(30_000);
      const begun = performance.now();
      nameWords(long);
      squeezedName(long);
      hasNeighbouringNumbers(long);
      undecoratedNames(long);
      finder.resolve(long);
      finder.search(long);
      expect(performance.now() - begun).toBeLessThan(2000);
    }
  });
});

/** A list that no day changes. */
const named = (id: string, name: string, more: Partial<NamedModel> = {}): NamedModel => ({
  id,
  name,
  canonicalSlug: id,
  variants: [],
  ...more,
});
const fixed = modelFinder([
  named('openai/gpt-5', 'OpenAI: GPT-5', {
    canonicalSlug: 'openai/gpt-5-2025-08-07',
    variants: ['openai/gpt-5:batch'],
  }),
  named('openai/gpt-5-mini', 'OpenAI: GPT-5 Mini'),
  named('openai/gpt-5.6-sol', 'OpenAI: GPT-5.6 Sol', { variants: ['~openai/gpt-latest'] }),
  named('openai/gpt-5.1-codex', 'OpenAI: GPT-5.1-Codex'),
  named('openai/gpt-4', 'OpenAI: GPT-4'),
  named('openai/gpt-4.1', 'OpenAI: GPT-4.1'),
  named('openai/gpt-4o', 'OpenAI: GPT-4o'),
  named('openai/gpt-4o-2024-05-13', 'OpenAI: GPT-4o (2024-05-13)'),
  named('openai/gpt-4o-mini-2024-07-18', 'OpenAI: GPT-4o-mini (2024-07-18)'),
  named('openai/gpt-3.5-turbo', 'OpenAI: GPT-3.5 Turbo'),
  named('openai/gpt-oss-20b', 'OpenAI: gpt-oss-20b', { huggingFaceId: 'openai/gpt-oss-20b' }),
  named('openai/o3-mini', 'OpenAI: o3 Mini'),
  named('openai/o3-mini-high', 'OpenAI: o3 Mini High'),
  named('anthropic/claude-sonnet-4', 'Anthropic: Claude Sonnet 4', {
    canonicalSlug: 'anthropic/claude-4-sonnet-20250522',
  }),
  named('anthropic/claude-sonnet-4.5', 'Anthropic: Claude Sonnet 4.5', {
    canonicalSlug: 'anthropic/claude-4.5-sonnet-20250929',
  }),
  named('google/gemini-2.5-pro', 'Google: Gemini 2.5 Pro'),
  named('google/gemini-2.5-flash', 'Google: Gemini 2.5 Flash'),
  named('meta-llama/llama-3.3-70b-instruct', 'Meta: Llama 3.3 70B Instruct', {
    makerName: 'Meta',
    huggingFaceId: 'meta-llama/Llama-3.3-70B-Instruct',
  }),
  named('qwen/qwen3-next-80b-a3b-instruct', 'Qwen: Qwen3 Next 80B A3B Instruct'),
  named('qwen/qwen3-next-80b-a3b-thinking', 'Qwen: Qwen3 Next 80B A3B Thinking'),
  named('qwen/qwen3-8b', 'Qwen: Qwen3 8B'),
  named('deepseek/deepseek-r1', 'DeepSeek: R1', { huggingFaceId: 'deepseek-ai/DeepSeek-R1' }),
  named('deepseek/deepseek-v3.1', 'DeepSeek: DeepSeek V3.1'),
  named('x-ai/grok-4.6', 'xAI: Grok 4.6'),
  named('z-ai/glm-4.6', 'Z.ai: GLM 4.6'),
  named('z-ai/glm-4.6v', 'Z.ai: GLM 4.6V', { canonicalSlug: 'z-ai/glm-4.6-20251208' }),
  named('amazon/nova-lite-v1', 'Amazon: Nova Lite 1.0'),
  named('cohere/command-r-plus-08-2024', 'Cohere: Command R+ (08-2024)'),
  named('perplexity/sonar-pro', 'Perplexity: Sonar Pro'),
  named('maker/only-free:free', 'Maker: Only Free (free)'),
]);

describe('a name as people, exports and configurations write it', () => {
  test.each([
    // As people do.
    ['claude sonnet 4.5', 'anthropic/claude-sonnet-4.5'],
    ['Sonnet 4.5 Claude', 'anthropic/claude-sonnet-4.5'],
    ['gpt5', 'openai/gpt-5'],
    ['gpt 5', 'openai/gpt-5'],
    ['gpt4o', 'openai/gpt-4o'],
    ['llama3.3 70b', 'meta-llama/llama-3.3-70b-instruct'],
    ['meta llama 3.3 70b', 'meta-llama/llama-3.3-70b-instruct'],
    ['Command R+ 08-2024', 'cohere/command-r-plus-08-2024'],
    ['grok4.6', 'x-ai/grok-4.6'],
    ['only free', 'maker/only-free:free'],
    ['OpenAI: GPT-5 (openai/gpt-5)', 'openai/gpt-5'],
    ['GPT-5, gpt-5-2025-08-07', 'openai/gpt-5'],
    // As OpenRouter does.
    ['openai/gpt-5-2025-08-07', 'openai/gpt-5'],
    ['openai/gpt-5:nitro', 'openai/gpt-5'],
    ['openai/gpt-5:floor', 'openai/gpt-5'],
    ['openai/gpt-5:online', 'openai/gpt-5'],
    ['openai/gpt-5:batch', 'openai/gpt-5'],
    ['openai/gpt-5:flex', 'openai/gpt-5'],
    ['openai/gpt-5:online:nitro', 'openai/gpt-5'],
    ['openai/gpt-5@preset/summaries', 'openai/gpt-5'],
    ['https://openrouter.ai/openai/gpt-5', 'openai/gpt-5'],
    ['~openai/gpt-latest', 'openai/gpt-5.6-sol'],
    ['maker/only-free', 'maker/only-free:free'],
    // As makers and Hugging Face do.
    ['meta-llama/Llama-3.3-70B-Instruct', 'meta-llama/llama-3.3-70b-instruct'],
    ['claude-sonnet-4-5-20250929', 'anthropic/claude-sonnet-4.5'],
    ['claude-sonnet-4-5', 'anthropic/claude-sonnet-4.5'],
    ['gpt-4o-mini-2024-07-18', 'openai/gpt-4o-mini-2024-07-18'],
    ['gemini-2.5-pro', 'google/gemini-2.5-pro'],
    ['models/gemini-2.5-flash', 'google/gemini-2.5-flash'],
    // As clouds and gateways do.
    ['anthropic.claude-sonnet-4-5-20250929-v1:0', 'anthropic/claude-sonnet-4.5'],
    ['us.anthropic.claude-sonnet-4-5-20250929-v1:0', 'anthropic/claude-sonnet-4.5'],
    ['bedrock/us.anthropic.claude-sonnet-4-5-20250929-v1:0', 'anthropic/claude-sonnet-4.5'],
    ['bedrock/us-east-1/meta.llama3-3-70b-instruct-v1:0', 'meta-llama/llama-3.3-70b-instruct'],
    ['arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0', 'amazon/nova-lite-v1'],
    ['deepseek.v3-v1:0', 'deepseek/deepseek-v3.1'],
    ['openai.gpt-oss-20b-1:0', 'openai/gpt-oss-20b'],
    ['vertex_ai/claude-sonnet-4-5@20250929', 'anthropic/claude-sonnet-4.5'],
    [
      'projects/p/locations/us-central1/publishers/google/models/gemini-2.5-flash',
      'google/gemini-2.5-flash',
    ],
    ['azure/gpt-4o', 'openai/gpt-4o'],
    ['azure/gpt-35-turbo', 'openai/gpt-3.5-turbo'],
    ['openrouter/anthropic/claude-sonnet-4.5:online', 'anthropic/claude-sonnet-4.5'],
    [
      'fireworks_ai/accounts/fireworks/models/llama-v3p3-70b-instruct',
      'meta-llama/llama-3.3-70b-instruct',
    ],
    ['xai/grok-4.6', 'x-ai/grok-4.6'],
    ['openrouter:openai/gpt-5', 'openai/gpt-5'],
    ['google_genai:gemini-2.5-flash', 'google/gemini-2.5-flash'],
    ['amazon-bedrock/us.anthropic.claude-sonnet-4-5-20250929-v1:0', 'anthropic/claude-sonnet-4.5'],
    ['databricks-claude-sonnet-4-5', 'anthropic/claude-sonnet-4.5'],
    ['workers-ai/@cf/openai/gpt-oss-20b', 'openai/gpt-oss-20b'],
    ['openai/gpt-oss-20b:fastest', 'openai/gpt-oss-20b'],
    ['ollama/gpt-oss:20b', 'openai/gpt-oss-20b'],
    ['llama3.3:70b', 'meta-llama/llama-3.3-70b-instruct'],
    // As Cursor does.
    ['claude-4.5-sonnet-thinking', 'anthropic/claude-sonnet-4.5'],
    ['gpt-5.1-codex-high', 'openai/gpt-5.1-codex'],
    ['o3-mini-high', 'openai/o3-mini-high'],
  ])('%s is %s', (text, id) => {
    expect(idOf(text, fixed)).toBe(id);
  });

  test.each([
    ['another version', 'gpt-5.6', ['openai/gpt-5.6-sol']],
    ['no version', 'claude sonnet', ['anthropic/claude-sonnet-4.5', 'anthropic/claude-sonnet-4']],
    ['a number without its dot', 'claude sonnet 45', []],
    ['a family', 'chatgpt', ['openai/gpt-5.6-sol', 'openai/gpt-5']],
    ['a model with more to its name', 'gpt-5-codex', ['openai/gpt-5.1-codex']],
    ['two models of one size', 'qwen3 next 80b a3b', ['qwen/qwen3-next-80b-a3b-instruct']],
    ['numbers run into one', 'qwen38b', ['qwen/qwen3-8b']],
    ['a small model made from a large one', 'deepseek-r1:7b', []],
    ['another’s copy of a model', 'someone/Llama-3.3-70B-Instruct', []],
    ['another’s model of the same name', 'nobody/gpt-5', []],
    ['two models', 'gpt-5, gpt-5-mini', ['openai/gpt-5', 'openai/gpt-5-mini']],
    ['two models in JSON', '["openai/gpt-4","openai/gpt-4o"]', ['openai/gpt-4', 'openai/gpt-4o']],
    ['a typo', 'claude sonet 4.5', ['anthropic/claude-sonnet-4.5']],
    ['a word one letter from another', 'solar pro', ['perplexity/sonar-pro']],
    ['words in another alphabet', 'GPT-5 мини', []],
    ['a team’s own word', 'north-team-chat', []],
    ['nothing', '  ', []],
  ])('of %s is not certain: %s', (_, text, candidates) => {
    const resolution = fixed.resolve(text);
    expect(resolution.kind).not.toBe('found');
    if (resolution.kind === 'found') return;
    expect(resolution.candidates.map(({ id }) => id)).toEqual(expect.arrayContaining(candidates));
  });

  test('says whether the list itself has it so', () => {
    expect(fixed.resolve('openai/gpt-5-2025-08-07')).toMatchObject({ exact: true });
    expect(fixed.resolve('GPT-5')).toMatchObject({ exact: true });
    expect(fixed.resolve('gpt5')).toMatchObject({ exact: false });
    expect(fixed.resolve('claude-sonnet-4-20250514')).toMatchObject({ exact: false });
  });
});

describe('a day behind a name', () => {
  test.each([
    ['is the permanent name’s', 'gpt-5-2025-08-07', 'openai/gpt-5'],
    ['is written otherwise', 'gpt-5-20250807', 'openai/gpt-5'],
    [
      'is the maker’s, some weeks before the listing',
      'claude-sonnet-4-20250514',
      'anthropic/claude-sonnet-4',
    ],
    ['is one where the list knows none', 'gpt-4.1-2025-04-14', 'openai/gpt-4.1'],
    ['is another model’s by its permanent name', 'glm-4.6-20251208', 'z-ai/glm-4.6v'],
    ['is another version’s', 'gpt-4o-2024-05-13', 'openai/gpt-4o-2024-05-13'],
    ['may be another version’s', 'gpt-4o-2024-09-01', undefined],
    ['is months from the one that the list knows', 'gpt-5-2026-03-01', undefined],
    ['may be another model’s', 'glm-4.6-20250930', undefined],
  ])('%s: %s', (_, text, id) => {
    expect(idOf(text, fixed)).toBe(id);
  });
});

describe('a search', () => {
  const ids = (text: string) => fixed.search(text).models.map(({ id }) => id);

  test('has the exact name first, then names with fewer words more, then those only begun', () => {
    expect(ids('gpt 5').slice(0, 2)).toEqual(['openai/gpt-5', 'openai/gpt-5-mini']);
    expect(ids('gpt 5').at(-1)).toMatch(/^openai\/gpt-5\.\d/);
    expect(ids('gpt 4')).toContain('openai/gpt-4o');
  });

  test('never takes one number for another', () => {
    expect(ids('claude 45')).toEqual([]);
    expect(ids('gpt 4 ')).not.toContain('openai/gpt-5');
    expect(ids('claude 4')).toEqual(['anthropic/claude-sonnet-4', 'anthropic/claude-sonnet-4.5']);
  });

  test('knows what people call a family, and which models are not meant', () => {
    expect(ids('chatgpt')[0]).toBe('openai/gpt-5.6-sol');
    expect(ids('chatgpt')).not.toContain('openai/gpt-oss-20b');
    expect(ids('chatgpt')).not.toContain('openai/o3-mini');
    expect(ids('chatgpt 4o')).toContain('openai/gpt-4o');
    expect(ids('chatg')).toEqual(ids('chatgpt'));
  });

  test('forgives one letter of one word, where nothing is called so, and says that it did', () => {
    for (const text of ['claude sonet 4.5', 'claude sonnnet 4.5', 'cluade sonnet 4.5']) {
      expect(fixed.search(text)).toMatchObject({
        typo: true,
        models: [{ id: 'anthropic/claude-sonnet-4.5' }],
      });
    }
    expect(ids('claude sonet 4.6')).toEqual([]);
    expect(ids('klaude sonet')).toEqual([]);
    expect(fixed.search('claude')).toMatchObject({ typo: false });
  });

  test('takes the last word as far as it is typed', () => {
    expect(ids('claude son')).toHaveLength(2);
    expect(ids('llama 3.3 7')).toEqual(['meta-llama/llama-3.3-70b-instruct']);
  });
});
