import { execFile } from 'node:child_process';
import process from 'node:process';
import { parseArgs, promisify } from 'node:util';
import { median } from 'simple-statistics';
import * as z from 'zod';
import { auditedPages } from './audited-pages.ts';
import { browserCandidates, findBrowser } from './browser/find-browser.ts';
import { SITE } from './built-folder.ts';
import { runCommand, Unusable } from './command.ts';
import { serveSite } from './site-server.ts';

/**
 * Audits one finished page of each kind, and links with state, by Lighthouse's mobile preset; prints
 * the median of several runs, and fails where one falls short.
 */

/** Not among the dependencies: it weighs 176 MB and nothing but this needs it. */
const LIGHTHOUSE = 'lighthouse@13.5.0';

const HELP = `Usage: npm run audit [-- --runs 3] [-- <path> ...]

Audits finished pages (npm run build) by ${LIGHTHOUSE}, which npx fetches, in the Chromium that
CHROMIUM_PATH names or the machine has. Without paths: one page of each kind, and links with state.
Nothing else should run on the machine meanwhile.`;

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** How often a page is loaded for one report: some recordings begin too late. */
const ATTEMPTS = 3;

/** What a page must reach: hundredths, milliseconds. */
const WANTED = { score: 100, largestPaint: 2500, blocking: 50, shift: 0.02 } as const;

const Report = z.object({
  categories: z.record(z.enum(CATEGORIES), z.object({ score: z.number() })),
  audits: z.object({
    'largest-contentful-paint': z.object({ numericValue: z.number() }),
    'total-blocking-time': z.object({ numericValue: z.number() }),
    'cumulative-layout-shift': z.object({ numericValue: z.number() }),
    'is-crawlable': z.object({ score: z.number().nullable() }),
  }),
});
type Report = z.infer<typeof Report>;

await runCommand('audit', HELP, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { runs: { type: 'string', default: '3' } },
  });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) {
    throw new Unusable(`--runs is "${values.runs}": expected a whole number from 1 on.`);
  }
  const browser = await findBrowser(browserCandidates(process.env));
  if (browser === undefined) throw new Unusable('No Chromium was found; CHROMIUM_PATH names one.');
  const server = await serveSite({
    folder: SITE,
    base: '/',
    port: 0,
    orNext: false,
    isCompressed: true,
  });
  try {
    const paths = positionals.length > 0 ? positionals : auditedPages();
    console.log(`${LIGHTHOUSE}, Chromium ${browser.version}, mobile preset, median of ${runs}`);
    console.log(`\n| page | ${CATEGORIES.join(' | ')} | LCP, s | TBT, ms | CLS |`);
    console.log(`| --- |${' ---: |'.repeat(CATEGORIES.length + 3)}`);
    for (const path of paths) {
      const reports: Report[] = [];
      for (let run = 0; run < runs; run += 1) {
        reports.push(
          await report(`http://localhost:${server.port}${path}`, browser.executablePath),
        );
      }
      const { line, isShort } = summary(reports);
      console.log(`| ${path} | ${line} |`);
      if (isShort) process.exitCode = 1;
    }
  } finally {
    await server.stop();
  }
});

/** One report. What Lighthouse could not record is recorded anew; throws where it cannot again. */
async function report(address: string, browser: string): Promise<Report> {
  const words = ['--yes', LIGHTHOUSE, address, '--quiet', '--output=json', '--output-path=stdout'];
  const only = `--only-categories=${CATEGORIES.join(',')}`;
  let cause: unknown;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    try {
      const { stdout } = await promisify(execFile)(
        'npx',
        [...words, only, '--chrome-flags=--headless=new --no-sandbox'],
        { env: { ...process.env, CHROME_PATH: browser }, maxBuffer: 64 * 1024 ** 2 },
      );
      return Report.parse(JSON.parse(stdout));
    } catch (error) {
      cause = error;
    }
  }
  const lines = (cause instanceof Error ? cause.message : String(cause)).split('\n');
  const said = lines.find((line) => line.startsWith('Runtime error')) ?? lines[0] ?? '';
  throw new Unusable(`${address} could not be audited in ${ATTEMPTS} attempts: ${said}`);
}

/** The medians of several reports, and whether they fall short of what is wanted. */
function summary(reports: readonly Report[]) {
  // A page that others embed says itself that it is not for search.
  const isForSearch = reports.every(({ audits }) => audits['is-crawlable'].score !== 0);
  const scores = CATEGORIES.map((category) =>
    category === 'seo' && !isForSearch
      ? undefined
      : Math.round(100 * median(reports.map(({ categories }) => categories[category].score))),
  );
  const [paint = 0, blocking = 0, shift = 0] = (
    ['largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift'] as const
  ).map((audit) => median(reports.map(({ audits }) => audits[audit].numericValue)));
  return {
    line: [
      ...scores.map((score) => score ?? 'not for search'),
      (paint / 1000).toFixed(2),
      String(Math.round(blocking)),
      shift.toFixed(3),
    ].join(' | '),
    isShort:
      scores.some((score) => score !== undefined && score < WANTED.score) ||
      paint > WANTED.largestPaint ||
      blocking > WANTED.blocking ||
      shift > WANTED.shift,
  };
}
