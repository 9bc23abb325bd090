import type { CSL } from '@citation-js/core';
import { addressOn } from '../site.ts';
import type { Release } from './release.ts';
import type { TrainingVersion } from './training-version.ts';

/** How the index, one of its models and a page of its methodology are cited, as CSL-JSON. */

/** The name of the work, of its publisher, and the authors as they sign. */
export const INDEX_TITLE = 'LLM Carbon Index';
export const INDEX_AUTHORS = 'LLM Carbon Index contributors';

/** How a text names who published something on a day (YYYY-MM-DD): author and year, as APA's narrative citations. */
export function citedInText(day: string): string {
  return `${INDEX_AUTHORS} (${day.slice(0, 4)})`;
}

/** What a citation says of a release. */
export interface CitedRelease extends Pick<Release, 'release' | 'date' | 'methodVersion'> {
  /** The day on which it was archived; undefined where it is not yet. */
  published: string | undefined;
}

/** The day that a citation of a release bears: that of its list is all that one not archived yet has. */
export function dayOfIssue({
  published,
  date,
}: Omit<CitedRelease, 'release' | 'methodVersion'>): string {
  return published ?? date;
}

/** Where a release stays when the pages have moved on to the next one. */
function releasePath(release: string): string {
  return `/releases/${release}/`;
}

/** The whole index, at the address where this release stays. */
export function citationOfIndex(release: CitedRelease, site: URL | undefined): CSL {
  return {
    id: `llm-carbon-index-${release.release}`,
    type: 'dataset',
    title: INDEX_TITLE,
    ...common(release),
    URL: addressOn(site, releasePath(release.release)),
  };
}

/**
 * One model's figures, at the address where this release stays. The model's page, which shows the
 * newest figures, stands in the note.
 */
export function citationOfModel(
  { id, shortName }: { id: string; shortName: string },
  release: CitedRelease,
  site: URL | undefined,
): CSL {
  return {
    id: `llm-carbon-index-${release.release}-${keyPart(id)}`,
    type: 'dataset',
    title: `${INDEX_TITLE}: ${shortName} (${id})`,
    ...common(release),
    URL: addressOn(site, releasePath(release.release)),
    note: `${versions(release)}. Page of the model: ${addressOn(site, `/models/${id}/`)}`,
  };
}

/**
 * The figures of one training run, at its page, which shows the newest: the version of the training data
 * tells their state, since no release of the index holds them.
 */
export function citationOfTraining(
  { id, name }: { id: string; name: string },
  { version, date }: TrainingVersion,
  site: URL | undefined,
): CSL {
  return {
    id: `llm-carbon-index-training-${version}-${keyPart(id)}`,
    type: 'dataset',
    title: `${INDEX_TITLE}: training of ${name} (final run, not inference)`,
    author: [{ literal: INDEX_AUTHORS }],
    issued: issuedOn(date),
    version: `training data ${version}`,
    note: `Training data ${version}`,
    publisher: INDEX_TITLE,
    URL: addressOn(site, `/training/runs/${id}/`),
  };
}

/** A page of the methodology, at its own address; the version of the method tells its state. */
export function citationOfMethodologyPage(title: string, page: URL, release: CitedRelease): CSL {
  return {
    id: `llm-carbon-index-method-${release.methodVersion}-${keyPart(page.pathname)}`,
    type: 'dataset',
    title: `${title}. Methodology of the ${INDEX_TITLE}`,
    ...common(release),
    URL: page.href,
  };
}

function common(
  cited: CitedRelease,
): Pick<CSL, 'author' | 'issued' | 'version' | 'note' | 'publisher'> {
  return {
    author: [{ literal: INDEX_AUTHORS }],
    issued: issuedOn(dayOfIssue(cited)),
    version: `${cited.methodVersion} of the method, release ${cited.release}`,
    // BibTeX has no field for a version.
    note: versions(cited),
    publisher: INDEX_TITLE,
  };
}

function issuedOn(date: string): NonNullable<CSL['issued']> {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return { 'date-parts': [[year, month, day]] };
}

function versions({ release, methodVersion, published }: CitedRelease): string {
  const archived = published === undefined ? '' : ` (archived on ${published})`;
  return `Release ${release}${archived}, method ${methodVersion}`;
}

/** Letters, digits and hyphens alone, as keys of BibTeX want them. */
function keyPart(text: string): string {
  return text.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '');
}
