import process from 'node:process';
import { parseArgs } from 'node:util';
import { calibratePrice } from '../src/calibration/price/calibrated-price.ts';
import { priceDifferences } from '../src/calibration/price/file.ts';
import { whyPriceLinesStay } from '../src/calibration/price/why-lines-stay.ts';
import type { CatalogData } from '../src/catalog/read-data.ts';
import { modelFinder } from '../src/library/find-model.ts';
import { namesOf } from '../src/library/model-names.ts';
import { unresolvedWords } from '../src/library/resolution-words.ts';
import { readArchivedIndex } from '../src/published/archive/archived-index.ts';
import { evidenceText, figureText, visibleChanges } from '../src/published/archive/change-words.ts';
import { compareReleases } from '../src/published/archive/release-change.ts';
import { ownReasons } from '../src/published/refresh/own-reasons.ts';
import { archivedPath, archivedText, readReleaseList } from '../src/release/archive.ts';
import { runCommand, Unusable } from './command.ts';
import { dataOf, stateOf, withStates } from './data-state.ts';

const HELP = `Says what the data as they are here do to a model's figure, against the latest release.

  npm run preview -- MODEL

MODEL is an id, openai/gpt-5, or another of its names. Nothing is written. npm run diff says the same
of all models, against any commit.`;

await runCommand('preview', HELP, async () => {
  const [name, ...others] = parseArgs({ allowPositionals: true }).positionals;
  if (name === undefined || others.length > 0) throw new Unusable('expected one model');
  await withStates(async () => preview(name));
});

function preview(name: string): void {
  const latest = readReleaseList(process.cwd()).at(-1);
  if (latest === undefined) throw new Unusable('no release is archived yet');
  const before = readArchivedIndex(
    archivedText(process.cwd(), latest, 'index.json'),
    archivedPath(latest.release, 'index.json'),
  );
  const { data, release, index } = stateOf('.');
  const resolution = modelFinder(release.models.map(namesOf)).resolve(name);
  if (resolution.kind !== 'found') {
    const entry = release.notEstimated.find(({ id }) => id === name);
    if (entry !== undefined) throw new Unusable(`${name} has no figure. ${entry.reason}`);
    throw new Unusable(
      `${unresolvedWords(name, resolution, ({ id }) => id)} A record of a model that OpenRouter's list of ${release.date} does not hold has no figure yet.`,
    );
  }
  const { id } = resolution.model;
  const change = compareReleases(before, index);
  const figure = change.figures.find((one) => one.id === id);
  const [was, now] = [before, index].map(({ models }) => models.find((model) => model.id === id));
  const evidence = `evidence ${evidenceText(was?.evidence, now?.evidence)}`;
  const unmoved = now?.perThousandOutputTokens.gramsCO2e;
  const visible = visibleChanges(change);
  const differing = ownReasons(id, dataOf('HEAD').data, data);
  console.log(
    [
      `${resolution.model.name} (${id}), release ${latest.release} -> the files as they are`,
      ...differing.map((reason) => `- ${reason}`),
      ...(differing.length === 0 ? ['- nothing of its own differs from the last commit'] : []),
      '',
      figure === undefined
        ? `gCO2e/1k output ${figureText(unmoved)}, ${evidence}: it does not move`
        : `gCO2e/1k output ${figureText(figure.before)} -> ${figureText(figure.after)}, ${evidence}`,
      `Other figures that move in the digits that are shown: ${visible.filter((one) => one.id !== id).length}`,
      ...(hasFormerPriceLines(data)
        ? [
            'The price lines are not fitted to these data yet: npm run calibrate:price may move more.',
          ]
        : []),
    ].join('\n'),
  );
}

/** Whether a fit to the data as they are would give other price lines than the file has. */
function hasFormerPriceLines(data: CatalogData): boolean {
  return (
    whyPriceLinesStay(data) === undefined &&
    priceDifferences(data.factors.price, calibratePrice(data)).length > 0
  );
}
