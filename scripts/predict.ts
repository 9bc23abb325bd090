import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { deploymentPredictor } from '../src/calibration/prediction/deployment.ts';
import { modelFinder, withSizeOfModel } from '../src/calibration/prediction/named-model.ts';
import { type Predictor, predictAll } from '../src/calibration/prediction/predict-all.ts';
import { recordProblemLine } from '../src/calibration/prediction/record.ts';
import { missingForRun, predictRun } from '../src/calibration/prediction/run.ts';
import { methodOf } from '../src/catalog/method-of-factors.ts';
import { readData } from '../src/catalog/read-data.ts';
import { writeAtomically } from '../src/catalog/write-atomically.ts';
import { runCommand, Unusable } from './command.ts';

/** Predicts configurations that an outside scorer sends, so that the core can be checked. */

const HELP = `Predicts the accelerators' energy of served models, in J per output token.

  npm run predict -- --in FILE --out FILE [--deployment]

  --in FILE      a JSON array of configurations: config_id and total_b are needed (or a model that is
                 recorded here), as are batch (avg_batch, or concurrency of a deployment) and answer
                 length (mean_out, output_tokens). gpu: H100 to MI355X; bits 4 to 16 or precision;
                 speculation: none, mtp; disaggregated; engine: 2025, 2026. InferenceX's own column
                 names are read; fields it does not know are ignored
  --out FILE     written: {config_id: {low, central, high}}, a 90 % range, prefill folded in
  --deployment   batch and accelerator unknown: the published kind of range (P5, P50, P95), prefill
                 apart; avg_batch, gpu and mean_out are not read
  --help         this text

Assumptions and records that cannot be predicted are named on stderr.
Exit code: 0 if anything was predicted, else 1.`;

/** Configurations named per note; the rest is counted. */
const NAMED_PER_NOTE = 3;

await runCommand('predict', HELP, main);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      in: { type: 'string' },
      out: { type: 'string' },
      deployment: { type: 'boolean', default: false },
    },
  });
  if (values.in === undefined || values.out === undefined) {
    throw new Unusable('expected --in FILE and --out FILE');
  }
  const records = readRecords(values.in);
  const { joulesByConfiguration, problems, configurationsByNote } = predictAll(
    records,
    predictor(values.deployment),
  );
  for (const [note, configurations] of configurationsByNote) {
    const named = configurations.slice(0, NAMED_PER_NOTE).join(', ');
    const more = configurations.length - NAMED_PER_NOTE;
    console.error(`Note: ${note} (${named}${more > 0 ? ` and ${more} more` : ''})`);
  }
  for (const problem of problems) console.error(recordProblemLine(problem));
  const predicted = joulesByConfiguration.size;
  if (predicted === 0) throw new Unusable(`${values.in}: nothing could be predicted`);
  await writeAll(
    values.out,
    `${JSON.stringify(Object.fromEntries(joulesByConfiguration), undefined, 1)}\n`,
  );
  console.log(`${predicted} of ${records.length} records predicted: ${values.out}`);
}

function predictor(deployment: boolean): Predictor {
  const { factors, makers } = readData(path.join(import.meta.dirname, '..'));
  const method = methodOf(factors);
  const findModel = modelFinder(makers);
  const complete = (input: unknown) => withSizeOfModel(input, findModel);
  return deployment
    ? { predict: deploymentPredictor(method), missing: () => [], complete }
    : {
        predict: (record) =>
          predictRun(record, {
            accelerator: factors.accelerator,
            serving: method.serving,
            findModel,
          }),
        missing: missingForRun,
        complete,
      };
}

function readRecords(file: string): unknown[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(withoutNotANumber(readFileSync(file, 'utf8')));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Unusable(`${file}: cannot be read: ${reason}`);
  }
  if (!Array.isArray(parsed))
    throw new Unusable(`${file}: expected a JSON array of configurations`);
  return parsed;
}

/** Python writes a missing number as NaN, which is not JSON; within a text it stays. */
function withoutNotANumber(text: string): string {
  return text.replaceAll(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (part) =>
    part.startsWith('"') ? part : 'null',
  );
}

async function writeAll(file: string, content: string): Promise<void> {
  try {
    await writeAtomically(file, content);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Unusable(`${file}: cannot be written: ${reason}`);
  }
}
