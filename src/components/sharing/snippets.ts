import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { modelJsonName, modelJsonPath } from '../../published/model-json-path.ts';
import type { ReleasedModel } from '../../release/release.ts';
import { addressOn } from '../../site.ts';

/** A text to paste somewhere else. */
export interface Snippet {
  name: string;
  /** For who hears a button alone. */
  kind: string;
  code: string;
}

/** What other pages and programs can take of a model. */
export function snippetsOf(
  { id, shortName }: Pick<ReleasedModel, 'id' | 'shortName'>,
  site: URL,
): Snippet[] {
  const at = (path: string) => addressOn(site, path);
  const file = modelJsonName(id);
  const badge = `![gCO2e per 1k output tokens](${at(`/badge/${file}.svg`)})`;
  return [
    { name: 'Badge, for a README', kind: 'Markdown', code: `[${badge}](${at(`/models/${id}/`)})` },
    {
      name: 'Chart, for a page',
      kind: 'HTML',
      code: chartHtml(at(`/embed/${file}/`), `${shortName}: gCO2e per 1000 output tokens`),
    },
    { name: 'Figures, for a program', kind: 'command', code: `curl ${at(modelJsonPath(id))}` },
  ];
}

/** As markup that is safe whatever a name holds: it runs on the page of whoever pastes it. */
function chartHtml(src: string, title: string): string {
  return renderToStaticMarkup(
    createElement('iframe', { src, width: 640, height: 210, title, loading: 'lazy' }),
  );
}

/** A picture that leads to a page, as markup for another page. */
export function pictureHtml(
  page: string,
  picture: { src: string; width: number; height: number; alt: string },
): string {
  // Lazy also because React would else put a link that loads it at once before it.
  const img = createElement('img', { ...picture, loading: 'lazy' });
  return renderToStaticMarkup(createElement('a', { href: page }, img));
}
