import { expect } from '@playwright/test';
import type * as z from 'zod';
import { ModelFile } from '../../src/published/model-json.ts';
import { mainOf, textOf } from './page-text.ts';
import { fileOf, hosts, index } from './published.ts';
import { test } from './secured-test.ts';

/** What a model's page says that its figure rests on, held against the published files. */

const gpusOf = new Map(hosts.map(({ slug, accelerators }) => [slug, accelerators?.gpus]));
const pages = index.models.map((model) => ({
  model,
  text: textOf(mainOf(`/models/${model.id}/`)),
  served: ModelFile.parse(fileOf(`models/${model.id.replace(':', '=')}.json`)).served,
}));

type Served = z.infer<typeof ModelFile>['served'];
type Placed = Served['endpoints'][number];

/** The words that an endpoint's place may have. */
function placeWords({ place: { placeKnown, sites } }: Placed): readonly string[] {
  if (placeKnown.statedBy === 'nobody') return ['assumed'];
  if (placeKnown.how === 'assumed') return ['sites'];
  return sites.length === 1 ? ['stated'] : ['stated', 'sites'];
}

/** How many places are told to be known in each way. */
function placesTold(
  text: string,
  endpoints: number,
): Record<'stated' | 'sites' | 'assumed', number> {
  const told = (words: RegExp) => Number(words.exec(text)?.[1] ?? 0);
  if (endpoints > 1) {
    return {
      stated: told(/endpoints the place is stated for (\d+)/),
      sites: told(/the sites are stated without their shares for (\d+)/),
      assumed: told(/the place is assumed for (\d+)/),
    };
  }
  const says = (words: string) => (text.includes(words) ? 1 : 0);
  return {
    stated: says('Its country or region is stated.'),
    sites: says('Its sites are stated; how much each of them serves is assumed.'),
    assumed: says('Its place is assumed.'),
  };
}

test('a model’s page tells stated places from shares of ours, and says where the host is assumed', () => {
  expect(pages.length).toBeGreaterThan(0);
  const wrong = pages.filter(({ text, served: { listedByOpenRouter, endpoints } }) => {
    const told = placesTold(text, endpoints.length);
    const may = (words: string) => endpoints.filter((one) => placeWords(one).includes(words));
    const [sole] = endpoints;
    const standsIn = !listedByOpenRouter && sole?.host !== null;
    return !(
      told.stated + told.sites + told.assumed === endpoints.length &&
      told.assumed === may('assumed').length &&
      told.stated <= may('stated').length &&
      told.sites <= may('sites').length &&
      text.includes('That this host serves it is assumed.') === standsIn
    );
  });
  expect(wrong.map(({ model }) => model.id)).toEqual([]);
});

test('a model’s page names the mix of machines only where it is counted', () => {
  const sized = pages.filter(({ model }) => model.evidence !== 'price');
  const wrong = sized.filter(({ text, served: { endpoints } }) => {
    const estimated = endpoints.filter(({ noEstimate }) => noEstimate === undefined);
    const known = estimated.filter(({ host }) => gpusOf.get(host ?? '') !== undefined);
    return !(
      text.includes('A mix, since') === known.length < estimated.length &&
      text.includes('on the machines that are named for the host: ') === known.length > 0 &&
      text.includes('serving software, kinds of machines, rest') === known.length < estimated.length
    );
  });
  expect(wrong.map(({ model }) => model.id)).toEqual([]);
});

test('of a model known by its price no page says that load or software are drawn', () => {
  const wrong = pages.filter(
    ({ model, text }) =>
      (model.evidence === 'price') === /requests served at once on the mean machine/.test(text) ||
      (model.evidence === 'price') === text.includes('Everything else (load'),
  );
  expect(wrong.map(({ model }) => model.id)).toEqual([]);
});
