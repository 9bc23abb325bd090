import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { gridZones } from '../../../src/catalog/grid.ts';

const [zone] = gridZones();

/** The module anew: it keeps the last address. */
async function freshModule() {
  vi.resetModules();
  return import('../../../src/query/asked.ts');
}

describe('what an address asks', () => {
  let fails = false;
  const fetched = vi.fn((address: string) =>
    fails
      ? Promise.reject(new TypeError('no network'))
      : Promise.resolve(
          Response.json(address.includes('grid-intensity') ? { zones: gridZones() } : {}),
        ),
  );

  beforeEach(() => {
    fails = false;
    fetched.mockClear();
    vi.stubGlobal('fetch', fetched);
    vi.useFakeTimers({ toFake: ['setTimeout'] });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  test('is read once, however many parts of a page follow it, and anew for another address', async () => {
    const { askedAsCalled, askedOf } = await freshModule();
    const search = `?grid=${zone!.zone.toLowerCase()}&per=chat`;
    const asked = askedOf(search);
    expect(askedOf(search)).toBe(asked);
    expect(askedAsCalled(search)).toBe(askedAsCalled(search));
    expect(await asked).toMatchObject({ scenario: { grid: zone!.zone }, per: 'chat' });
    expect(await askedOf('?per=input')).toMatchObject({
      scenario: { grid: undefined },
      per: 'input',
    });
  });

  test('needs no table of grids where no zone is named', async () => {
    const { AS_PUBLISHED, askedOf, isAsPublished } = await freshModule();
    expect(await askedOf('?q=x')).toEqual(AS_PUBLISHED);
    expect(isAsPublished(await askedOf('?grid=50'))).toBe(false);
    expect(fetched).not.toHaveBeenCalled();
  });

  test('has no grid that nobody publishes, but keeps what it was called', async () => {
    const { askedAsCalled, askedOf, isAsPublished } = await freshModule();
    expect(isAsPublished(await askedOf('?grid=atlantis'))).toBe(true);
    expect(askedAsCalled('?grid=atlantis').scenario.grid).toBe('atlantis');
  });

  test('is as published in another unit, but is not what is published', async () => {
    const { areAsPublished, askedOf, isAsPublished, searchWithAsked } = await freshModule();
    const asked = await askedOf('?unit=Milligrams');
    expect(asked.unit).toBe('mg');
    expect([areAsPublished(asked), isAsPublished(asked)]).toEqual([true, false]);
    expect(searchWithAsked(asked, '?unit=g&q=x')).toBe('?q=x&unit=mg');
    expect((await askedOf('?unit=kg')).unit).toBe('g');
  });

  test('is looked up again after a failure', async () => {
    const { askedOf } = await freshModule();
    const search = `?grid=${zone!.zone}`;
    fails = true;
    const failed = expect(askedOf(search)).rejects.toThrow('grid-intensity.json');
    await vi.runAllTimersAsync();
    await failed;
    fails = false;
    expect(await askedOf(search)).toMatchObject({ scenario: { grid: zone!.zone } });
  });

  test('stands in a link beside all else', async () => {
    const { askedOf, searchWithAsked } = await freshModule();
    expect(searchWithAsked(await askedOf('?grid=50&pue=1.2&per=chat'), '?q=x')).toBe(
      '?q=x&per=chat&grid=50&pue=1.2',
    );
  });
});
