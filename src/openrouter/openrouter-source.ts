/** A list as it came from outside, its records not yet looked at. */
export interface ForeignList {
  /** URL or file that it was read from; messages name it. */
  address: string;
  /** Day it was read, YYYY-MM-DD. */
  retrieved: string;
  records: readonly unknown[];
}

/** The endpoints of one model, as they came from outside. */
export interface ForeignEndpoints extends ForeignList {
  /** Day that the speeds in the records were observed. */
  speedsObserved: string;
}

/** A model whose endpoints are asked for. */
export interface AskedModel {
  id: string;
  /** OpenRouter's permanent name, under which answers may speak of it. */
  canonicalSlug: string;
}

export interface EndpointReading {
  /** By model id; a model that the source says nothing about is missing. */
  answers: ReadonlyMap<string, ForeignEndpoints>;
  /** Why a model's endpoints could not be read, by model id. */
  failures: ReadonlyMap<string, string>;
  /** Set where the source stopped asking because request after request failed. */
  gaveUp?: string;
}

/** Something the source does not have; `why` says so to a person. */
export interface NotOffered {
  notOffered: string;
}

export interface Progress {
  /** What is being read, such as "endpoints". */
  what: string;
  done: number;
  total: number;
}
export type OnProgress = (progress: Progress) => void;

/** Where lists come from: the API, or files on disk. Its methods throw Refused. */
export interface OpenRouterSource {
  /** What the snapshot names as its origin: addresses of the API, never of this machine. */
  origins: { models: string; endpoints: string; hosts: string; usage: string };
  models(): Promise<ForeignList>;
  hosts(): Promise<ForeignList | NotOffered>;
  endpoints(
    models: readonly AskedModel[],
    onProgress: OnProgress,
  ): Promise<EndpointReading | NotOffered>;
  /** Requests and tokens per model and variant in the last week. */
  usage(): Promise<ForeignList | NotOffered>;
}

/** The addresses of the API, and of the page that usage is published on, under a base URL such as https://openrouter.ai. */
export function apiAddresses(baseUrl: URL): OpenRouterSource['origins'] {
  const site = `${baseUrl.origin}${baseUrl.pathname.replace(/\/+$/, '')}`;
  const root = `${site}/api/v1`;
  return {
    models: `${root}/models?output_modalities=all`,
    endpoints: `${root}/models/{author}/{slug}/endpoints`,
    hosts: `${root}/providers`,
    usage: `${site}/rankings`,
  };
}
