import { askEach } from './ask-each.ts';
import { type Client, createClient, type Limits } from './client.ts';
import { MOST_RECORDS, readEndpointAnswer, readPage, refuseWrongLength } from './envelope.ts';
import {
  type AskedModel,
  apiAddresses,
  type EndpointReading,
  type ForeignEndpoints,
  type ForeignList,
  type OnProgress,
  type OpenRouterSource,
} from './openrouter-source.ts';
import { Refused } from './refused.ts';

const MOST_PAGES = 50;

interface LiveOptions {
  /** Such as https://openrouter.ai. */
  baseUrl: URL;
  /** Today, YYYY-MM-DD in UTC. */
  today: string;
  limits: Limits;
  apiKey?: string | undefined;
}

/** The API itself. Throws Refused where the key cannot be sent. */
export function liveSource({ baseUrl, today, limits, apiKey }: LiveOptions): OpenRouterSource {
  const client = createClient(baseUrl, limits, { apiKey });
  const origins = apiAddresses(baseUrl);
  return {
    origins,
    models: () => readPages(client, new URL(origins.models), today),
    hosts: () => readPages(client, new URL(origins.hosts), today),
    endpoints: (models, onProgress) => {
      const addressOf = (id: string) => new URL(endpointsAddress(origins.endpoints, id));
      return readEndpoints(client, models, addressOf, today, onProgress);
    },
    usage: async () => ({
      notOffered: 'the API does not offer it; read it from a file with --from',
    }),
  };
}

async function readPages(client: Client, first: URL, today: string): Promise<ForeignList> {
  let records: unknown[] = [];
  const visited = new Set<string>();
  let totalCount: number | undefined;
  let address: URL | undefined = first;
  while (address !== undefined) {
    if (visited.size >= MOST_PAGES) {
      throw new Refused(first.href, `more than ${MOST_PAGES} pages; expected fewer`);
    }
    visited.add(address.href);
    const page = readPage(address.href, await client.text(address));
    records = records.concat(page.records);
    if (records.length > MOST_RECORDS) break;
    totalCount = page.totalCount ?? totalCount;
    address = page.next === undefined ? undefined : nextPage(address, page.next, visited);
  }
  refuseWrongLength(first.href, records.length, totalCount);
  return { address: first.href, retrieved: today, records };
}

function nextPage(current: URL, next: string, visited: ReadonlySet<string>): URL {
  const address = URL.parse(next, current);
  if (address === null || address.origin !== current.origin) {
    throw new Refused(
      current.href,
      `links.next is ${JSON.stringify(next)}; expected an address of ${current.origin}`,
    );
  }
  if (visited.has(address.href)) {
    throw new Refused(
      current.href,
      `links.next is ${JSON.stringify(next)}, a page that was read already; expected a further one`,
    );
  }
  return address;
}

function endpointsAddress(pattern: string, id: string): string {
  const [author = '', slug = ''] = id.split('/');
  return pattern
    .replace('{author}', () => encodeURIComponent(author))
    .replace('{slug}', () => encodeURIComponent(slug));
}

async function readEndpoints(
  client: Client,
  models: readonly AskedModel[],
  addressOf: (id: string) => URL,
  today: string,
  onProgress: OnProgress,
): Promise<EndpointReading> {
  const { answers, failures, gaveUp } = await askEach(
    'endpoints',
    models,
    async (model): Promise<ForeignEndpoints> => {
      const address = addressOf(model.id);
      const records = readEndpointAnswer(address.href, await client.text(address), model);
      return { address: address.href, retrieved: today, speedsObserved: today, records };
    },
    onProgress,
  );
  const ofNone =
    answers.size === 0 && models.length > 0
      ? `the server has endpoints of none of ${models.length} models; the address may have changed`
      : undefined;
  const reason = gaveUp ?? ofNone;
  return { answers, failures, ...(reason === undefined ? {} : { gaveUp: reason }) };
}
