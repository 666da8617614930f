/** A Git repository, as the editors' form saves to it. */
export interface Repository {
  name: 'github' | 'gitlab';
  /** `owner/name`. */
  repo: string;
  branch: string;
}

/** A body or a person, as law and readers know it. */
export interface Responsible {
  name: string;
  /** Where it is written to. */
  email?: string;
  /** Its own page. */
  url?: string;
}

/**
 * What the operator of the site decides. Words for readers are content; these are addresses and switches.
 */
export const siteConfig = {
  /** Where the site is published. `SITE_URL` sets it at build time; the default is a name that can never exist. */
  url: process.env['SITE_URL'] ?? 'https://lgnet.example',

  /** Name of the network, the same in every language. */
  name: 'LGNet',

  /**
   * Who answers for the site. `null`: not decided yet, and the pages say so. `SITE_PUBLISHER_REQUIRED=1` refuses a build
   * while one is missing. LGNet is the name of a network and no legal person: it can stand nowhere here.
   */
  responsible: {
    publisher: null as Responsible | null,
    dataController: null as Responsible | null,
    contact: null as Responsible | null,
    accessibility: null as Responsible | null,
  },

  /** The accessibility declaration on AgID's own form; `null` until the public body has filed it. */
  accessibilityDeclarationUrl: null as string | null,

  /** Where "leave this page now" leads, on the page of help: a page of somebody else's that says nothing of its visitor. */
  quickExit: 'https://www.wikipedia.org/',

  /** The share of the texts that a language has once it says `public: yes`; the check warns of one that has fewer. */
  leastTranslated: 0.5,

  /** The network's account in the fediverse, `@name@server`: Mastodon names it under a shared page. `null`: it has none. */
  fediverse: null as string | null,

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
