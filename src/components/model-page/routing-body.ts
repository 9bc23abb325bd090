import stringify from 'json-stringify-pretty-compact';

/** An endpoint as OpenRouter's `provider` object names it. */
export interface Route {
  /** The endpoint's tag: the host's slug, with its region or variant where it has one. */
  tag: string;
  quantization: string | undefined;
}

/** Bodies of a request to OpenRouter's chat completions that choose a host. */
export interface RoutingBodies {
  /** This endpoint alone: where it fails, so does the request. */
  only: string;
  /** This endpoint first, any other when it fails. */
  first: string;
}

/** The bodies for one model and endpoint, as JSON to copy. */
export function routingBodies(model: string, { tag, quantization }: Route): RoutingBodies {
  const messages = [{ role: 'user', content: 'Hello' }];
  const body = (provider: object) => stringify({ model, messages, provider }, { maxLength: 80 });
  return {
    only: body({
      only: [tag],
      ...(quantization !== undefined && { quantizations: [quantization] }),
    }),
    first: body({ order: [tag], allow_fallbacks: true }),
  };
}
