import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  readInferenceXRelease,
  servingMeasurementsText,
} from '../src/catalog/inferencex-release.ts';
import { DataProblems } from '../src/catalog/problem.ts';
import { SERVING_MEASUREMENTS_FILE } from '../src/catalog/serving-measurement.ts';
import { writeAtomically } from '../src/catalog/write-atomically.ts';
import { runCommand, Unusable } from './command.ts';

/** Replaces the InferenceX rows by those of an official release that somebody has. */

const HELP = `Reads InferenceX's official database release and writes ${SERVING_MEASUREMENTS_FILE}.

  npm run measurements -- --from DIR

  --from DIR   an unpacked release, one JSON file per table: configs.json and benchmark_results.json are
               read (github.com/SemiAnalysisAI/InferenceX-app, releases db-dump/...)
  --help       this text

What is left out is counted on stderr. Exit code: 0 if the file was written, else 1.`;

await runCommand('measurements', HELP, async () => {
  const { values } = parseArgs({
    options: { from: { type: 'string' } },
  });
  if (values.from === undefined) throw new Unusable('expected --from DIR');
  const read = readInferenceXRelease(values.from);
  if ('problems' in read) throw new DataProblems(read.problems);
  const { release } = read;
  for (const [why, count] of release.leftOut) console.error(`Left out: ${count}, ${why}`);
  if (release.rows.length === 0) {
    throw new Unusable(`${values.from}: no configuration with measured energy`);
  }
  await writeAtomically(
    path.join(process.cwd(), SERVING_MEASUREMENTS_FILE),
    servingMeasurementsText(release),
  );
  console.log(
    `Written: ${SERVING_MEASUREMENTS_FILE}, ${release.rows.length} configurations, results up to ${release.newest}.
Now name the release in data/sources.yaml (inferencex: read, primary), take inferencex-pca-demo out, and run: npm run calibrate`,
  );
});
