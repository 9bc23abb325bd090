import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { parse } from 'node-html-parser';
import * as z from 'zod';
import { ModelFile } from '../../src/published/model-json.ts';
import { SourcesFile } from '../../src/published/sources-json.ts';
import {
  descriptionOf,
  isFigure,
  isRangeText,
  mainOf,
  rowsOf,
  textOf,
  wrongIn,
} from './page-text.ts';
import { countOf, fileOf, gramsOf, hosts, index, shortNameOf } from './published.ts';
import { test } from './secured-test.ts';
import { builtFile, shows } from './site.ts';

/** What the pages of providers, hosts and the frontier say, held against the published files. */

const { date, models, notEstimated } = index;
type Model = (typeof models)[number];

/** The first and the last day of OpenRouter's endpoints. */
const endpointDays = [
  ...new Set(
    z
      .object({ models: z.array(z.object({ retrieved: z.string() })) })
      .parse(JSON.parse(readFileSync('data/openrouter/endpoints.json', 'utf8')))
      .models.map(({ retrieved }) => retrieved),
  ),
]
  .toSorted()
  .filter((_, nth, { length }) => nth === 0 || nth === length - 1)
  .join(' to ');

test('the providers are counted with their models and entries', () => {
  const makers = Map.groupBy(models, ({ maker }) => maker);
  const makerOf = (id: string) => id.replace(/^~/, '').split('/')[0] ?? '';
  const all = new Set([...models, ...notEstimated].map(({ id }) => makerOf(id)));
  const without = notEstimated.filter(({ kind }) => kind !== 'variant' && kind !== 'alias');
  const largest = [...makers.values()]
    .map(({ length }) => length)
    .toSorted((a, b) => b - a)
    .slice(0, 5);
  const address = '/providers/';
  expect([
    ...wrongIn(
      textOf(mainOf(address)),
      'OpenRouter’s list of {} holds {} models with an estimate, made by {} providers; the {} largest make {}. {} models have open weights. {} entries are without an estimate',
      [
        date,
        `${models.length}`,
        `${makers.size}`,
        `${largest.length}`,
        `${largest.reduce((sum, size) => sum + size, 0)}`,
        countOf(models, ({ weights }) => weights === 'open'),
        `${without.length}`,
      ],
    ),
    ...wrongIn(textOf(mainOf(address)), '{} entries are further names or terms', [
      `${notEstimated.length - without.length}`,
    ]),
    ...(all.size === makers.size
      ? []
      : wrongIn(textOf(mainOf(address)), 'each with its reason, and {} ', [
          `${all.size - makers.size}`,
        ])),
    ...wrongIn(descriptionOf(address), 'The {} providers whose models', [`${all.size}`]),
  ]).toEqual([]);
  const wrong = [...makers].filter(([maker, own]) => {
    const row = mainOf(address).querySelector(`a[href="/providers/${maker}/"]`)?.closest('tr');
    const cell = (name: string) => textOf(row?.querySelector(`td.${name}`));
    const [count, open, noEstimate] = (row?.querySelectorAll('td.count') ?? []).map(textOf);
    const medians = own.map((model) => gramsOf(model).central);
    const [lowest, highest] = [Math.min(...medians), Math.max(...medians)];
    return !(
      count === `${own.length} ${own.length === 1 ? 'model' : 'models'}` &&
      open === `${countOf(own, ({ weights }) => weights === 'open')} open` &&
      noEstimate === `${countOf(without, ({ id }) => makerOf(id) === maker)} without an estimate` &&
      (own.length === 1
        ? shows(cell('medians'), lowest)
        : isRangeText(cell('medians'), { low: lowest, high: highest })) &&
      isRangeText(cell('spread'), {
        low: Math.min(...own.map((model) => gramsOf(model).low)),
        high: Math.max(...own.map((model) => gramsOf(model).high)),
      })
    );
  });
  expect(wrong.map(([maker]) => maker)).toEqual([]);
});

test('each provider’s page says which of its models emit least and most', () => {
  const wrong = [...Map.groupBy(models, ({ maker }) => maker)].flatMap(([maker, own]) => {
    const address = `/providers/${maker}/`;
    const text = textOf(mainOf(address));
    const [least, ...more] = own.toSorted((a, b) => gramsOf(a).central - gramsOf(b).central);
    const most = more.at(-1);
    const about = (model: Model | undefined) =>
      model === undefined ? [] : [gramsOf(model).central, gramsOf(model).low, gramsOf(model).high];
    return [
      ...(most === undefined
        ? wrongIn(
            text,
            'One model: a thousand output tokens of {} emit about {} gCO2e (5th to 95th percentile {}–{}).',
            [shortNameOf(least!), ...about(least)],
          )
        : wrongIn(
            text,
            '{} models. A thousand output tokens emit least with {}: about {} gCO2e (5th to 95th percentile {}–{}); most with {}: about {} gCO2e (5th to 95th percentile {}–{}).',
            [
              `${own.length}`,
              shortNameOf(least!),
              ...about(least),
              shortNameOf(most),
              ...about(most),
            ],
          )),
      ...wrongIn(descriptionOf(address), ': {} with what a thousand', [
        own.length === 1 ? '1 model' : `${own.length} models`,
      ]),
    ];
  });
  expect(wrong).toEqual([]);
});

test('hosts are counted by who places them', () => {
  const served = new Map<string, number>();
  for (const { served: by } of models.filter(
    ({ served: { listedByOpenRouter } }) => listedByOpenRouter,
  )) {
    for (const host of by.hosts) served.set(host, (served.get(host) ?? 0) + 1);
  }
  const stated = (by: string, among = hosts) =>
    countOf(among, ({ placeKnown }) => placeKnown.statedBy === by);
  const { sources } = SourcesFile.parse(fileOf('sources.json'));
  const recalled = hosts.filter(({ placeKnown: { statedBy, sources: ids } }) => {
    const reads = new Set(ids.map((id) => sources[id]?.read));
    reads.delete('own');
    return statedBy !== 'nobody' && reads.size === 1 && reads.has('recalled');
  });
  const large = hosts.filter(({ slug }) => (served.get(slug) ?? 0) >= 10);
  expect([
    ...wrongIn(
      textOf(mainOf('/hosts/')),
      `Of {} hosts, OpenRouter states the data-centre countries of {}; {} name sites themselves, {} are placed by what others report, and for {} the place is an assumption.${
        recalled.length === 0
          ? ''
          : ` Of the named and reported places, ${recalled.length} ${recalled.length === 1 ? 'is' : 'are'} recalled: no document was read.`
      } Among the {} hosts that serve 10 models or more, {} have an assumed place`,
      [
        `${hosts.length}`,
        stated('openrouter'),
        stated('operator'),
        stated('others'),
        stated('nobody'),
        `${large.length}`,
        stated('nobody', large),
      ],
    ),
    ...wrongIn(descriptionOf('/hosts/'), 'and where: {} hosts with', [`${hosts.length}`]),
    ...wrongIn(
      textOf(mainOf('/methodology/place/')),
      'Of the {} hosts that serve 10 models or more, {} do not say where they serve these models',
      [`${large.length}`, stated('nobody', large)],
    ),
    ...hosts.flatMap(({ slug }) =>
      wrongIn(
        textOf(mainOf(`/hosts/${slug}/`)),
        'By OpenRouter’s endpoints of {} it serves {} of this release.',
        [endpointDays, `${served.get(slug) ?? 'none'} of the ${models.length} models`],
      ),
    ),
  ]).toEqual([]);
  const wrong = hosts.filter(({ slug, sites, powerUsageEffectiveness: pue }) => {
    const row = mainOf('/hosts/').querySelector(`a[href="/hosts/${slug}/"]`)?.closest('tr');
    const cell = (name: string) => textOf(row?.querySelector(`td.${name}`));
    const grids = sites.map(({ gridGramsPerKilowattHour }) => gridGramsPerKilowattHour);
    const mean = sites.reduce((sum, site) => sum + site.share * site.gridGramsPerKilowattHour, 0);
    return !(
      cell('models').startsWith(`${served.get(slug) ?? 0} `) &&
      Math.abs(Number(/\d+/.exec(cell('grid'))?.[0]) - mean) < 0.51 &&
      cell('span') ===
        (grids.length === 1 ? 'one zone' : `zones ${Math.min(...grids)}–${Math.max(...grids)}`) &&
      cell('pue') === `PUE ${pue.central.toFixed(2)} (${pue.low.toFixed(2)}–${pue.high.toFixed(2)})`
    );
  });
  expect(wrong.map(({ slug }) => slug)).toEqual([]);
});

test('the front is said with how many models are on it', () => {
  for (const index of ['intelligence', 'coding', 'agentic'] as const) {
    const address = index === 'intelligence' ? '/frontier/' : `/frontier/${index}/`;
    const rated = models.filter(
      ({ artificialAnalysis }) => artificialAnalysis?.[index] !== undefined,
    );
    if (rated.length === 0) {
      expect(textOf(mainOf(address))).toContain(
        `carries no ${index} index of any model, so there is nothing to draw`,
      );
      continue;
    }
    const rows = mainOf(address).querySelectorAll('tr[data-rated]');
    const figured = rows.filter((row) => textOf(row.querySelector('.median')) !== '');
    const score = (row: (typeof rows)[number]) =>
      Number(/[\d.]+$/.exec(textOf(row.querySelector('.index')))?.[0]);
    const on = figured
      .filter((row) => /(?:over )?(\d+) of 100$/.exec(textOf(row.querySelector('.front')))?.[1])
      .filter((row) => Number(/(\d+) of 100$/.exec(textOf(row.querySelector('.front')))?.[1]) > 50)
      .toSorted((a, b) => score(b) - score(a));
    // Per request as used, as the model's own page has it; of some, which is enough to see.
    const others = figured
      .filter((_, position) => position % 20 === 0)
      .filter((row) => {
        const page = mainOf(row.querySelector('a')?.getAttribute('href') ?? '');
        const asUsed = page
          .querySelectorAll('tr')
          .find((one) => textOf(one.querySelector('th')).startsWith('As used on OpenRouter'));
        return ['median', 'spread'].some(
          (cell) =>
            textOf(row.querySelector(`.${cell}`)) !== textOf(asUsed?.querySelector(`.${cell}`)),
        );
      });
    expect(others.map(textOf)).toEqual([]);
    const said = on.map((row) => textOf(row.querySelector('.model a')));
    const text = textOf(mainOf(address));
    // Each row has its probability of being on the front, which add up to how many are.
    const size = Math.round(
      rows.reduce(
        (sum, row) => sum + Number(row.getAttribute('data-figure')?.split(' ')[3] ?? 0),
        0,
      ),
    );
    expect(rows).toHaveLength(rated.length);
    expect([
      ...wrongIn(
        text,
        `Of {} models with a${index === 'coding' ? '' : 'n'} {} index, {} are on it in more than half of our computed cases, the highest index first: {}. Quality in`,
        [
          `${figured.length}`,
          index,
          `${on.length}`,
          said.join(', ').replace(/, ([^,]+)$/, ' and $1'),
        ],
      ),
      ...wrongIn(text, 'About {} on the front in any one case', [
        size === 1 ? 'one model is' : `${size} models are`,
      ]),
      ...wrongIn(text, '). {} of the {} models of this release have it.', [
        `${rated.length}`,
        `${models.length}`,
      ]),
      ...wrongIn(
        descriptionOf(address),
        'against gCO2e per request as each is used on OpenRouter for {} models',
        [`${figured.length}`],
      ),
    ]).toEqual([]);
  }
});

test('a host’s regions say how many models are served there', () => {
  const inRegions = new Set(
    hosts.filter(({ regions }) => Object.keys(regions).length > 0).map(({ slug }) => slug),
  );
  const served = new Map<string, Set<string>>();
  for (const { id } of models.filter(({ served: by }) =>
    by.hosts.some((host) => inRegions.has(host)),
  )) {
    const { endpoints } = ModelFile.parse(fileOf(`models/${id.replace(':', '=')}.json`)).served;
    for (const { host, region } of endpoints) {
      if (region === undefined) continue;
      const place = `${host} ${region}`;
      served.set(place, (served.get(place) ?? new Set()).add(id));
    }
  }
  const rows = hosts.flatMap(({ slug }) =>
    mainOf(`/hosts/${slug}/`)
      .querySelectorAll('section[aria-label^="Regions"] tbody tr')
      .map((row) => ({
        place: `${slug} ${textOf(row.querySelector('th'))}`,
        count: textOf(row.querySelector('td:last-child')),
      })),
  );
  expect(rows.map(({ place }) => place).toSorted()).toEqual([...served.keys()].toSorted());
  expect(rows.filter(({ place, count }) => count !== `${served.get(place)?.size}`)).toEqual([]);
});

test('a host’s page says its overhead, its water and its grids as they are published', () => {
  const wrong = hosts.flatMap(({ slug, sites, ...host }) => {
    const main = mainOf(`/hosts/${slug}/`);
    const facts = new Map(
      main
        .querySelectorAll('dl.facts dt')
        .map((name) => [textOf(name), textOf(name.nextElementSibling?.querySelector('strong'))]),
    );
    const bounds = [
      ['PUE', host.powerUsageEffectiveness],
      ['Water on site', host.waterOnSiteLitresPerKilowattHour],
    ] as const;
    const grids = sites.map(({ gridGramsPerKilowattHour }) => gridGramsPerKilowattHour);
    const mean = sites.reduce((sum, site) => sum + site.share * site.gridGramsPerKilowattHour, 0);
    const [, about, ...ends] =
      /Weighted mean (\d+), between (\d+) and (\d+)\./.exec(textOf(main)) ?? [];
    return [
      ...bounds.flatMap(([name, { low, central, high }]) => {
        const said = /^([\d.]+) \(([\d.]+)–([\d.]+)\)/.exec(facts.get(name) ?? '')?.slice(1) ?? [];
        const isSaid = [central, low, high].every(
          (value, at) => Math.abs(Number(said[at]) - value) < 0.00501,
        );
        return isSaid ? [] : [`${slug}: ${name} ${facts.get(name)}`];
      }),
      ...(grids.length === 1 ||
      (Math.abs(Number(about) - mean) < 0.51 &&
        `${ends}` === `${[Math.min(...grids), Math.max(...grids)]}`)
        ? []
        : [`${slug}: mean ${about}, between ${ends.join(' and ')}`]),
    ];
  });
  expect(wrong).toEqual([]);
});

test('a host’s page says the mean grid of each region, and of each model what all its hosts emit', () => {
  const byAddress = new Map(models.map((model) => [`/models/${model.id}/`, model]));
  const wrong = hosts.flatMap(({ slug, regions }) => {
    const main = mainOf(`/hosts/${slug}/`);
    const rows = main.querySelectorAll('section[aria-label^="Regions"] tbody tr').filter((row) => {
      const sites = regions[textOf(row.querySelector('th'))]?.sites ?? [];
      const mean = sites.reduce((sum, site) => sum + site.share * site.gridGramsPerKilowattHour, 0);
      return !(Math.abs(Number(textOf(row.querySelector('td.number'))) - mean) < 0.51);
    });
    const served = main.querySelectorAll('.models .range-chart tbody tr').filter((row) => {
      const model = byAddress.get(row.querySelector('a')?.getAttribute('href') ?? '');
      const all = textOf(row.querySelector('.further')).replace('All its hosts ', '');
      return !(model && isFigure(all.replaceAll(/[()]/g, ''), gramsOf(model)));
    });
    return [...rows, ...served].map((row) => `${slug}: ${textOf(row)}`);
  });
  expect(wrong).toEqual([]);
});

test('a provider’s page counts its models by how they are known', () => {
  const wrong = [...Map.groupBy(models, ({ maker }) => maker)].flatMap(([maker, own]) =>
    mainOf(`/providers/${maker}/`)
      .querySelectorAll('table')
      .filter((table) => textOf(table).startsWith('Known by'))
      .flatMap(rowsOf)
      .filter(([tier, , count]) => count !== countOf(own, ({ evidence }) => evidence === tier))
      .map((cells) => `${maker}: ${cells}`),
  );
  expect(wrong).toEqual([]);
});

test('a provider’s models can be embedded, each with its range', () => {
  const wrong = [...Map.groupBy(models, ({ maker }) => maker)].filter(([maker, own]) => {
    const rows = parse(builtFile(`embed/${maker}/index.html`)).querySelectorAll('tbody tr');
    return !(
      rows.length === own.length &&
      own.every((model) =>
        rows.some((row) => {
          const cell = (name: string) => textOf(row.querySelector(name));
          return (
            cell('th').includes(shortNameOf(model)) &&
            isFigure(`${cell('.median')} ${cell('.spread')}`, gramsOf(model))
          );
        }),
      )
    );
  });
  expect(wrong.map(([maker]) => maker)).toEqual([]);
});

test('the methodology names the hosts with accelerators without a usable measurement, and which of them are estimated', () => {
  const rows = mainOf('/methodology/place/')
    .querySelectorAll('table')
    .filter((table) => textOf(table).startsWith('Who From what'))
    .flatMap((table) => table.querySelectorAll('tbody'))
    .map((group) => group.querySelectorAll('tr').slice(1));
  const groups = rows.map((group) => group.map((row) => textOf(row.querySelector('th'))));
  // One count of a host's models, here and on its own page.
  const miscounted = rows.flat().filter((row) => {
    const link = row.querySelector('a')?.getAttribute('href') ?? '';
    if (!link.startsWith('/hosts/')) return false;
    const own = / it serves (\d+|none) of /.exec(textOf(mainOf(link)))?.[1];
    return textOf(row.querySelector('td.number')) !== (own === 'none' ? '0' : own);
  });
  expect(miscounted.map(textOf)).toEqual([]);
  const isServing = (slug: string) => models.some(({ served }) => served.hosts.includes(slug));
  const namesOf = (some: typeof hosts) => some.map(({ name }) => name).toSorted();
  expect(groups[0]?.toSorted()).toEqual(
    namesOf(hosts.filter(({ noEstimate }) => noEstimate !== undefined)),
  );
  expect(groups[1]?.toSorted()).toEqual(
    namesOf(
      hosts.filter(
        ({ slug, accelerators, noEstimate }) =>
          noEstimate === undefined &&
          accelerators?.kinds.some((kind) => kind !== 'gpu') &&
          isServing(slug),
      ),
    ),
  );
});
