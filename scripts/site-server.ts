import { existsSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import compression from 'http-compression';
import sirv from 'sirv';
import { headersAt } from '../src/integrations/site-headers.ts';

/** A server of finished pages. */
export interface SiteServer {
  port: number;
  stop(): Promise<void>;
}

/** Where it serves from and as what. */
interface Served {
  /** The folder of the finished pages; looked into anew at each request. */
  folder: string;
  /** The path that the site lives under, with a slash at both ends. */
  base: string;
  /** 0 for any that is free. */
  port: number;
  /** Whether the next free port will do where this one is taken. */
  orNext: boolean;
  /** Whether answers are compressed, as hosts do; on one machine that only takes time. */
  isCompressed?: boolean;
}

/**
 * Serves finished pages on this machine alone, as a usual host does, with the headers of the site: it answers GET and HEAD, from within the folder. Rejects where the port is taken, by EADDRINUSE.
 */
export function serveSite({
  folder,
  base,
  port,
  orNext,
  isCompressed = false,
}: Served): Promise<SiteServer> {
  const server = createServer(answering(folder, base, isCompressed));
  return new Promise((resolve, reject) => {
    let wanted = port;
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (!orNext || error.code !== 'EADDRINUSE' || wanted >= 65_535) {
        reject(error);
        return;
      }
      wanted += 1;
      server.listen(wanted, 'localhost');
    });
    server.on('listening', () => {
      const address = server.address();
      resolve({
        port: typeof address === 'object' && address !== null ? address.port : wanted,
        stop: () =>
          new Promise((stopped) => {
            server.close(() => stopped());
            server.closeAllConnections();
          }),
      });
    });
    server.listen(wanted, 'localhost');
  });
}

function answering(folder: string, base: string, isCompressed: boolean): RequestListener {
  const pages = sirv(folder, {
    dev: true,
    etag: true,
    setHeaders: (response, path) => setHeaders(response, headersAt(path)),
  });
  const compressed = compression({ level: { brotli: 5, gzip: 6 } });
  const notFound = (response: ServerResponse) => {
    const page = join(folder, '404.html');
    setHeaders(response, headersAt('/404.html'));
    response.setHeader('Content-Type', 'text/html;charset=utf-8');
    response.writeHead(404).end(existsSync(page) ? readFileSync(page) : 'Not found');
  };
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response
        .writeHead(405, { Allow: 'GET, HEAD' })
        .end('This server answers GET and HEAD alone.');
      return;
    }
    const { url = '/' } = request;
    if (!url.startsWith(base)) {
      notFound(response);
      return;
    }
    request.url = url.slice(base.length - 1);
    const answer = () => pages(request, response, () => notFound(response));
    if (isCompressed) compressed(request, response, answer);
    else answer();
  };
}

function setHeaders(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}
