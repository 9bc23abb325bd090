import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';

const root = mkdtempSync(path.join(tmpdir(), 'built-'));
afterAll(() => rmSync(root, { recursive: true }));
beforeEach(() => {
  for (const name of readdirSync(root)) rmSync(path.join(root, name), { recursive: true });
});

const site = (folder: string, text: string) => {
  mkdirSync(path.join(root, folder));
  writeFileSync(path.join(root, folder, 'index.html'), text);
};
const finished = () => readFileSync(path.join(root, 'dist', 'index.html'), 'utf8');

/** What a function of scripts/built-folder.ts gives, in the folder of a project. */
function done(name: 'beginBuild' | 'takeBuild' | 'giveUpBuild'): unknown {
  const module = pathToFileURL(path.resolve('scripts/built-folder.ts')).href;
  const script = `import { ${name} } from '${module}'; console.log(JSON.stringify(${name}()) ?? '');`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', script],
    { cwd: root, encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  return stdout.trim();
}

describe('the finished site', () => {
  test('gives way to a build that is finished', () => {
    site('dist', 'old');
    site('.dist-draft', 'new');
    expect(done('takeBuild')).toBe('true');
    expect(finished()).toBe('new');
    expect(readdirSync(root)).toEqual(['dist']);
  });

  test('stays as it was where nothing was built, or the build failed', () => {
    site('dist', 'old');
    expect(done('takeBuild')).toBe('false');
    expect(finished()).toBe('old');
    site('.dist-draft', 'half');
    done('giveUpBuild');
    expect(finished()).toBe('old');
    expect(readdirSync(root)).toEqual(['dist']);
  });

  test('comes back where a build was stopped while it was put in its place', () => {
    site('.dist-former', 'old');
    site('.dist-draft', 'half');
    done('beginBuild');
    expect(finished()).toBe('old');
    expect(readdirSync(root)).toEqual(['dist']);
  });
});
