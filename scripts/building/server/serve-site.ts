import { existsSync, readFileSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, posix } from 'node:path';
import sirv from 'sirv';

export interface SiteServerOptions {
  /** 0 takes any free port. */
  port?: number;
  /** Tries the next port while one is taken. */
  orNextPort?: boolean;
  /** The address to listen at; `0.0.0.0` for the whole network. */
  host?: string;
  /** Headers of a file, by its path on the site, beyond those that say what it is. */
  headersOf?: (path: string) => Readonly<Record<string, string>>;
}

/** A site that is being served. */
export interface SiteServer {
  port: number;
  /** The site's address on this machine, without a final slash. */
  origin: string;
  close: () => void;
}

/** Text in UTF-8, which the type alone does not say. */
const types: Readonly<Record<string, string>> = {
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.vtt': 'text/vtt; charset=utf-8',
  '.srt': 'application/x-subrip; charset=utf-8',
};

/**
 * Serves a built site as a plain static host would: parts of files, an address of a folder without its final slash, the
 * site's own page for what is not there.
 *
 * @param dir the built site; a file that is added later is not found
 * @throws Error when the port is taken, unless the next one may be tried
 */
export const serveSite = async (dir: string, options: SiteServerOptions = {}): Promise<SiteServer> => {
  const { port = 0, orNextPort = false, host = '127.0.0.1', headersOf = () => ({}) } = options;
  const server = createServer(answers(dir, headersOf));
  const taken = await listen(server, port, host, orNextPort);
  return {
    port: taken,
    origin: `http://${host === '127.0.0.1' ? host : 'localhost'}:${taken}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};

const answers = (
  dir: string,
  headersOf: (path: string) => Readonly<Record<string, string>>,
): RequestListener => {
  const missing = join(dir, '404.html');
  const setHeaders = (response: ServerResponse, path: string): void => {
    const type = types[posix.extname(path)];
    if (type !== undefined) response.setHeader('content-type', type);
    for (const [name, value] of Object.entries(headersOf(path))) response.setHeader(name, value);
  };
  const files = sirv(dir, {
    etag: true,
    extensions: ['html'],
    setHeaders,
    onNoMatch: (_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      for (const [name, value] of Object.entries(headersOf('/404.html'))) response.setHeader(name, value);
      response.statusCode = 404;
      response.end(existsSync(missing) ? readFileSync(missing) : '');
    },
  });
  return (request, response) => {
    const folder = folderWithoutSlash(dir, request);
    if (folder === undefined) files(request, response);
    else response.writeHead(301, { location: folder }).end();
  };
};

/** Where an address without its final slash leads: sirv would serve the page there, under two addresses. */
const folderWithoutSlash = (dir: string, { url = '/' }: IncomingMessage): string | undefined => {
  const [, path = '', query = ''] = /^([^?]*)(.*)$/s.exec(url) ?? [];
  if (path.endsWith('/')) return undefined;
  let plain: string;
  try {
    plain = posix.normalize(`/${decodeURIComponent(path)}`);
  } catch {
    return undefined;
  }
  return existsSync(join(dir, plain, 'index.html')) ? `${encodeURI(plain)}/${query}` : undefined;
};

const listen = (server: Server, port: number, host: string, orNextPort: boolean): Promise<number> =>
  new Promise((listening, failed) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      if (error.code !== 'EADDRINUSE' || !orNextPort || port >= 65_535) failed(error);
      else listen(server, port + 1, host, orNextPort).then(listening, failed);
    };
    server.once('error', onError);
    server.listen(port, host, () => {
      server.off('error', onError);
      listening((server.address() as AddressInfo).port);
    });
  });
