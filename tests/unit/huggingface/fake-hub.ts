import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { createHub, type Hub } from '../../../src/huggingface/hub.ts';
import { quickLimits } from '../openrouter/pulling.ts';

/** Fields that are read of published config.json files, by repository (August 2026). */
export const CONFIGS: Record<string, Record<string, unknown>> = JSON.parse(
  readFileSync(new URL('configs.json', import.meta.url), 'utf8'),
);

/** A repository as the Hub answers about it. */
export interface FakeRepository {
  /** Numbers in the weight files by type. */
  parameters?: Record<string, number>;
  cardData?: Record<string, unknown>;
  /** Written as it stands, so that a test can write what is no JSON. */
  config?: string;
  /** Status of the answers about the repository, and about its files. */
  status?: number;
  fileStatus?: number;
  /** Under which name it answers, where that is another. */
  name?: string;
  /** So many first requests are answered by 503. */
  failures?: number;
}

export interface FakeHub {
  hub: Hub;
  baseUrl: URL;
  /** Paths asked for, without queries. */
  asked: string[];
}

/** The Hub on 127.0.0.1, with these repositories and no others; closed after the test. */
export async function fakeHub(repositories: Record<string, FakeRepository>): Promise<FakeHub> {
  const asked: string[] = [];
  const failed = new Map<string, number>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://127.0.0.1');
    asked.push(pathname);
    const [, id = '', isFile] =
      /^(?:\/api\/models)?\/([^/]+\/[^/]+)\/(?:revision\/HEAD|(resolve\/main\/config\.json))$/.exec(
        pathname,
      ) ?? [];
    const repository = repositories[id];
    const earlier = failed.get(id) ?? 0;
    if (repository !== undefined && earlier < (repository.failures ?? 0)) {
      failed.set(id, earlier + 1);
      response.writeHead(503).end();
    } else if (repository === undefined) {
      response.writeHead(404).end(JSON.stringify({ error: 'Repository not found' }));
    } else if (isFile) {
      const status = repository.fileStatus ?? (repository.config === undefined ? 404 : 200);
      response.writeHead(status).end(status === 200 ? repository.config : '');
    } else {
      response.writeHead(repository.status ?? 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answerAbout(id, repository)));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const baseUrl = new URL(`http://127.0.0.1:${port}`);
  return { hub: createHub(baseUrl, quickLimits), baseUrl, asked };
}

function answerAbout(id: string, { name, parameters, cardData = {} }: FakeRepository) {
  const total = Object.values(parameters ?? {}).reduce((sum, count) => sum + count, 0);
  return {
    _id: '65a0b2c3d4e5f60718293a4b',
    id: name ?? id,
    private: false,
    gated: false,
    pipeline_tag: 'text-generation',
    downloads: 1,
    likes: 1,
    lastModified: '2026-08-21T00:00:00.000Z',
    cardData,
    ...(parameters && { safetensors: { parameters, total } }),
  };
}
