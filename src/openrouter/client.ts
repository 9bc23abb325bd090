import ky, { HTTPError, type KyInstance, TimeoutError } from 'ky';
import { messageOf, NothingThere, Refused } from './refused.ts';

/** What one pull may cost at most; tests pass smaller figures. */
export interface Limits {
  /** For one attempt, from the first byte sent to the last byte received. */
  timeoutMs: number;
  /** A longer body (after decompression) is cut off while it is read. */
  maximumBodyBytes: number;
  /** Attempts after the first. */
  retries: number;
  /** Doubles with each retry. */
  firstRetryDelayMs: number;
  /** The longest that a Retry-After is obeyed. */
  longestRetryDelayMs: number;
  /** For all requests together. */
  wholePullMs: number;
}

export const usualLimits: Limits = {
  timeoutMs: 15_000,
  maximumBodyBytes: 32 * 1024 * 1024,
  retries: 2,
  firstRetryDelayMs: 500,
  longestRetryDelayMs: 20_000,
  wholePullMs: 15 * 60_000,
};

/** Codes of a server that may answer later: 408, 429 and the usual 5xx, Cloudflare's among them. */
const PASSING_TROUBLE = [
  408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 527, 529, 530,
];

/** Not found, and gone. */
const NOTHING_THERE = [404, 410];

class BodyTooLarge extends Error {}

export interface Client {
  /** The body of an address of this server. Throws Refused, with a message for a person. */
  text(address: URL): Promise<string>;
  /**
   * The answer to a GET, of whatever status: one that may pass was asked for again before. For libraries
   * that take a fetch. Throws Refused where there is no whole answer.
   */
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>;
}

/** What a client is told beside its server and its limits. */
export interface ClientOptions {
  apiKey?: string | undefined;
  /** Where the server moves things about, as Hugging Face does with repositories. */
  followsRedirects?: boolean;
}

/**
 * A client for one server. The key goes to that origin alone: other origins are refused and
 * redirects are not followed, unless asked for. Throws Refused where the key cannot be sent in a header.
 */
export function createClient(
  baseUrl: URL,
  limits: Limits,
  { apiKey, followsRedirects = false }: ClientOptions = {},
): Client {
  const api = ky.create({
    fetch: (input, init) => fetchWhole(input, init, limits.maximumBodyBytes),
    headers: {
      accept: 'application/json',
      'user-agent': 'llm-carbon-index',
      ...(apiKey === undefined ? {} : { authorization: `Bearer ${sendable(apiKey)}` }),
    },
    redirect: followsRedirects ? 'follow' : 'manual',
    signal: AbortSignal.timeout(limits.wholePullMs),
    timeout: limits.timeoutMs,
    retry: {
      limit: limits.retries,
      statusCodes: PASSING_TROUBLE,
      afterStatusCodes: PASSING_TROUBLE,
      maxRetryAfter: limits.longestRetryDelayMs,
      backoffLimit: limits.longestRetryDelayMs,
      delay: (attempt) => limits.firstRetryDelayMs * 2 ** (attempt - 1),
      shouldRetry: ({ error }) => (error instanceof BodyTooLarge ? false : undefined),
    },
  });
  return {
    text: (address) => textFrom(api, address, baseUrl, limits),
    fetch: (input, init) => answerFrom(api, input, init, limits),
  };
}

async function answerFrom(
  api: KyInstance,
  input: string | URL | Request,
  init: RequestInit | undefined,
  limits: Limits,
): Promise<Response> {
  try {
    return await api(input, init);
  } catch (error) {
    if (error instanceof HTTPError) return error.response;
    const { origin, pathname } = new URL(input instanceof Request ? input.url : input);
    throw new Refused(origin + pathname, reason(error, limits));
  }
}

async function textFrom(api: KyInstance, address: URL, baseUrl: URL, limits: Limits) {
  if (address.origin !== baseUrl.origin) {
    throw new Refused(address.href, `expected an address of ${baseUrl.origin}; it was not asked`);
  }
  try {
    return await api.get(address).text();
  } catch (error) {
    const nothingThere =
      error instanceof HTTPError && NOTHING_THERE.includes(error.response.status);
    throw new (nothingThere ? NothingThere : Refused)(address.href, reason(error, limits));
  }
}

/**
 * Fetches headers and body as one step, so that ky's timeout and retries cover the body too:
 * by itself ky stops the clock at the headers.
 */
async function fetchWhole(
  input: string | URL | Request,
  init: RequestInit | undefined,
  maximumBytes: number,
): Promise<Response> {
  const response = await fetch(input, init);
  if (response.body === null) {
    return response;
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > maximumBytes) {
      throw new BodyTooLarge();
    }
    chunks.push(chunk);
  }
  const { status, headers } = response;
  return new Response(Buffer.concat(chunks), { status, headers });
}

function reason(error: unknown, limits: Limits): string {
  if (error instanceof TimeoutError) {
    return `no whole answer within ${limits.timeoutMs / 1000} s. Try again later, or with a longer --timeout.`;
  }
  if (error instanceof BodyTooLarge) {
    return `the body is longer than ${limits.maximumBodyBytes} bytes and was cut off; expected a list of models, hosts or endpoints`;
  }
  if (error instanceof HTTPError) {
    return `answered ${error.response.status}; expected 200. ${advice(error.response)}`;
  }
  if (error instanceof DOMException) {
    return `the whole pull took longer than ${limits.wholePullMs / 1000} s, so nothing more was asked`;
  }
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return `could not be read (${messageOf(cause)}). Check the network and the address.`;
}

function advice({ status, headers }: Response): string {
  if (status === 401 || status === 403) {
    return 'Check OPENROUTER_API_KEY, or pull without it.';
  }
  if (status >= 300 && status < 400) {
    return `It points to ${headers.get('location') ?? 'no other address'}, which is not followed: if that is right, pass it as --base-url.`;
  }
  return PASSING_TROUBLE.includes(status)
    ? 'It was asked more than once: try again later.'
    : 'The address may have changed.';
}

/** Header values that cannot be sent end up, whole, in fetch's error message: checked before. */
function sendable(apiKey: string): string {
  if (!/^[\x21-\x7e]+$/.test(apiKey)) {
    throw new Refused(
      'OPENROUTER_API_KEY',
      'expected letters, digits and punctuation without spaces; it holds something else (not shown here)',
    );
  }
  return apiKey;
}
