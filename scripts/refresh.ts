import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { calibratePrice } from '../src/calibration/price/calibrated-price.ts';
import { priceDifferences, withFittedPrice } from '../src/calibration/price/file.ts';
import { whyPriceLinesStay } from '../src/calibration/price/why-lines-stay.ts';
import { adviseOn, checkData } from '../src/catalog/checks/all.ts';
import { PRICE_FILE } from '../src/catalog/price-file.ts';
import { DataProblems } from '../src/catalog/problem.ts';
import { type CatalogData, readData } from '../src/catalog/read-data.ts';
import { writeAtomically } from '../src/catalog/write-atomically.ts';
import { writeTogether } from '../src/catalog/write-together.ts';
import { Refused } from '../src/openrouter/refused.ts';
import { reportText } from '../src/openrouter/report.ts';
import { readArchivedIndex } from '../src/published/archive/archived-index.ts';
import { archiveRelease } from '../src/published/archive/publish.ts';
import { compareReleases } from '../src/published/archive/release-change.ts';
import { releaseRecord } from '../src/published/archive/release-record.ts';
import {
  MOST_PRICE_WITHOUT_A_PERSON,
  MOST_WITHOUT_A_PERSON,
  MOST_WITHOUT_OWN_REASON,
  movesOf,
} from '../src/published/refresh/moves.ts';
import { refreshReport } from '../src/published/refresh/refresh-report.ts';
import { archivedText, readReleaseList } from '../src/release/archive.ts';
import { hashInputs } from '../src/release/input-hashes.ts';
import { buildRelease } from '../src/release/release.ts';
import { runCommand, Unusable } from './command.ts';
import { PULL_HELP, PULL_KEY, PULL_OPTIONS, pullWith } from './pulling.ts';

const SNAPSHOT = 'data/openrouter';
const MOST_LINES = 25;
const REPORT = 'reports/refresh.md';

const HELP = `Brings the index up to date: pulls OpenRouter's lists, checks the data, fits the price lines anew,
makes the release, compares it with the last one, says what changed and why, and archives it.

  npm run refresh -- [options]

  --because TEXT     what a person says of figures that moved further than they may without: a median
                     that moves by more than a factor of ${MOST_WITHOUT_OWN_REASON} while nothing of its own differs, or by
                     more than ${MOST_WITHOUT_A_PERSON} for whatever reason, or whose list price moves by more than ${MOST_PRICE_WITHOUT_A_PERSON};
                     it is kept with the release
  --report FILE      where the report is written (default ${REPORT})
  --no-pull          leave the lists as they are: for new facts, fits or a new method
${PULL_HELP}

${PULL_KEY}
Exit code: 0 if the release is archived; 1 if something was refused: the data are then as they were.`;

await runCommand('refresh', HELP, async () => {
  const { values } = parseArgs({
    options: {
      ...PULL_OPTIONS,
      because: { type: 'string' },
      report: { type: 'string', default: REPORT },
      'no-pull': { type: 'boolean', default: false },
    },
  });
  const root = process.cwd();
  const before = readData(root);
  const putBack = remembered(root);
  try {
    await refresh(root, before, values);
  } catch (error) {
    await putBack();
    if (error instanceof DataProblems)
      console.error('The lists do not fit the data, which are as they were:');
    throw error instanceof Refused ? new Unusable(error.message) : error;
  }
});

interface Wanted {
  because?: string | undefined;
  report: string;
  'no-pull': boolean;
}

type Values = Wanted & Parameters<typeof pullWith>[0];

async function refresh(root: string, before: CatalogData, values: Values): Promise<void> {
  const pulled = values['no-pull'] ? undefined : await pullWith(values, SNAPSHOT);
  // Until here whoever stops it leaves the old lists or the new ones; from here on the old ones.
  const unlessStopped = noticingStops();
  const [models] = pulled?.files ?? [];
  if (models?.outcome === 'refused') throw new Unusable(models.message);

  const checked = readData(root);
  const problems = checkData(checked);
  if (problems.length > 0) throw new DataProblems(problems);
  const fitted = await fitPrice(root, checked);
  await unlessStopped();

  const after = readData(root);
  const release = buildRelease(after, hashInputs(root));
  const last = readReleaseList(root).at(-1);
  if (last === undefined)
    throw new Unusable('There is no release to compare with: npm run release');
  const { texts } = releaseRecord(release, undefined);
  const change = compareReleases(
    readArchivedIndex(archivedText(root, last, 'index.json'), 'index.json'),
    readArchivedIndex(texts['index.json'], 'index.json'),
  );
  const moves = movesOf(change, { before, after });
  const unexplained = moves.filter(({ toBeExplained }) => toBeExplained !== undefined);
  const refused = unexplained.length > 0 && values.because === undefined;
  const said =
    values.because === undefined ? '' : ` Said of what moved furthest: ${values.because}`;
  const outcome = refused
    ? `Not published: ${unexplained.length} figures move further than they may without a person's word. Look at them below; if they are right, refresh again with --because "...". The data are as they were.`
    : release.release === last.release
      ? 'Nothing that figures or their sources rest on differs: it is the release that is archived.'
      : `Archived under data/releases.${said}`;
  const report = refreshReport({
    change,
    moves,
    fitted,
    wanted: adviseOn(after),
    pulled: pulled === undefined ? '' : reportText(pulled, Number.POSITIVE_INFINITY),
    outcome,
  });
  await writeAtomically(path.join(root, values.report), `${report}\n`);
  console.log(`${shortened(report)}\n\nThe whole report: ${values.report}`);
  if (refused) throw new Unusable('Nothing was published.');
  await unlessStopped();
  await archiveRelease(root, release, new Date().toISOString().slice(0, 10), values.because);
  if (pulled !== undefined && !pulled.complete) {
    console.error(
      'Some of the lists were refused or given up, and are as they were; see the report.',
    );
    process.exitCode = 1;
  }
}

/** From now on Ctrl-C is noticed; what is returned throws Unusable where somebody has pressed it. */
function noticingStops(): () => Promise<void> {
  let isStopped = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      isStopped = true;
    });
  }
  return async () => {
    // Signals come between two turns of the event loop, which a long computation does not end.
    await setImmediate();
    if (isStopped) throw new Unusable('Stopped; the data are as they were.');
  };
}

/** Fits the price lines to the list; where it holds too few models, the lines stay. What happened, in lines. */
async function fitPrice(root: string, data: CatalogData): Promise<string[]> {
  const why = whyPriceLinesStay(data);
  if (why !== undefined) {
    return [
      `The price lines stay as they were: ${why}. To fit them all the same: npm run calibrate:price, then npm run refresh -- --no-pull.`,
    ];
  }
  const fitted = calibratePrice(data);
  const differences = priceDifferences(data.factors.price, fitted);
  if (differences.length > 0) {
    const file = path.join(root, PRICE_FILE);
    await writeAtomically(file, withFittedPrice(readFileSync(file, 'utf8'), fitted));
  }
  return differences.map(
    ({ field, inFile, fitted: now }) => `${field}: ${inFile ?? 'nothing'} -> ${now}`,
  );
}

/** Keeps what a refresh may change; the function returned puts it back. */
function remembered(root: string): () => Promise<void> {
  const snapshot = path.join(root, SNAPSHOT);
  const names = readdirSync(snapshot).filter((name) => name.endsWith('.json'));
  const texts = new Map(
    names.map((name) => [name, readFileSync(path.join(snapshot, name), 'utf8')]),
  );
  const price = path.join(root, PRICE_FILE);
  const priceText = readFileSync(price, 'utf8');
  return async () => {
    for (const name of readdirSync(snapshot)) {
      if (!texts.has(name) && existsSync(path.join(snapshot, name)))
        rmSync(path.join(snapshot, name));
    }
    await writeTogether(snapshot, texts);
    await writeAtomically(price, priceText);
  };
}

/** The report for a screen: each section cut after some lines, with a count. */
function shortened(report: string): string {
  return report
    .split(/\n(?=## )/)
    .map((part) => {
      const lines = part.split('\n');
      return lines.length <= MOST_LINES
        ? part
        : [...lines.slice(0, MOST_LINES), `and ${lines.length - MOST_LINES} more lines`].join('\n');
    })
    .join('\n');
}
