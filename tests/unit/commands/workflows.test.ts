import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';

const Workflow = z.object({
  name: z.string(),
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.object({
      'runs-on': z.string(),
      steps: z.array(z.object({ uses: z.string().optional(), run: z.string().optional() })),
    }),
  ),
});

const FOLDER = '.github/workflows';
const hasGit = spawnSync('git', ['--version']).status === 0;
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

describe('a workflow', () => {
  test.each(readdirSync(FOLDER))('%s runs what is here, and only that', (file) => {
    const { jobs } = Workflow.parse(parse(readFileSync(path.join(FOLDER, file), 'utf8')));
    const steps = Object.values(jobs).flatMap((job) => job.steps);
    for (const { run = '', uses = 'actions/' } of steps) {
      expect(uses).toMatch(/^actions\//);
      for (const [, name = ''] of run.matchAll(/npm run (?:--silent )?([\w:-]+)/g)) {
        expect(Object.keys(scripts)).toContain(name);
      }
      for (const [program] of run.matchAll(/\.ci\/[\w-]+/g)) {
        expect(readdirSync('.ci')).toContain(program.slice('.ci/'.length));
      }
    }
  });
});

/** A repository with the scripts in it, a remote, and programs in place of npm and gh that say how they were called. */
function madeUp(npm: string) {
  const root = mkdtempSync(path.join(tmpdir(), 'workflow-'));
  const [work, remote, bin] = ['work', 'remote', 'bin'].map((name) => path.join(root, name)) as [
    string,
    string,
    string,
  ];
  for (const folder of [work, bin, path.join(work, 'data')]) mkdirSync(folder, { recursive: true });
  const calls = path.join(root, 'calls');
  writeFileSync(calls, '');
  const program = (name: string, text: string) => {
    writeFileSync(path.join(bin, name), `#!/bin/sh\necho "${name} $*" >> ${calls}\n${text}\n`);
    chmodSync(path.join(bin, name), 0o755);
  };
  program('npm', npm);
  program('gh', 'case "$*" in *list*) echo 0;; esac');
  cpSync('.ci', path.join(work, '.ci'), { recursive: true });
  writeFileSync(path.join(work, 'data', 'list'), 'old');
  writeFileSync(path.join(work, '.gitignore'), 'reports/\n');
  const git = (...args: string[]) => execFileSync('git', args, { cwd: work, encoding: 'utf8' });
  execFileSync('git', ['init', '--quiet', '--bare', remote]);
  git('init', '--quiet');
  git('config', 'user.name', 'test');
  git('config', 'user.email', 'test@example.org');
  git('remote', 'add', 'origin', remote);
  git('add', '.');
  git('commit', '--quiet', '--no-verify', '--message', 'first');
  const run = (script: string, ...args: string[]) => {
    const env = { ...process.env, PATH: `${bin}:${process.env.PATH}` };
    let status = 0;
    try {
      execFileSync(path.join(work, '.ci', script), args, { env, stdio: 'pipe' });
    } catch (error) {
      status = z.object({ status: z.number() }).parse(error).status;
    }
    return { status, calls: readFileSync(calls, 'utf8') };
  };
  return { run, git, folder: work };
}

// They need git, which a machine that only tests may not have.
describe.skipIf(!hasGit)('the daily refresh', () => {
  test('proposes what changed on a branch of its own, after the tests', () => {
    const { run, git } = madeUp(
      'case "$*" in *refresh*) echo new > data/list; echo "# Report" > reports/refresh.md;; esac',
    );
    const { status, calls } = run('propose-refresh', '--because', 'seen');
    expect(status).toBe(0);
    expect(calls).toContain('refresh -- --report reports/refresh.md --because seen');
    expect(calls).toMatch(/test:unit\n(.*\n)*gh pr create --head refresh\/\d{4}-\d\d-\d\d/);
    expect(git('log', '--remotes', '--format=%s')).toMatch(/^Bring OpenRouter's lists up to/);
  });

  test('shows the records that Hugging Face gives, and waits for none', () => {
    const { run, git, folder } = madeUp(
      `case "$*" in
        *refresh*) echo new > data/list; echo "# Report" > reports/refresh.md;;
        *huggingface*) mkdir -p proposed/models; echo "name: Finch" | tee proposed/models/a.yaml > proposed/sources.yaml; exit 1;;
      esac`,
    );
    expect(run('propose-refresh')).toMatchObject({
      status: 0,
      calls: expect.stringMatching(/pull:huggingface\n(.*\n)*gh pr create/),
    });
    expect(readFileSync(path.join(folder, 'reports', 'refresh-body.md'), 'utf8')).toMatch(
      /# Report[^`]*```yaml\nname: Finch/,
    );
    expect(git('show', '--stat', 'HEAD')).not.toContain('proposed');
  });

  test('proposes nothing where tests fail', () => {
    const { run } = madeUp(
      'case "$*" in *refresh*) echo new > data/list;; *test:unit*) exit 1;; esac',
    );
    const { status, calls } = run('propose-refresh');
    expect(status).toBe(1);
    expect(calls).not.toContain('gh');
  });

  test('opens an issue with the report where it is refused', () => {
    const { run } = madeUp('case "$*" in *refresh*) echo why > reports/refresh.md; exit 1;; esac');
    const { status, calls } = run('propose-refresh');
    expect(status).toBe(1);
    expect(calls).toMatch(/gh issue create .*--body-file reports\/refresh-body\.md/);
  });

  test('does nothing where nothing changed', () => {
    const { run } = madeUp('exit 0');
    expect(run('propose-refresh')).toMatchObject({
      status: 0,
      calls: expect.not.stringMatching(/gh/),
    });
  });
});

test.skipIf(!hasGit)(
  'a comment says what a change does to the data, and a file where there is no pull request',
  () => {
    const { run } = madeUp('case "$*" in *diff*) echo "# Data" > reports/diff.md;; esac');
    expect(run('comment-diff', 'main').calls).toBe(
      'npm run --silent diff -- main --out reports/diff.md\n',
    );
    expect(run('comment-diff', 'main', '7').calls).toMatch(
      /gh pr comment 7 --edit-last --create-if-none --body-file reports\/diff-body\.md/,
    );
  },
);
