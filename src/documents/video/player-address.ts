import { hasPlainHost } from '../../lib/plain-host.ts';

/** Where a film can play: on files of our own, or in the player of somebody else. */
export type Provider = 'self-hosted' | 'peertube' | 'youtube' | 'vimeo';

/** The player of somebody else's server. */
export interface RemotePlayer {
  provider: Exclude<Provider, 'self-hosted'>;
  /** Origin of the server that the player comes from, for the content security policy. */
  origin: string;
  /** Name of that server, for the reader. */
  host: string;
  /**
   * Address of the player in a frame.
   * @param lang language of player and captions
   * @param start second to start at
   */
  frame: (lang: string, start?: number) => string;
  /**
   * Address of the film's page on that server, for a plain link.
   * @param start second to start at
   */
  page: (start?: number) => string;
}

const YOUTUBE_HOSTS = ['www.youtube.com', 'youtube.com', 'm.youtube.com', 'www.youtube-nocookie.com'];
const VIMEO_HOSTS = ['vimeo.com', 'www.vimeo.com', 'player.vimeo.com'];

const address = (base: string, parameters: Record<string, string | number | undefined>): string => {
  const url = new URL(base);
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined) url.searchParams.set(name, String(value));
  return url.href;
};

/** Zero is where a film starts anyway. */
const from = (start: number | undefined): number | undefined => (start ? Math.floor(start) : undefined);

/** https://developers.google.com/youtube/player_parameters */
const youtube = (url: URL): RemotePlayer | undefined => {
  const id =
    url.hostname === 'youtu.be'
      ? /^\/([\w-]{11})$/.exec(url.pathname)?.[1]
      : YOUTUBE_HOSTS.includes(url.hostname)
        ? (/^\/(?:embed|shorts|live)\/([\w-]{11})$/.exec(url.pathname)?.[1] ??
          (url.pathname === '/watch' ? /^[\w-]{11}$/.exec(url.searchParams.get('v') ?? '')?.[0] : undefined))
        : undefined;
  if (id === undefined) return undefined;
  return {
    provider: 'youtube',
    origin: 'https://www.youtube-nocookie.com',
    host: 'www.youtube-nocookie.com (Google)',
    frame: (lang, start) =>
      address(`https://www.youtube-nocookie.com/embed/${id}`, {
        autoplay: 1,
        rel: 0,
        hl: lang,
        cc_load_policy: 1,
        cc_lang_pref: lang,
        start: from(start),
      }),
    page: (start) => address('https://www.youtube.com/watch', { v: id, t: from(start) && `${from(start)}s` }),
  };
};

/** https://help.vimeo.com/hc/en-us/articles/12426260232977-Player-parameters-overview */
const vimeo = (url: URL): RemotePlayer | undefined => {
  const match = /^\/(?:video\/)?(\d+)(?:\/([\da-f]+))?$/.exec(url.pathname);
  const id = match?.[1];
  if (id === undefined || !VIMEO_HOSTS.includes(url.hostname)) return undefined;
  // Films that are not listed have a second part in their address.
  const secret = match?.[2] ?? url.searchParams.get('h') ?? undefined;
  const moment = (start: number | undefined): string => (from(start) ? `#t=${from(start)}s` : '');
  return {
    provider: 'vimeo',
    origin: 'https://player.vimeo.com',
    host: 'player.vimeo.com',
    frame: (lang, start) =>
      address(`https://player.vimeo.com/video/${id}`, { h: secret, autoplay: 1, dnt: 1, texttrack: lang }) +
      moment(start),
    page: (start) => `https://vimeo.com/${id}${secret === undefined ? '' : `/${secret}`}${moment(start)}`,
  };
};

/** https://docs.joinpeertube.org/api/embed-player: every server is its own; `p2p=0` shows nobody the reader's address. */
const peertube = (url: URL): RemotePlayer | undefined => {
  const id = /^\/(?:w|videos\/watch|videos\/embed)\/([\da-zA-Z-]{20,36})$/.exec(url.pathname)?.[1];
  if (id === undefined || url.protocol !== 'https:' || !hasPlainHost(url.href)) return undefined;
  return {
    provider: 'peertube',
    origin: url.origin,
    host: url.host,
    frame: (lang, start) =>
      address(`${url.origin}/videos/embed/${id}`, {
        autoplay: 1,
        p2p: 0,
        warningTitle: 0,
        subtitle: lang,
        start: from(start) && `${from(start)}s`,
      }),
    page: (start) => address(`${url.origin}/w/${id}`, { start: from(start) && `${from(start)}s` }),
  };
};

const readers = { youtube, vimeo, peertube };

/**
 * The player behind the address of a film's page.
 * @param provider whose player it should be
 * @param page the address as people copy it from the browser
 * @returns nothing when the address is not that of a film on such a server
 */
export const remotePlayer = (
  provider: Exclude<Provider, 'self-hosted'>,
  page: string,
): RemotePlayer | undefined => (URL.canParse(page) ? readers[provider](new URL(page)) : undefined);
