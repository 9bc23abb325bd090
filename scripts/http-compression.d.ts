declare module 'http-compression' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  /** What compresses an answer as the request allows, before the next part gives it. */
  function httpCompression(options: {
    level: { brotli: number; gzip: number };
  }): (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  export = httpCompression;
}
