import { markdownTable } from '../../text/markdown-table.ts';
import type { ComparisonView } from './comparison-view.ts';

/** Where a comparison comes from. */
export interface Provenance {
  release: string;
  /** Address of the comparison. */
  link: string;
  /** How the models are served, in words. */
  served: string;
}

/** A comparison as Markdown: attributes as a table, pairs as sentences, release and link. */
export function comparisonMarkdown(
  { functionalUnit, rows, pairs, attributes }: ComparisonView,
  { release, link, served }: Provenance,
): string {
  const table = markdownTable([
    ['Median (nine in ten)', ...rows.map(({ name }) => name)],
    ...attributes.map(({ label, cells }) => [
      label,
      ...cells.map(({ text, aside }) => (aside === undefined ? text : `${text} (${aside})`)),
    ]),
  ]);
  const sentences = pairs.map(({ verdict, ratioSentence }) => `- ${verdict} ${ratioSentence}`);
  const source = `Estimates per ${functionalUnit}, ${served}, not measurements. LLM Carbon Index, release ${release}: ${link}`;
  return `${[table, sentences.join('\n'), source].filter((part) => part !== '').join('\n\n')}\n`;
}
