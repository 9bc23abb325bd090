import { execFile } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { baseUrlOf } from '../../../scripts/pulling.ts';
import { fakeOpenRouter, MODELS, text } from './fake-openrouter.ts';
import { contents, ownDirectory } from './pulling.ts';

/** Runs the command as `npm run pull` does, with no key in its environment unless given. */
function run(
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<{ code: number; told: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, OPENROUTER_API_KEY: '', ...environment };
    const child = execFile(
      process.execPath,
      ['scripts/pull.ts', ...args],
      { env },
      (_, stdout, stderr) => resolve({ code: child.exitCode ?? -1, told: stdout + stderr }),
    );
  });
}

test.each([
  ['https://openrouter.ai', 'https://openrouter.ai/'],
  ['https://openrouter.ai/api/v1', 'https://openrouter.ai/'],
  ['https://openrouter.ai/api/v1/', 'https://openrouter.ai/'],
  ['https://huggingface.co/api', 'https://huggingface.co/'],
  ['https://mirror.example/openrouter/api/v1', 'https://mirror.example/openrouter'],
  ['https://mirror.example/my-api', 'https://mirror.example/my-api'],
])('the server of %s is %s', (given, server) => {
  expect(baseUrlOf('--base-url', given).href).toBe(server);
});

describe('npm run pull', () => {
  test('fills a directory from a server, exit code 0, and never shows the key', async () => {
    const server = await fakeOpenRouter();
    const out = await ownDirectory();
    const { code, told } = await run(['--base-url', server.baseUrl.href, '--out', out], {
      OPENROUTER_API_KEY: 'sk-or-secret',
    });
    expect(told).toContain('models.json: written; 10 models');
    expect(told).not.toContain('sk-or-secret');
    expect(code).toBe(0);
    expect(server.keys).toContain('Bearer sk-or-secret');
    expect(Object.keys(await contents(out))).toHaveLength(3);
  });

  test('ends with exit code 1 when a list is refused', async () => {
    const server = await fakeOpenRouter();
    server.answers.set(MODELS, text('<html>'));
    const out = await ownDirectory();
    const { code, told } = await run(['--base-url', server.baseUrl.href, '--out', out]);
    expect(told).toContain('REFUSED');
    expect(code).toBe(1);
  });

  test.each([
    [['--frm', 'x'], /'--frm'.*\n?.*See: npm run pull -- --help/s],
    [['--timeout', 'soon'], /--timeout: soon; expected/],
    [['--base-url', 'openrouter'], /--base-url: expected an address such as/],
    [['--base-url', 'https://user:pass@openrouter.ai'], /without a user name or password/],
    [['--from', '.', '--base-url', 'https://openrouter.ai'], /expected one of them/],
  ])('says what is wrong with %j', async (args, expected) => {
    const { code, told } = await run(args);
    expect(told).toMatch(expected);
    expect(told).not.toMatch(/\bat .*\.ts:\d+|pass@/);
    expect(code).toBe(1);
  });
});
