import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { expect } from '@playwright/test';
import { test } from './secured-test.ts';
import { builtFile, publishedIndex } from './site.ts';

const { models } = publishedIndex();
const dotted = models.find(({ id }) => /\.\d/.test(id))!.id;

for (const address of [
  `/models/${dotted}/`,
  `/models/${dotted}`,
  '/methodology',
  '/not-estimated',
]) {
  test(`npm start serves ${address}`, async ({ request }) => {
    const response = await request.get(address);
    expect(response.status()).toBe(200);
    expect(response.headers()['content-type']).toContain('text/html');
  });
}

test('npm start serves a model with a colon in its name', async ({ request }) => {
  const colon = models.find(({ id }) => id.includes(':'))?.id;
  test.skip(colon === undefined, 'The list has no such model at present.');
  for (const address of [`/models/${colon}/`, `/models/${colon}`]) {
    expect((await request.get(address)).status()).toBe(200);
  }
});

test('npm start answers an unknown address with the page for it', async ({ request }) => {
  for (const address of ['/nothing', '/nothing/', '/models/openai/nothing-4.1']) {
    const response = await request.get(address);
    expect(response.status()).toBe(404);
    expect(await response.text()).toContain('Nothing here');
  }
});

test('npm start reads and no more, from within the finished pages, and tells nothing of the machine', async ({
  request,
}) => {
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    const response = await request.fetch('/', { method });
    expect([method, response.status(), response.headers().allow]).toEqual([
      method,
      405,
      'GET, HEAD',
    ]);
  }
  for (const path of ['/%E0%A4%A', '/..%2fpackage.json', '/%2e%2e/package.json', '/_astro/']) {
    const response = await request.get(path);
    expect([path, response.status()]).toEqual([path, 404]);
    expect(await response.text()).not.toContain(process.cwd());
  }
});

test('npm start sends the headers that hosts are told to send', async ({ request }) => {
  const [script] = builtFile('index.html').match(/\/_astro\/[^"]+\.js/) ?? [];
  const [font] = builtFile('index.html').match(/\/fonts\/[^"]+\.woff2/) ?? [];
  const told = builtFile('_headers').split('\n\n');
  for (const [address, rules] of [
    ['/', ['/*']],
    ['/api/v1/index.json', ['/*', '/api/*']],
    [script ?? '', ['/*', '/_astro/*']],
    [font ?? '', ['/*', '/fonts/*']],
  ] as const) {
    const sent = (await request.get(address)).headers();
    for (const rule of rules) {
      const [, ...lines] =
        told
          .find((one) => one.startsWith(`${rule}\n`))
          ?.trim()
          .split('\n') ?? [];
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) {
        const [name = '', value] = line.trim().split(': ');
        expect([address, name, sent[name.toLowerCase()]]).toEqual([address, name, value]);
      }
    }
  }
});

test('npm start says so where the chosen port is taken', async () => {
  const holder = createServer().listen(0, 'localhost');
  await once(holder, 'listening');
  const address = holder.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const start = spawnStart(String(port));
  const [said, [code]] = await Promise.all([text(start.stderr), once(start, 'exit')]);
  holder.close();
  expect(said).toContain(`Port ${port} is taken`);
  expect(said).toContain('PORT=');
  expect(code).toBe(1);
});

test('npm start says what a port is where PORT is none', async () => {
  const start = spawnStart('eighty');
  const [said, [code]] = await Promise.all([text(start.stderr), once(start, 'exit')]);
  expect(said).toContain('PORT is "eighty"');
  expect(code).toBe(1);
});

test('npm start ends when it is told to, and its server with it', async ({ request }) => {
  const start = spawnStart('0');
  const [line] = await once(start.stdout.setEncoding('utf8'), 'data');
  const site = /http:\/\/localhost:\d+\//.exec(String(line))?.[0] ?? '';
  expect((await request.get(site)).status()).toBe(200);
  start.kill('SIGINT');
  await once(start, 'exit');
  await expect(request.get(site)).rejects.toThrow('ECONNREFUSED');
});

function spawnStart(port: string) {
  return spawn(process.execPath, ['scripts/start.ts', '--built'], {
    env: { ...process.env, PORT: port },
  });
}
