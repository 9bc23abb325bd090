import { spawnSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { median, sum } from 'simple-statistics';
import * as z from 'zod';
import { SITE } from './built-folder.ts';
import { runCommand, Unusable } from './command.ts';
import { growData } from './scale/grown-data.ts';

/** Builds the site of lists longer than today's, and says what that takes. */

const HELP = `Usage: npm run bench:scale [-- --entries 1000,5000] [-- --keep]

Grows the embedded list to so many entries (seeded: the same each time) in a temporary folder, builds
the site there twice, the second time with the link cards that the first has drawn, and prints seconds,
memory and sizes. Nothing else should run on the machine meanwhile. --keep leaves the folders, and
says where they are.`;

const root = path.resolve(import.meta.dirname, '..');

/** What a build of the copy does without. */
const LEFT_OUT = [
  '.git',
  'node_modules',
  'dist',
  '.dist-draft',
  '.dist-former',
  '.astro',
  'reports',
];

/** What each process of a build says that it took. */
const Spent = z.object({ kilobytes: z.number(), processorSeconds: z.number() });

await runCommand('bench:scale', HELP, async () => {
  const { values } = parseArgs({
    options: {
      entries: { type: 'string', default: '1000,5000' },
      keep: { type: 'boolean', default: false },
    },
  });
  const sizes = values.entries.split(',').map(Number);
  for (const size of sizes) {
    if (!Number.isInteger(size) || size < 1) {
      throw new Unusable(`--entries is "${values.entries}": expected numbers such as 1000,5000.`);
    }
  }
  console.log(
    '| entries | link cards | seconds | of processor | memory, MB | pages | files | index, kB gz | frontier | model page |',
  );
  console.log(`| ---: | --- |${' ---: |'.repeat(8)}`);
  for (const size of sizes) measure(size, values.keep);
});

function measure(entries: number, isKept: boolean): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'scale-'));
  try {
    copyProject(folder);
    growData(folder, entries);
    console.log(lineOf(entries, 'drawn', folder));
    console.log(lineOf(entries, 'kept', folder));
  } finally {
    if (isKept) console.error(folder);
    else rmSync(folder, { recursive: true, force: true });
  }
}

/** Builds, and says what that took and what came of it. */
function lineOf(entries: number, cards: 'drawn' | 'kept', folder: string): string {
  const { seconds, processorSeconds, megabytes } = build(folder);
  const site = path.join(folder, SITE);
  const pages = globSync('**/*.html', { cwd: site });
  const models = pages.filter((page) => page.startsWith(`models${path.sep}`));
  const cells = [
    entries,
    cards,
    seconds.toFixed(0),
    processorSeconds.toFixed(0),
    megabytes.toFixed(0),
    pages.length,
    globSync('**/*.*', { cwd: site }).length,
    kilobytes(site, 'index.html').toFixed(0),
    kilobytes(site, 'frontier/index.html').toFixed(0),
    median(models.map((page) => kilobytes(site, page))).toFixed(1),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** The project without what it has made, with the packages that are installed here. */
function copyProject(folder: string): void {
  cpSync(root, folder, {
    recursive: true,
    filter: (file) => !LEFT_OUT.includes(path.relative(root, file)),
  });
  // Each package for itself: what is cached beside them is not the copy's.
  const packages = path.join(folder, 'node_modules');
  mkdirSync(packages);
  for (const name of readdirSync(path.join(root, 'node_modules'))) {
    if (name === '.bin' || !name.startsWith('.')) {
      symlinkSync(path.join(root, 'node_modules', name), path.join(packages, name));
    }
  }
}

interface Build {
  seconds: number;
  /** Of all threads together: on a machine that does other things too, what the build itself takes. */
  processorSeconds: number;
  /** The most that one of its processes took. */
  megabytes: number;
}

function build(folder: string): Build {
  const spentFolder = mkdtempSync(path.join(folder, 'spent-'));
  const reporter = path.join(root, 'scripts/scale/spent.ts');
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1e9,
    env: {
      ...process.env,
      SPENT_FOLDER: spentFolder,
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import=${reporter}`,
    },
  });
  const seconds = (performance.now() - began) / 1000;
  if (status !== 0) {
    throw new Unusable(`The build failed:\n${`${stdout}\n${stderr}`.slice(-2000)}`);
  }
  const spent = readdirSync(spentFolder).map((name) =>
    Spent.parse(JSON.parse(readFileSync(path.join(spentFolder, name), 'utf8'))),
  );
  return {
    seconds,
    processorSeconds: sum(spent.map((one) => one.processorSeconds)),
    megabytes: Math.max(...spent.map(({ kilobytes }) => kilobytes)) / 1024,
  };
}

/** What a page weighs compressed, in kB. */
function kilobytes(site: string, page: string): number {
  return gzipSync(readFileSync(path.join(site, page))).length / 1000;
}
