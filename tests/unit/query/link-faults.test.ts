import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gridZones } from '../../../src/catalog/grid.ts';
import { readScenario } from '../../../src/query/asked-scenario.ts';
import { changeFilterFromSearch } from '../../../src/query/change-filter.ts';
import {
  type KnownOnPage,
  type LinkedPage,
  PAGE_LINKS,
} from '../../../src/query/faults/page-links.ts';
import { linkReport } from '../../../src/query/faults/say-faults.ts';
import { filterFromSearch } from '../../../src/query/model-filters.ts';
import { MOST_COMPARED, modelsFromSearch } from '../../../src/query/models.ts';
import { PER, PUBLISHED_PER } from '../../../src/query/per.ts';
import { stateFromSearch } from '../../../src/query/table-link.ts';
import { SORT_KEYS } from '../../../src/query/table-state.ts';
import { calculatorFromSearch, readCalculator } from '../../../src/query/usage-lines.ts';
import { tokensFromText } from '../../../src/text/token-count.ts';
import { isSame, LinkReader } from '../../../src/ui/link/link-reader.ts';
import { sortFromSearch } from '../../../src/ui/table/sort-state.ts';
import { release } from '../release/some-models.ts';

const providers = [
  ...new Map(release.models.map(({ maker, makerName }) => [maker, makerName])),
].map(([id, name]) => ({ id, name }));
const models = release.models.map(({ id }) => id);
const known: KnownOnPage = {
  providers: [
    { id: 'openai', name: 'OpenAI' },
    { id: 'meta-llama', name: 'Meta' },
    { id: 'z-ai', name: 'Z.ai' },
    { id: 'arcee-ai', name: 'Arcee AI' },
    { id: 'one', name: 'Namesake' },
    { id: 'two', name: 'Namesake' },
  ],
  models,
  zones: gridZones(),
  isModel: (text) => models.includes(text.toLowerCase()),
  sortable: SORT_KEYS,
  reasons: ['the maker’s record', 'method 2.0 instead of 1.3'],
};

/** On the comparison every model is said in the row that it would have. */
const report = (page: LinkedPage, search: string) =>
  linkReport(page, search, page === 'compare' ? { ...known, models: undefined } : known);
const sentences = (page: LinkedPage, search: string) =>
  report(page, search).said.map(({ sentence }) => sentence);

/** What a page shows of a link. */
const shownOn: Record<LinkedPage, (search: string) => unknown> = {
  index: (search) => [
    stateFromSearch(search, known),
    modelsFromSearch(search, known),
    ...asked(search),
  ],
  compare: (search) => [modelsFromSearch(search), ...asked(search)],
  model: asked,
  calculator: (search) => {
    const { lines = [], instead } = readCalculator(new LinkReader(search, known));
    // Without a line nothing of the reader's is shown, be it the example or an empty form.
    return [lines, instead, readScenario(new LinkReader(search, known))];
  },
  frontier: (search) => [
    filterFromSearch(search, known),
    new LinkReader(search).read(PER),
    sorted(search),
  ],
  changes: (search) => [changeFilterFromSearch(search, known), sorted(search)],
  search: (search) => stateFromSearch(search, known).query,
  training: (search) => [stateFromSearch(search, known).query, sorted(search)],
  sorted,
  plain: () => '',
};

function asked(search: string) {
  const link = new LinkReader(search, known);
  return [link.read(PER), readScenario(link)];
}

function sorted(search: string) {
  return sortFromSearch(search, known.sortable, { column: 'median', descending: false });
}

/** For each parameter: a page that has it, a value that it takes, others for the same, and what it cannot take. */
const PARAMETERS = [
  {
    name: 'models',
    page: 'index',
    value: models[0]!,
    same: [models[0]!.toUpperCase(), ` ${models[0]!} `, `${models[0]},${models[0]}`],
    wrong: ['nobody/nothing', models[0]!.replace('/', ' ')],
  },
  {
    name: 'provider',
    page: 'index',
    value: 'meta-llama',
    same: ['Meta', 'META-LLAMA', 'meta llama', 'Meta Llama', 'metallama'],
    wrong: ['prime-intellect', 'openai,meta-llama', 'Namesake'],
  },
  {
    name: 'provider',
    page: 'frontier',
    value: 'z-ai',
    same: ['Z.ai', 'Z-AI', 'zai'],
    wrong: ['prime-intellect'],
  },
  {
    name: 'reason',
    page: 'changes',
    value: 'method 2.0 instead of 1.3',
    same: ['Method 2.0 instead of 1.3', 'method-2.0-instead-of-1.3'],
    wrong: ['the weather', 'record'],
  },
  {
    name: 'evidence',
    page: 'index',
    value: 'measured',
    same: ['Measured', 'MEASURED', 'measured,', 'measured,measured'],
    wrong: ['none', 'hearsay', ','],
  },
  {
    name: 'weights',
    page: 'frontier',
    value: 'open',
    same: ['Open', 'OPEN '],
    wrong: ['heavy', 'open,closed'],
  },
  {
    name: 'with',
    page: 'index',
    value: 'tools,images',
    same: ['Images,TOOLS', 'images, tools'],
    wrong: ['vision', 'audio'],
  },
  {
    name: 'min-context',
    page: 'index',
    value: '64k',
    same: ['64K', '64000', '64,000', '0.064M', '64 k'],
    wrong: ['abc', '0', '-5', '64kb', '1e99'],
  },
  {
    name: 'max-price',
    page: 'index',
    value: '1.5',
    same: ['1,5', ' 1.50', '15e-1'],
    wrong: ['abc', '-1', '1,500', '5€', 'Infinity', 'NaN'],
  },
  {
    name: 'columns',
    page: 'index',
    value: 'class,input',
    same: ['Input,Class', 'class, input,', 'rank,input'],
    wrong: ['colour', 'gCO2e'],
  },
  {
    name: 'sort',
    page: 'index',
    value: '-price',
    same: ['-Price', '-PRICE'],
    wrong: ['colour', '-', 'quality', 'price,rank'],
  },
  {
    name: 'sort',
    page: 'sorted',
    value: '-price',
    same: ['-Price'],
    wrong: ['colour', 'constructor'],
  },
  {
    name: 'per',
    page: 'model',
    value: 'coding-agent',
    same: ['Coding-Agent', 'coding agent'],
    wrong: ['day', '1*2', '0*0*0', '1*2*much', '*', 'toString'],
  },
  {
    name: 'per',
    page: 'compare',
    value: '10k*0*1.5k',
    same: ['10000*0*1500', '10K*0*1.5K', '10,000**1 500'],
    wrong: ['10k*0', '-1*0*5'],
  },
  {
    name: 'grid',
    page: 'model',
    value: 'FR',
    same: ['fr', 'France', ' FRANCE '],
    wrong: ['Atlantis', '0', '-3', '99999', '1,200', 'Infinity'],
  },
  {
    name: 'grid',
    page: 'calculator',
    value: '50.5',
    same: ['50,5', '5.05e1'],
    wrong: ['Frnce', '1.200'],
  },
  {
    name: 'pue',
    page: 'compare',
    value: '1.1',
    same: ['1,1', '1.10'],
    wrong: ['9', '0.9', 'much', '1.2x'],
  },
  {
    name: 'boundary',
    page: 'calculator',
    value: 'server',
    same: ['Server', 'SERVER'],
    wrong: ['moon', 'server,facility'],
  },
  {
    name: 'use',
    page: 'calculator',
    value: 'a/b*1M*0*200k',
    same: [' a/b*1000000*0*0.2M '],
    wrong: [
      'a/b',
      'a/b*1*2',
      '*1*2*3',
      'a/b*1*2*3*0',
      'a/b*1*2*3*4*5',
      'a/b*0*0*0',
      'a/b*much*0*1',
    ],
  },
  {
    name: 'instead',
    page: 'calculator',
    value: models[0]!,
    same: [`${models[0]} `],
    wrong: ['nobody/nothing'],
  },
  { name: 'q', page: 'index', value: 'llama 70b', same: [' llama 70b '], wrong: ['a'.repeat(201)] },
] as const satisfies {
  name: string;
  page: LinkedPage;
  value: string;
  same: string[];
  wrong: string[];
}[];

const link = (name: string, value: string) => `?${new URLSearchParams({ [name]: value })}`;

describe.each(PARAMETERS)('$name=$value in a link to the page “$page”', (parameter) => {
  const { name, page, value, same, wrong } = parameter;
  const shown = shownOn[page];

  test('is applied without a word, in every form', () => {
    const right = shown(link(name, value));
    expect(right).not.toEqual(shown(''));
    const encoded = [...value].map(
      (letter) => `%${letter.codePointAt(0)!.toString(16).padStart(2, '0')}`,
    );
    const forms = [
      ...[value, ...same].map((form) => link(name, form)),
      link(name.toUpperCase(), value),
      `?${name}=${encoded.join('')}`,
      `?${name}=&${name}=${encodeURIComponent(value)}`,
      `${link(name, value)}&${link(name, value).slice(1)}`,
      `${link(name, value)}&utm_source=mail&fbclid=x&gclid=y&ref=z`,
    ];
    for (const form of forms) {
      expect([form, shown(form)]).toEqual([form, right]);
      expect([form, sentences(page, form)]).toEqual([form, []]);
    }
  });

  test.each(wrong)(
    'is not taken for %j, which is said, and leaves the link with a step',
    (text) => {
      const search = link(name, text);
      const { said, clean } = report(page, search);
      expect(said).toHaveLength(1);
      const quoted = text.length > 60 ? `${text.slice(0, 60)}…` : text.trim();
      expect(said[0]!.sentence).toContain(`“${quoted}”`);
      expect(said[0]!.sentence).toMatch(/[^.]; that part of the link is not applied\.$/);
      expect(shown(clean)).toEqual(shown(''));
      expect(clean).toBe('');
    },
  );

  test('stands first where it stands twice, and the second is said', () => {
    const search = `${link(name, value)}&${name}=other`;
    expect(sentences(page, search)).toEqual([
      `“${name}” stands in this link more than once, the second time with “other”; that part of the link is not applied.`,
    ]);
    expect(shown(search)).toEqual(shown(link(name, value)));
    expect(shown(report(page, search).clean)).toEqual(shown(search));
  });
});

test.each(['\u202e', '\u200b', '\u2066'])(
  'what holds a character that nobody sees is quoted without it, and that is said',
  (hidden) => {
    const search = `?sort=${encodeURIComponent(`co${hidden}lour`)}`;
    expect(sentences('index', search)).toEqual([
      expect.stringContaining('sorted by “colour” (with characters that nobody sees); that part'),
    ]);
  },
);

describe('of a list', () => {
  test('what is understood is applied, and the rest is said by itself', () => {
    const search = '?evidence=measured,hearsay,rumour,Price&columns=rank,colour&with=vision,tools';
    const state = stateFromSearch(search, known);
    expect(state).toMatchObject({
      evidence: ['measured', 'price'],
      columns: ['class'],
      features: ['tools'],
    });
    expect(sentences('index', search)).toHaveLength(4);
    const { clean } = report('index', search);
    expect(stateFromSearch(clean, known)).toEqual(state);
    expect(sentences('index', clean)).toEqual([]);
  });

  test('of more models than can be compared the last are said', () => {
    const ids = models.slice(0, MOST_COMPARED + 1);
    const search = link('models', ids.join(','));
    expect(modelsFromSearch(search, known)).toEqual(ids.slice(0, MOST_COMPARED));
    expect(sentences('index', search)).toEqual([expect.stringContaining(`“${ids.at(-1)}”`)]);
    // The comparison itself says so where the model would stand.
    expect(sentences('compare', search)).toEqual([]);
  });

  test('lines of use that are whole are counted, beside one that is not', () => {
    const search = link('use', 'a/b*1M*0*200k,a/b*1M,c/d*0*0*1');
    expect(calculatorFromSearch(search).lines?.map(({ id }) => id)).toEqual(['a/b', 'c/d']);
    expect(sentences('calculator', search)).toEqual([expect.stringContaining('“a/b*1M”')]);
    const many = link('use', Array.from({ length: 61 }, () => 'a/b*1*0*1').join(','));
    expect(sentences('calculator', many)).toEqual([expect.stringContaining('60 lines at most')]);
    const { clean } = report('calculator', many);
    expect(calculatorFromSearch(clean).lines).toHaveLength(60);
  });
});

describe('a name that means nothing on the page', () => {
  test.each([
    ['index', '?provder=openai', 'provider', '?provider=openai'],
    ['index', '?max_price=3&q=a', 'max-price', '?q=a&max-price=3'],
    ['calculator', '?insted=a/b', 'instead', '?instead=a/b'],
  ] as const)(
    'is said on the page “%s” of %s, with what was meant',
    (page, search, near, meant) => {
      const { said, clean } = report(page, search);
      expect(said).toEqual([
        {
          sentence: expect.stringMatching(/^“[\w-]+” means nothing on this page; /),
          near: { text: near, search: meant },
        },
      ]);
      expect(clean).not.toMatch(/provder|max_price|insted/);
    },
  );

  test.each([
    ['model', 'provider=openai'],
    ['compare', 'evidence=measured'],
    ['calculator', 'per=chat'],
    ['frontier', 'grid=FR'],
    ['sorted', 'q=a'],
    ['plain', 'grid=FR'],
    ['index', 'v=9'],
    ['index', 'v=abc'],
  ] as const)('is said even where another page knows it: on “%s” of %s', (page, search) => {
    expect(sentences(page, `?${search}`)).toHaveLength(1);
  });

  test.each(['utm_source=a', 'fbclid=a', 'gclid=a', 'ref=a', 'source=a', '_ga=1', 'mc_cid=1'])(
    'is left alone where other sites add it: %s',
    (search) => {
      for (const page of Object.keys(PAGE_LINKS)) {
        expect(sentences(page as LinkedPage, `?${search}`)).toEqual([]);
      }
    },
  );
});

describe('a value one letter off', () => {
  test.each([
    ['index', '?provider=opnai&q=a', 'openai', '?q=a&provider=openai'],
    ['index', '?provider=opneai', 'openai', '?provider=openai'],
    ['index', '?evidence=measured,prise', 'price', '?evidence=measured,price'],
    ['index', '?sort=-pric', '-price', '?sort=-price'],
    ['model', '?grid=Swedn', 'Sweden', '?grid=Sweden'],
    ['model', '?per=chatt', 'chat', '?per=chat'],
    ['compare', '?boundary=sever', 'server', '?boundary=server'],
  ] as const)('on the page “%s” of %s offers %s', (page, search, text, meant) => {
    expect(report(page, search).said).toEqual([
      { sentence: expect.any(String), near: { text, search: meant } },
    ]);
  });

  test('is not looked for where texts are too short to tell', () => {
    expect(report('model', '?grid=ZQ').said[0]?.near).toBeUndefined();
  });
});

test('every provider of the release is found by its id and, where no other bears it, its name', () => {
  for (const { id, name } of providers) {
    const found = (text: string) => stateFromSearch(link('provider', text), { providers }).provider;
    expect(found(id)).toBe(id);
    const namesakes = providers.filter((other) => isSame(other.name, name));
    if (namesakes.length === 1) expect(found(name)).toBe(id);
  }
});

test.each([
  ['index', '?models=nobody/nothing,nobody/nothing'],
  ['index', '?evidence=hearsay,hearsay'],
] as const)(
  'what a link to %s names twice (%s) is said once, and goes with all its copies',
  (page, search) => {
    expect(report(page, search)).toMatchObject({ further: 0, clean: '' });
    expect(sentences(page, search)).toHaveLength(1);
  },
);

describe('what stands behind a #', () => {
  test('is said, and linked as it was meant', () => {
    const { said } = linkReport('calculator', '', known, '#use=a/b*1M*0*2M&utm_source=x&chapter');
    expect(said.map(({ near }) => near?.search)).toEqual(['?use=a/b*1M*0*2M']);
    expect(said[0]?.sentence).toMatch(/behind a #/);
  });

  test('is a place on the page otherwise', () => {
    expect(linkReport('calculator', '', known, '#use').said).toEqual([]);
    expect(linkReport('calculator', '', known, '#method=x').said).toEqual([]);
  });
});

describe('any link', () => {
  const names = PARAMETERS.map(({ name }) => name);
  const values = PARAMETERS.flatMap(({ value, same, wrong }) => [value, ...same, ...wrong]);
  const pair = fc.tuple(
    fc.oneof(fc.constantFrom(...names), fc.string(), fc.constantFrom('v', 'provder', '__proto__')),
    fc.oneof(fc.constantFrom(...values), fc.string({ unit: 'binary' })),
  );
  const searches = fc.oneof(
    fc.array(pair, { maxLength: 8 }).map((pairs) => `?${new URLSearchParams(pairs)}`),
    fc.string(),
  );
  const pages = fc.constantFrom(...(Object.keys(PAGE_LINKS) as LinkedPage[]));

  test('is read, and what is neither applied nor said asked for what is shown anyway', () => {
    fc.assert(
      fc.property(pages, searches, (page, search) => {
        const { said, clean } = report(page, search);
        // Without what is said nothing else is shown, and nothing is left to say.
        expect(shownOn[page](clean)).toEqual(shownOn[page](search));
        expect(report(page, clean).said).toEqual([]);
        if (said.length > 0) return;
        // Each parameter by itself is applied, empty, from elsewhere, or what holds without it.
        for (const [name, value] of new URLSearchParams(search)) {
          const alone = link(name, value);
          const isApplied =
            JSON.stringify(shownOn[page](alone)) !== JSON.stringify(shownOn[page](''));
          const isDefault = DEFAULTS.some((text) => isSame(text, value.replaceAll(/,+$/g, '')));
          const isFromElsewhere = !names.some((own) => own === name.toLowerCase());
          expect([alone, isApplied || value.trim() === '' || isDefault || isFromElsewhere]).toEqual(
            [alone, true],
          );
        }
      }),
      { numRuns: 3000 },
    );
  });
});

/** What links may say though it holds without them. */
const DEFAULTS = [PUBLISHED_PER, 'median', 'facilityAndEmbodied', 'class,evidence,price', 'v=1'];

describe('a number of tokens', () => {
  test.each([
    `1${'+'.repeat(15_000)}x`,
    `1${' '.repeat(64_000)}x`,
    `${'1 '.repeat(40_000)}x`,
    `${'1,'.repeat(40_000)}k`,
  ])('is refused at once, however long the text', (text) => {
    const begun = performance.now();
    expect(tokensFromText(text)).toBeUndefined();
    const [page, search] = ['model', `?per=${text}*1*1`] as const;
    expect(sentences(page, search)).toHaveLength(1);
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});
