import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Name of the parameter and of the cookie that carry the key. */
export const KEY = 'chiave';

/** The address of a request; only its path and its parameters are to be trusted. */
export const addressOf = (request: IncomingMessage): URL => new URL(request.url ?? '/', 'http://localhost');

const sameKey = (typed: string, key: string): boolean =>
  typed.length === key.length && timingSafeEqual(Buffer.from(typed), Buffer.from(key));

/** Whether the parameters of a request hold the key. */
export const bringsKey = (request: IncomingMessage, key: string): boolean =>
  sameKey(addressOf(request).searchParams.get(KEY) ?? '', key);

/** Another site may lead a browser to this machine under a name of its own: only its own names are answered. */
const isOwnName = (host: string | undefined): boolean =>
  /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(host ?? '');

const keptKeys = (request: IncomingMessage): string[] =>
  (request.headers.cookie ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${KEY}=`))
    .map((part) => part.slice(KEY.length + 1));

/**
 * Whether a request may read and write the editor's files: it comes from this computer under its own name, from a page of
 * this server's (a page of another port is another's), and with the key that the command has printed.
 */
export const isAllowed = (request: IncomingMessage, key: string): boolean => {
  const { host, origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const isOwnPage =
    (origin === undefined || origin === `http://${host}`) &&
    (site === undefined || site === 'same-origin' || (site === 'none' && request.method === 'GET'));
  return isOwnName(host) && isOwnPage && keptKeys(request).some((kept) => sameKey(kept, key));
};

/** The cookie that keeps the key in the browser for as long as it is open. */
export const cookieOf = (key: string): string => `${KEY}=${key}; Path=/; HttpOnly; SameSite=Strict`;
