import { adviseOn, checkData } from '../src/catalog/checks/all.ts';
import { DataProblems, problemLine } from '../src/catalog/problem.ts';
import { readData } from '../src/catalog/read-data.ts';

/**
 * Checks form and truth of everything under data/. Exit code 1 when something is wrong; what is
 * merely missing for new entries of OpenRouter's list is said, and does not fail.
 */

try {
  const data = readData(process.cwd());
  const problems = checkData(data);
  if (problems.length > 0) throw new DataProblems(problems);
  for (const advice of adviseOn(data)) console.log(`Wanted: ${problemLine(advice)}`);
  const models = [...data.makers.values()].flatMap(({ models }) => Object.keys(models));
  console.log(
    `Data is sound: ${models.length} models of ${data.makers.size} makers, ${data.measurements.length + data.servingMeasurements.length} measured rows, ${Object.keys(data.sources).length} sources.`,
  );
} catch (error) {
  if (!(error instanceof DataProblems)) throw error;
  for (const problem of error.problems) console.error(problemLine(problem));
  console.error(
    `\n${error.problems.length} ${error.problems.length === 1 ? 'problem' : 'problems'} in the data.`,
  );
  process.exitCode = 1;
}
