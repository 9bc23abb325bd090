import { Cite, type CSL, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import stringify from 'json-stringify-pretty-compact';

/** The texts that a reader copies into a paper, a bibliography or a reference manager. */
export interface CitationTexts {
  apa: string;
  bibtex: string;
  cslJson: string;
}

// The key tells releases and models apart; the library's own is made of author, year and title.
const { format } = plugins.config.get('@bibtex');
format.useIdAsLabel = true;
// Hyphens are as good in keys as letters.
format.checkLabel = false;

/** Classic BibTeX has no field for a day, and its months are macros, which the library does not write. */
function withYearAlone(item: CSL): CSL {
  const year = item.issued?.['date-parts']?.[0]?.[0];
  return year === undefined ? item : { ...item, issued: { 'date-parts': [[year]] } };
}

/** A citation as APA text, BibTeX and CSL-JSON. */
export function citationTexts(item: CSL): CitationTexts {
  const citation = new Cite(item);
  return {
    apa: citation.format('bibliography', { format: 'text', template: 'apa', lang: 'en-US' }).trim(),
    bibtex: new Cite(withYearAlone(item)).format('bibtex').trim().replaceAll('\t', '  '),
    cslJson: stringify([item]),
  };
}
