import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { buildPackageFolder } from '../../../scripts/package-folder.ts';
import { tokensJson } from '../../../src/library/rounding.ts';
import { currentRelease } from '../../../src/release/current.ts';

// The package as somebody else gets it: packed, installed into an empty folder, and run there.

const folder = mkdtempSync(path.join(tmpdir(), 'package-'));
const installed = path.join(folder, 'node_modules', 'llm-carbon-index');
const command = path.join(folder, 'node_modules', '.bin', 'llm-carbon-index');

beforeAll(async () => {
  await buildPackageFolder();
  const quiet = { cwd: process.cwd(), stdio: 'ignore' } as const;
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], quiet);
  const [packed] = readdirSync(folder);
  writeFileSync(path.join(folder, 'package.json'), '{"private":true,"type":"module"}');
  const install = ['install', '--offline', '--no-audit', '--no-fund', `./${packed}`];
  execFileSync('npm', install, { ...quiet, cwd: folder });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const GRAMS = z.object({ low: z.number(), central: z.number(), high: z.number() });

const run = (...args: string[]) => spawnSync(command, args, { cwd: folder, encoding: 'utf8' });

describe('the packed package', () => {
  const { release, models } = currentRelease().release;
  const [first, second] = models;

  test('needs no other package', () => {
    const manifest: unknown = JSON.parse(
      readFileSync(path.join(installed, 'package.json'), 'utf8'),
    );
    // What it uses of others travels with it.
    const { dependencies, bundleDependencies } = z
      .object({
        dependencies: z.record(z.string(), z.string()),
        bundleDependencies: z.array(z.string()),
      })
      .parse(manifest);
    expect(Object.keys(dependencies)).toEqual(bundleDependencies);
    const others = readdirSync(path.join(folder, 'node_modules')).filter(
      (name) => !name.startsWith('.'),
    );
    expect(others).toEqual(['llm-carbon-index']);
  });

  test('estimates a thousand output tokens exactly as they are published', () => {
    const { status, stdout } = run('estimate', first!.id, '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      release,
      id: first!.id,
      ...tokensJson(first!.perThousandOutputTokens),
    });
  });

  test('says every figure as a range with its unit', () => {
    const { stdout } = run(
      'estimate',
      first!.id,
      '--input',
      '1000',
      '--output',
      '300',
      '--grid',
      'FR',
    );
    expect(stdout).toMatch(/[\d.]+ \([\d.]+–[\d.]+\) gCO2e/);
    expect(stdout).toMatch(/[\d.]+ \([\d.]+–[\d.]+\) Wh/);
    expect(stdout).toContain('on the grid FR');
    expect(stdout).toContain('Estimates, not measurements');
  });

  test('compares two models', () => {
    const { status, stdout } = run('compare', first!.id, second!.id, '--json');
    expect(status).toBe(0);
    const Comparison = z.object({
      models: z.array(z.object({ id: z.string() })).length(2),
      comparisons: z
        .array(z.object({ probabilityFirstEmitsLess: z.number().min(0).max(1) }))
        .length(1),
    });
    expect(Comparison.safeParse(JSON.parse(stdout)).error).toBeUndefined();
  });

  test('reads a release from elsewhere', () => {
    const file = path.join(installed, 'package', 'release.json');
    expect(run('estimate', first!.id, '--release', file).status).toBe(0);
    const { status, stderr } = run('estimate', first!.id, '--release', 'package.json');
    expect(status).toBe(1);
    expect(stderr).toContain('package.json is not a release to compute with');
  });

  test('answers a name that may be another model’s with what may be meant, and no stack trace', () => {
    const { status, stderr, stdout } = run('estimate', `${first!.id}-of-tomorrow`);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('is not among the estimated models. Did you mean ');
    expect(stderr).toContain(first!.id);
    expect(stderr).not.toContain('    at ');
  });

  test('takes other names of a model, says how it reads them, and which are one model', () => {
    const variant = `${first!.id}:nitro`;
    expect(run('estimate', variant).stdout).toContain(`“${variant}” is read as ${first!.id}.`);
    const { status, stdout } = run('compare', first!.id, variant);
    expect(status).toBe(0);
    expect(stdout).toContain(`${first!.id} and ${variant} are one model`);
  });

  test('adds up an export of usage, and keeps a pipeline to a limit', () => {
    const csv = `model,input_tokens,output_tokens\n${first!.id},1000,300\n${second!.id},10,20\n`;
    writeFileSync(path.join(folder, 'usage.csv'), csv);
    const { status, stdout } = run('usage', 'usage.csv', '--json', '--ci-limit', '1e9');
    expect(status).toBe(0);
    const { lines, total } = z
      .object({
        lines: z.array(z.object({ gramsCO2e: GRAMS })),
        total: z.object({ gramsCO2e: GRAMS }),
      })
      .parse(JSON.parse(stdout));
    const sum = lines.reduce((all, { gramsCO2e }) => all + gramsCO2e.central, 0);
    expect(lines).toHaveLength(2);
    expect(total.gramsCO2e.central / sum).toBeGreaterThan(0.5);
    expect(total.gramsCO2e.central / sum).toBeLessThan(2);
    expect(run('usage', 'usage.csv', '--ci-limit', '0').status).toBe(2);
    writeFileSync(path.join(folder, 'usage.csv'), `${csv}nobody/nothing,1000,300\n`);
    expect(run('usage', 'usage.csv', '--ci-limit', '1e9').status).toBe(1);
    // More than anybody uses is in no total, which is then not the whole.
    writeFileSync(path.join(folder, 'usage.csv'), `${csv}${`${second!.id},6e14,0\n`.repeat(2)}`);
    const beyond = run('usage', 'usage.csv', '--json', '--ci-limit', '1e9');
    expect(beyond.status).toBe(1);
    expect(JSON.parse(beyond.stdout)).toMatchObject({ isWhole: false, limit: { kept: null } });
    writeFileSync(
      path.join(folder, 'usage.csv'),
      `model,input_tokens,output_tokens,requests\n${first!.id},3,1,5\n`,
    );
    expect(run('usage', 'usage.csv').stdout).toContain(
      `${first!.id}: There are more requests than tokens`,
    );
  });

  test('recommends of those that can do it, and says when none can', () => {
    const { status, stdout } = run('recommend', '--with', 'tools', '--json');
    expect(status).toBe(0);
    const Recommended = z.object({
      chosen: z.array(z.object({ id: z.string() })),
      highest: z.object({ id: z.string() }),
      candidates: z.array(z.string()),
      heldAgainst: z.string(),
    });
    const { chosen, candidates, highest, heldAgainst } = Recommended.parse(JSON.parse(stdout));
    expect(candidates).toContain(chosen[0]!.id);
    expect(heldAgainst).toBe(highest.id);
    const inUse = candidates.find((id) => id !== highest.id) ?? '';
    const beside = run('recommend', '--with', 'tools', '--now', inUse, '--json');
    expect(Recommended.parse(JSON.parse(beside.stdout)).heldAgainst).toBe(inUse);
    const none = run('recommend', '--score', '100');
    expect([none.status, none.stdout]).toEqual([1, '']);
    expect(none.stderr).toContain('No model is known to do all of this');
  });

  test('is a module with types that other code imports', () => {
    const code = `
      import { ReleaseCalculator } from 'llm-carbon-index';
      import release from 'llm-carbon-index/release.json' with { type: 'json' };
      const request = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 1000 };
      console.log(JSON.stringify(new ReleaseCalculator(release).estimate('${first!.id}', request)));`;
    writeFileSync(path.join(folder, 'example.mjs'), code);
    const { stdout } = spawnSync(process.execPath, ['example.mjs'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(tokensJson(JSON.parse(stdout))).toEqual(tokensJson(first!.perThousandOutputTokens));
    expect(readdirSync(path.join(installed, 'package', 'library'))).toContain('index.d.ts');
  });

  test('asks nothing of Node outside its command line, so that a browser runs it', () => {
    const folders = readdirSync(path.join(installed, 'package'), {
      recursive: true,
      encoding: 'utf8',
    });
    const modules = folders.filter((file) => file.endsWith('.js') && !file.startsWith('cli'));
    expect(modules.length).toBeGreaterThan(20);
    for (const file of modules) {
      const code = readFileSync(path.join(installed, 'package', file), 'utf8');
      const imported = [...code.matchAll(/from '([^']+)'/g)].map(([, name]) => name!);
      expect(imported.filter((name) => !/^\.{1,2}\/.+\.js$/.test(name))).toEqual([]);
      expect(code).not.toMatch(/\bprocess\.|\bBuffer\b/);
    }
  });
});
