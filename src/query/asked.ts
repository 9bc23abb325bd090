import { LinkReader } from '../ui/link/link-reader.ts';
import {
  AS_SERVED_STATE,
  isAsServed,
  readScenario,
  type ScenarioState,
  searchWithScenario,
} from './asked-scenario.ts';
import { gridTables } from './grid-choice.ts';
import { MASS_UNIT, type MassUnit, PUBLISHED_MASS_UNIT, searchWithMassUnit } from './mass-unit.ts';
import { PER, type Per, PUBLISHED_PER, searchWithPer } from './per.ts';

/** What an address asks of the figures. */
export interface Asked {
  scenario: ScenarioState;
  per: Per;
  /** What CO2e is weighed in; it is computed in grams. */
  unit: MassUnit;
}

/** What is asked where nothing is. */
export const AS_PUBLISHED: Asked = {
  scenario: AS_SERVED_STATE,
  per: PUBLISHED_PER,
  unit: PUBLISHED_MASS_UNIT,
};

/** Whether no other figures are asked for than those that are published, whatever they are weighed in. */
export function areAsPublished({ scenario, per }: Asked): boolean {
  return isAsServed(scenario) && per === PUBLISHED_PER;
}

/** Whether nothing differs from what is published. */
export function isAsPublished(asked: Asked): boolean {
  return areAsPublished(asked) && asked.unit === PUBLISHED_MASS_UNIT;
}

/** A URL's search part with all of this asked and all else kept. */
export function searchWithAsked({ scenario, per, unit }: Asked, search: string): string {
  return searchWithMassUnit(unit, searchWithPer(per, searchWithScenario(scenario, search)));
}

/** Reads what is asked from a link, as readScenario does. */
export function readAsked(link: LinkReader): Asked {
  const per = link.read(PER);
  const unit = link.read(MASS_UNIT);
  return { scenario: readScenario(link), per, unit };
}

/** The last address that was asked about: each is read once, however many parts of a page follow it. */
let last: { search: string; asCalled: Asked; known?: Promise<Asked> } | undefined;

/** What an address asks, with the grid as it is called there, which may be one that nobody publishes. */
export function askedAsCalled(search: string): Asked {
  return readingOf(search).asCalled;
}

/**
 * What an address asks, as it can be computed: a grid that nobody publishes leaves those of the
 * hosts, and is said beside the figures. Rejects with UnreadFile, and tries anew the next time.
 */
export function askedOf(search: string): Promise<Asked> {
  const reading = readingOf(search);
  reading.known ??= withKnownGrid(search, reading.asCalled).catch((error: unknown) => {
    delete reading.known;
    throw error;
  });
  return reading.known;
}

function readingOf(search: string) {
  if (last?.search !== search) {
    const link = new LinkReader(search);
    last = { search, asCalled: readAsked(link) };
  }
  return last;
}

async function withKnownGrid(search: string, asCalled: Asked): Promise<Asked> {
  if (typeof asCalled.scenario.grid !== 'string') return asCalled;
  const { zones } = await gridTables();
  return { ...asCalled, scenario: readScenario(new LinkReader(search, { zones })) };
}
