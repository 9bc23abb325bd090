import { parametersOf, searchWith } from '../../ui/link/address.ts';
import { type LinkFault, LinkReader, partsOf } from '../../ui/link/link-reader.ts';
import { isCampaign } from './campaign-names.ts';
import {
  behindHashSentence,
  faultSentence,
  nearChoice,
  nearText,
  unreadSentence,
} from './fault-words.ts';
import { knownOnPage } from './known-on-page.ts';
import { isLinkedPage, type KnownOnPage, type LinkedPage, PAGE_LINKS } from './page-links.ts';

/** A sentence on a part of a link, and the search part that the reader may have meant. */
export interface SaidFault {
  sentence: string;
  near: { text: string; search: string } | undefined;
}

/** What of a link is not applied. */
export interface LinkReport {
  /** The first of it. */
  said: SaidFault[];
  /** How much of it there is besides. */
  further: number;
  /** The search part without all of it. */
  clean: string;
}

/** So many sentences tell the kind of link; nobody reads more. */
const MOST_SAID = 12;

/** Reads a link as a page does. */
export function linkReport(
  page: LinkedPage,
  search: string,
  known: KnownOnPage,
  hash = '',
): LinkReport {
  const link = new LinkReader(search, known);
  PAGE_LINKS[page](link, known);
  const strangers = link.unreadNames.filter((name) => !isCampaign(name));
  const asked = parametersOf(search);
  const free = [...link.names].filter((name) => !asked.has(name));
  const faults = eachOnce(link.faults);
  const behindHash = Object.fromEntries(
    [...parametersOf(hash.includes('=') ? hash.slice(1) : '')].filter(([name]) =>
      [...link.names].some((own) => own === name),
    ),
  );
  const said = [
    ...Object.keys(behindHash).map((name) => ({
      sentence: behindHashSentence(name),
      near: meant(`?${name}=`, search, behindHash),
    })),
    ...faults.slice(0, MOST_SAID).map((fault) => {
      const near = nearChoice(fault, known);
      return {
        sentence: faultSentence(fault, known),
        near: near === undefined ? near : meant(near, search, replaced(asked, fault, near)),
      };
    }),
    ...strangers.slice(0, MOST_SAID).map((name) => {
      const near = nearText(name, free);
      return {
        sentence: unreadSentence(name),
        near:
          near === undefined
            ? near
            : meant(near, search, { [name]: '', [near]: asked.get(name) ?? '' }),
      };
    }),
  ].slice(0, MOST_SAID);
  return {
    said,
    further: Object.keys(behindHash).length + faults.length + strangers.length - said.length,
    clean: searchWith(search, {
      ...Object.fromEntries(strangers.map((name) => [name, ''])),
      ...remainders(asked, link.faults),
    }),
  };
}

/** Faults without those that would be said in the same words: a link can name a thing twice. */
function eachOnce(faults: readonly LinkFault[]): LinkFault[] {
  return [
    ...new Map(faults.map((fault) => [JSON.stringify(Object.values(fault)), fault])).values(),
  ];
}

function meant(text: string, search: string, change: Readonly<Record<string, string>>) {
  return { text, search: searchWith(search, change) };
}

/** The parameter of a fault with what was meant in the place of what was not understood. */
function replaced(asked: URLSearchParams, { name, text }: LinkFault, near: string) {
  const whole = wholeText(asked, name);
  if (whole === text) return { [name]: near };
  const parts = partsOf(whole);
  return { [name]: parts.with(placeOf(text, parts), near).join(',') };
}

/** Of each parameter with faults, what was understood. */
function remainders(
  asked: URLSearchParams,
  faults: readonly LinkFault[],
): Readonly<Record<string, string>> {
  // Of several values of one parameter, writing a search part leaves the first anyway.
  const unread = Map.groupBy(
    faults.filter(({ isRepeated }) => !isRepeated),
    ({ name }) => name,
  );
  return Object.fromEntries(
    [...unread].map(([name, ofName]) => {
      const whole = wholeText(asked, name);
      if (ofName.some(({ text }) => text === whole)) return [name, ''];
      const parts = partsOf(whole);
      for (const { text } of ofName) parts.splice(placeOf(text, parts), 1);
      return [name, parts.join(',')];
    }),
  );
}

function wholeText(asked: URLSearchParams, name: string): string {
  return (asked.getAll(name).find((value) => value.trim() !== '') ?? '').trim();
}

/** Where a part stands; the last, where it stands there more than once. */
function placeOf(text: string, parts: readonly string[]): number {
  return parts.findLastIndex((part) => part.toLowerCase() === text.toLowerCase());
}

/** Writes beside the figures what of the page's address is not applied. */
export async function sayFaults(place: HTMLElement): Promise<void> {
  const report = await reportOfAddress(place);
  if (report === undefined) return;
  const { said, further } = report;
  place.replaceChildren(
    ...said.map(paragraphOf),
    ...(further > 0 ? [paragraph(`${further} more parts of this link are not applied.`)] : []),
  );
}

/** Takes out of the page's address what is not applied. */
export async function dropFaults(place: HTMLElement): Promise<void> {
  const report = await reportOfAddress(place);
  if (report === undefined || report.said.length === 0) return;
  history.replaceState(null, '', `${location.pathname}${report.clean}`);
}

/** Undefined where another address stands there by the time this one has been read. */
async function reportOfAddress({ dataset }: HTMLElement): Promise<LinkReport | undefined> {
  const { page } = dataset;
  if (!isLinkedPage(page)) throw new Error(`There is no page of the kind ${page}`);
  const { search, hash } = location;
  const known = await knownOnPage(search);
  return location.search === search ? linkReport(page, search, known, hash) : undefined;
}

function paragraphOf({ sentence, near }: SaidFault): HTMLElement {
  const said = paragraph(sentence);
  if (near === undefined) return said;
  const link = document.createElement('a');
  link.href = `${location.pathname}${near.search}`;
  link.textContent = near.text;
  said.append(' Did you mean ', link, '?');
  return said;
}

function paragraph(text: string): HTMLElement {
  const said = document.createElement('p');
  said.textContent = text;
  return said;
}
