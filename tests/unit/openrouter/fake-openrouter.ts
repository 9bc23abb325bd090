import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';

/** Answers one request; `time` counts the requests for this path, from 1. */
export type Answer = (response: ServerResponse, time: number, request: IncomingMessage) => void;

export interface FakeOpenRouter {
  baseUrl: URL;
  /** Paths asked for, in order, with their query. */
  asked: string[];
  /** Authorization headers that came with them. */
  keys: (string | undefined)[];
  /** Paths to answers; anything else is 404. May be changed between pulls. */
  answers: Map<string, Answer>;
}

export const MODELS = '/api/v1/models?output_modalities=all';
export const HOSTS = '/api/v1/providers';
export const endpointsOf = (id: string) => `/api/v1/models/${id.replace(':', '%3A')}/endpoints`;

export const json =
  (body: unknown): Answer =>
  (response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));

export const text =
  (body: string, status = 200, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(status, headers).end(body);

export const hang: Answer = () => undefined;

export const headersThenHang: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"data":[');
};

export const dribble: Answer = (response) => {
  response.writeHead(200);
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
};

/** A model in the shape that the API gives it. */
export function foreignModel(id: string, changes: Record<string, unknown> = {}) {
  return {
    id,
    canonical_slug: `${id.replace(/:.*/, '')}-20260801`,
    hugging_face_id: '',
    name: `Model ${id}`,
    created: 1787336476,
    context_length: 131072,
    architecture: { input_modalities: ['text', 'image'], output_modalities: ['text'] },
    pricing: { prompt: '0.0000001', completion: '0.0000004' },
    top_provider: { context_length: 131072, max_completion_tokens: null },
    supported_parameters: ['tools', 'temperature'],
    ...changes,
  };
}

/** An endpoint in the shape that the API gives it. */
export function foreignEndpoint(tag: string, changes: Record<string, unknown> = {}) {
  return {
    provider_name: `Host of ${tag}`,
    tag,
    quantization: 'fp8',
    context_length: 131072,
    pricing: { prompt: '0.0000001', completion: '0.0000004' },
    status: 0,
    throughput_last_30m: null,
    ...changes,
  };
}

export const TEN_IDS = Array.from({ length: 10 }, (_, index) => `maker/model-${index}`);

/** A server on 127.0.0.1 with ten models, an endpoint each, and three hosts; closed after the test. */
export async function fakeOpenRouter(ids: readonly string[] = TEN_IDS): Promise<FakeOpenRouter> {
  const answers = new Map<string, Answer>([
    [MODELS, json({ data: ids.map((id) => foreignModel(id)) })],
    [
      HOSTS,
      json({
        data: ['gamma', 'alpha', 'beta'].map((slug) => ({
          slug,
          name: slug.toUpperCase(),
          headquarters: 'us',
          datacenters: ['fr', 'DE'],
        })),
      }),
    ],
    ...ids.map(
      (id) =>
        [
          endpointsOf(id),
          json({ data: { id, endpoints: [foreignEndpoint('alpha/fp8')] } }),
        ] as const,
    ),
  ]);
  const asked: string[] = [];
  const keys: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    keys.push(request.headers.authorization);
    const time = asked.filter((other) => other === path).length;
    (answers.get(path) ?? text('not found', 404))(response, time, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { baseUrl: new URL(`http://127.0.0.1:${port}`), asked, keys, answers };
}
