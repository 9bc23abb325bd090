import process from 'node:process';
import { adviseOn, checkData } from '../src/catalog/checks/all.ts';
import { DataProblems, problemLine } from '../src/catalog/problem.ts';
import { readData } from '../src/catalog/read-data.ts';
import { runCommand, takesNothing } from './command.ts';

const HELP = `Checks form and truth of everything under data/, and says what new entries of OpenRouter's list
lack ("Wanted:"), which fails nothing.

  npm run check:data

Exit code: 0 if the data are sound; 1 if something is wrong.`;

await runCommand('check:data', HELP, async () => {
  takesNothing();
  const data = readData(process.cwd());
  const problems = checkData(data);
  if (problems.length > 0) throw new DataProblems(problems);
  for (const advice of adviseOn(data)) console.log(`Wanted: ${problemLine(advice)}`);
  const models = [...data.makers.values()].flatMap(({ models }) => Object.keys(models));
  console.log(
    `Data is sound: ${models.length} models of ${data.makers.size} makers, ${data.measurements.length + data.servingMeasurements.length} measured rows, ${Object.keys(data.sources).length} sources.`,
  );
});
