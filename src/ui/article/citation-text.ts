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

/** Letters that TeX has no command for: the library would leave them out. */
const WITHOUT_COMMAND = /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]/u;

/** As BibTeX, in plain ASCII where that can be; else as it is written, with what TeX would run escaped. */
function bibtexOf(item: CSL): string {
  const { title, note, ...others } = withYearAlone(item);
  format.asciiOnly = !WITHOUT_COMMAND.test(`${title}${note}`);
  const written = (text: string | undefined) =>
    format.asciiOnly ? text : text?.replaceAll('\\', '').replaceAll(/[&%$#_{}]/g, '\\$&');
  const cited = { ...others, title: written(title), note: written(note) };
  return new Cite(cited).format('bibtex').trim().replaceAll('\t', '  ');
}

/** A citation as APA text, BibTeX and CSL-JSON. */
export function citationTexts(item: CSL): CitationTexts {
  const citation = new Cite(item);
  return {
    apa: citation.format('bibliography', { format: 'text', template: 'apa', lang: 'en-US' }).trim(),
    bibtex: bibtexOf(item),
    cslJson: stringify([item]),
  };
}
