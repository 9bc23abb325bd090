import { NodeHtmlMarkdown, type TranslatorConfigObject } from 'node-html-markdown';
import { type HTMLElement, parse } from 'node-html-parser';

/** What a page has for eyes and hands alone: navigation, drawings, scripts. */
const LEFT_OUT = 'nav, script, style, svg, button, output, [data-citation]';

/**
 * The text of a finished methodology page as Markdown: tables as tables, equations as TeX, links
 * absolute. Throws where the page has no article.
 */
export function pageMarkdown(html: string, page: URL): string {
  // As given, the parser takes the text of <pre> as it stands, markup and all.
  const root = parse(html, { blockTextElements: { script: true, style: true } });
  const article = root.querySelector('article');
  if (article === null) {
    throw new Error(
      `${page.pathname} has no <article>, so its Markdown twin would be empty; expected a page made with MethodologyPage.astro.`,
    );
  }
  const citation = root.querySelector('[data-citation] code')?.text;
  for (const element of article.querySelectorAll(LEFT_OUT)) element.remove();
  for (const drawing of article.querySelectorAll('[aria-hidden="true"]')) blank(drawing);
  for (const heading of article.querySelectorAll('h2, h3')) heading.textContent = heading.text;
  for (const link of article.querySelectorAll('a')) makeAbsolute(link, page);
  const text = translator.translate(article.toString()).trim();
  return `${text}\n${citation === undefined ? '' : `\nCite as: ${citation}\n`}`;
}

const TRANSLATORS: TranslatorConfigObject = {
  math: ({ node }) => {
    const tex = node.querySelector('annotation')?.textContent ?? '';
    const marks = node.getAttribute('display') === 'block' ? '$$' : '$';
    return { content: `${marks}${tex}${marks}`, recurse: false };
  },
  // CO2e reads well without; a symbol's index does not.
  sub: ({ node }) =>
    node.textContent === '2' ? {} : { content: `<sub>${node.textContent}</sub>` },
};

const translator = new NodeHtmlMarkdown(
  {
    bulletMarker: '-',
    useInlineLinks: false,
    // As the library has it, and what would begin a tag.
    globalEscape: [/[\\`*_~[\]<]/gm, '\\$&'],
  },
  TRANSLATORS,
);
// Cells have translators of their own.
for (const [tag, config] of Object.entries(TRANSLATORS)) {
  translator.tableCellTranslators.set(tag, config);
}

/** A cell has to stay, or the columns of its table would move. */
function blank(drawing: HTMLElement): void {
  if (drawing.tagName === 'TD' || drawing.tagName === 'TH') drawing.textContent = '';
  else drawing.remove();
}

function makeAbsolute(link: HTMLElement, page: URL): void {
  const address = link.getAttribute('href');
  if (address === undefined) return;
  if (link.getAttribute('type') === 'text/markdown') {
    link.setAttribute('href', page.href);
    link.textContent = 'this page as HTML';
  } else {
    link.setAttribute('href', new URL(address, page).href);
  }
}
