import { modelJsonName, modelJsonPath } from '../../published/model-json-path.ts';
import type { ReleasedModel } from '../../release/release.ts';

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
  const at = (path: string) => new URL(path, site).href;
  const file = modelJsonName(id);
  const badge = `![gCO2e per 1k output tokens](${at(`/badge/${file}.svg`)})`;
  const title = `${shortName}: gCO2e per 1000 output tokens`;
  return [
    { name: 'Badge, for a README', kind: 'Markdown', code: `[${badge}](${at(`/models/${id}/`)})` },
    {
      name: 'Chart, for a page',
      kind: 'HTML',
      code: `<iframe src="${at(`/embed/${file}/`)}" width="640" height="210" title="${title}" loading="lazy"></iframe>`,
    },
    { name: 'Figures, for a program', kind: 'command', code: `curl ${at(modelJsonPath(id))}` },
  ];
}
