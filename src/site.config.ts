/** A Git repository, as the editors' form saves to it. */
export interface Repository {
  name: 'github' | 'gitlab';
  /** `owner/name`. */
  repo: string;
  branch: string;
}

/**
 * What the operator of the site decides. Words for readers are content; these are addresses and switches.
 */
export const siteConfig = {
  /** Where the site is published. `SITE_URL` sets it at build time; the default is a name that can never exist. */
  url: process.env['SITE_URL'] ?? 'https://lgnet.example',

  /** Name of the network, the same in every language. */
  name: 'LGNet',

  /** The accessibility declaration on AgID's own form; `null` until the public body has filed it. */
  accessibilityDeclarationUrl: null as string | null,

  /** Where "leave this page now" leads, on the page of help: a page of somebody else's that says nothing of its visitor. */
  quickExit: 'https://www.wikipedia.org/',

  /** Where problems with the site are reported: the address that the project itself published. */
  feedbackEmail: 'lgnet.assistenza@cittalia.it',

  /** Where security problems are reported, for `/.well-known/security.txt`. */
  securityContact: 'lgnet.assistenza@cittalia.it',

  /**
   * Where the form at `/admin/` saves, with an access token of the editor's own. `null`: nowhere; the form then works on
   * editors' own computers only (`npm run redazione`).
   */
  repository: null as Repository | null,

  map: {
    /**
     * A tile layer of the operator's own choice. `null`: the map contacts nobody. When set, tiles are asked for only
     * after a click that names the server.
     */
    tiles: null as { url: string; attribution: string; host: string } | null,
  },
} as const;
