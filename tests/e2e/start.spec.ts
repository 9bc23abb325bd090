import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { expect, test } from '@playwright/test';
import { publishedIndex } from './site.ts';

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
