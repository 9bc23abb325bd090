import { describe, expect, test } from 'vitest';
import { adviseOn, checkData } from '../../../src/catalog/checks/all.ts';
import { joinHosts } from '../../../src/catalog/join-hosts.ts';
import { readData } from '../../../src/catalog/read-data.ts';
import { placeSentence } from '../../../src/components/hosts/host-sentence.ts';

const data = readData(process.cwd());

/** What is known of a host that OpenRouter's provider list describes so, and nobody else. */
function listed(headquarters: string | undefined, dataCentreCountries?: string[]) {
  const host = { slug: 'first-host', name: 'First Host', headquarters, dataCentreCountries };
  const hosts = [...data.hostList.hosts, host];
  const changed = { ...data, hostList: { ...data.hostList, hosts } };
  const joined = joinHosts(changed).bySlug('first-host')!;
  const about = ({ record }: { record: string }) => record === 'first-host';
  return {
    joined,
    zones: Object.keys(joined.place.zones),
    problems: checkData(changed).filter(about),
    wanted: adviseOn(changed)
      .filter(about)
      .map(({ message }) => message),
  };
}

const fallback = Object.keys(data.factors.facility.defaultHost.zones);

describe('a host that OpenRouter lists in a country without a grid value', () => {
  test.each(['CL', 'RU', 'UK', 'EU', 'ZZ'])('stands at the default, and %s is reported', (code) => {
    for (const { joined, zones, problems, wanted } of [listed(code), listed(code, [code])]) {
      expect(zones).toEqual(fallback);
      expect(problems).toEqual([]);
      expect(wanted).toEqual([expect.stringContaining(`no grid intensity for ${code}`)]);
      expect(joined.place.origin).toBe('default');
      expect(placeSentence(joined, {})).toMatch(
        /^OpenRouter names .+, for which the index has no grid/,
      );
    }
  });

  test('stands in its other countries, else in that of its headquarters', () => {
    expect(listed('CL', ['CL', 'FR']).zones).toEqual(['FR']);
    expect(listed('SE', ['CL']).zones).toEqual(['SE']);
    expect(listed('SE', ['CL']).joined.place.origin).toBe('headquarters');
  });
});

test('where OpenRouter and a host’s record name two headquarters, the host stands in that of its record', () => {
  const [slug, file] = [...data.hostFiles].find(([, { headquarters }]) => headquarters)!;
  const country = file.headquarters?.country;
  const elsewhere = ['SE', 'FR'].find((other) => other !== country);
  const hosts = [{ slug, name: file.name, headquarters: elsewhere }];
  const hostFiles = new Map([[slug, { ...file, places: undefined }]]);
  const joined = joinHosts({ ...data, hostList: { ...data.hostList, hosts }, hostFiles });
  expect(Object.keys(joined.bySlug(slug)!.place.zones)).toEqual([country]);
});
