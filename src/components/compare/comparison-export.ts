import { servedWords } from '../../query/asked-words.ts';
import { searchFromModels } from '../../query/models.ts';
import { pngOf } from '../../ui/chart/picture.ts';
import { clipboardTakes, copyPicture } from '../../ui/clipboard.ts';
import { download } from '../../ui/download.ts';
import { writeOwnStyle } from '../../ui/own-style.ts';
import type { DrawnComparison } from './compare-and-draw.ts';
import { comparisonMarkdown, type Provenance } from './comparison-markdown.ts';
import { comparisonPicture } from './comparison-picture.ts';

const FILE_NAME = 'llm-carbon-comparison';

/** Copies the comparison as a link, as Markdown or as a picture. Returns what to say of it. */
export async function exportComparison(
  format: string,
  { comparison, view }: DrawnComparison,
  { release = '' }: DOMStringMap,
): Promise<string> {
  const search = searchFromModels(
    comparison.figures.models.map(({ file }) => file.id),
    location.search,
  );
  const provenance: Provenance = {
    release,
    link: `${location.origin}${location.pathname}${search}`,
    served: servedWords(comparison.asked),
  };
  if (format === 'markdown') {
    return copyText(comparisonMarkdown(view, provenance), 'Markdown copied.', 'md');
  }
  if (format === 'html') {
    const html = embeddedPicture(comparisonPicture(view, provenance), provenance.link);
    return copyText(html, 'HTML for a page copied.', 'html');
  }
  if (format === 'image') {
    return copyPicture(pngOf(comparisonPicture(view, provenance)), FILE_NAME);
  }
  const copied = await clipboardTakes(() => navigator.clipboard.writeText(provenance.link));
  return copied ? 'Link copied.' : `The browser refused the clipboard: ${provenance.link}`;
}

/** The picture as HTML that needs no script and fetches nothing, leading back to its comparison. */
function embeddedPicture(picture: SVGSVGElement, link: string): string {
  writeOwnStyle(picture, 'width:100%;height:auto');
  const anchor = document.createElement('a');
  anchor.href = link;
  anchor.append(picture);
  return `${anchor.outerHTML}\n`;
}

async function copyText(text: string, done: string, ending: string): Promise<string> {
  if (await clipboardTakes(() => navigator.clipboard.writeText(text))) return done;
  download(`${FILE_NAME}.${ending}`, new Blob([text], { type: 'text/plain' }));
  return 'The browser refused the clipboard, so it is a download.';
}
