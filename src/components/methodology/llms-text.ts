import { PUBLISHED_FILES } from '../../published/files.ts';
import type { Release } from '../../release/release.ts';
import { addressOn } from '../../site.ts';
import { CHAPTERS, chapterMarkdownPath } from './chapters.ts';

/**
 * What a language model has to know to quote this site rightly, in the form of llmstxt.org: how to
 * read a figure, the methodology as Markdown, the data files.
 */
export function llmsText(
  { release, methodVersion, models }: Pick<Release, 'release' | 'methodVersion' | 'models'>,
  contextTokens: number,
  site: URL | undefined,
): string {
  const address = (path: string) => addressOn(site, path);
  const chapters = CHAPTERS.map(
    ({ slug, title, description }) =>
      `- [${title}](${address(chapterMarkdownPath(slug))}): ${description}`,
  );
  const files = PUBLISHED_FILES.map(
    ({ path, example, holds }) => `- [${path}](${address(example)}): ${holds}`,
  );
  return `# LLM Carbon Index

> How much greenhouse gas, electricity and water a thousand tokens of each text model on OpenRouter take by inference, as a range. Release ${release}, method ${methodVersion}, ${models.length} models.

## How to read a figure

- Every figure is an estimate with a range: low, central and high are the 5th, 50th and 95th percentile of joint draws; central is what pages call the median. Never quote it without low and high.
- Figures are per 1000 tokens of the model's own tokenizer; output, input and cached input are counted apart, all at ${contextTokens} tokens of context: a longer request takes more per token. Tokens of reasoning are output.
- gCO2e counts the accelerators, their servers and idle machines, the building, a location-based lifecycle grid, and the making of the hardware. Training, networks and devices are not counted.
- What training emitted stands apart at ${address('/training/')}, in tonnes of a final run: never add it to a figure of inference, and never take one for the other.
- Evidence says what is known of a model: measured, architecture, parameters or price. A model of price alone has a size that nobody outside knows.
- Ranges of two models overlap although one may well emit less: use the comparison at ${address('/compare/')}, which gives the probability.
- Ends of ranges must not be added; the calculator at ${address('/calculator/')} adds them correctly.
- Name the release and the version of the method with a figure.

## Methodology

${chapters.join('\n')}

## Data

Where a path holds {id} or {name} there are many such files, and the link leads to one; an id keeps its slash, and has an equals sign for its colon.

${files.join('\n')}

Licence: CC BY 4.0, grid intensities © Electricity Maps, ODbL.
`;
}
