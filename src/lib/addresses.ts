/**
 * Where everything of the site stands: the one place that knows it. Addresses have no language in front and are the
 * same in all of them (`pathIn` puts it there); the folders of `src/pages` follow them.
 */
export const addresses = {
  home: '/',
  cities: '/citta/',
  notes: '/note-stampa/',
  areas: '/ambiti/',
  activities: '/attivita/',
  videos: '/video/',
  map: '/mappa/',
  project: '/progetto/',
  /** The folder of the books; no page stands there. */
  books: '/libro/',
  partners: '/partner/',
  data: '/dati/',
  search: '/cerca/',
  index: '/indice/',
  help: '/aiuto/',
  words: '/parole/',
  kept: '/salvati/',
  embed: '/incorpora/',
  /** The pages that other sites may show in a frame of theirs; the only ones. The language comes after it. */
  frames: '/riquadri/',
  calendar: '/calendario.ics',
  readingWords: '/lettura.json',
  accessibility: '/accessibilita/',
  privacy: '/privacy/',
  legal: '/note-legali/',
} as const;

/** The address of a press note: `/note-stampa/2023-11-03-palermo/`. */
export const notePath = (id: string): string => `${addresses.notes}${id}/`;

/** The address of a city: `/citta/palermo/`. */
export const cityPath = (id: string): string => `${addresses.cities}${id}/`;

/** The list of a city's notes, when its page does not tell all of them. */
export const cityNotesPath = (id: string): string => `${cityPath(id)}note-stampa/`;

/** The pictures to post of what has this address: `/citta/palermo/` → `/citta/palermo/social/`. */
export const postsPath = (path: string): string => `${path}social/`;

/** The address of an area of action. */
export const areaPath = (id: string): string => `${addresses.areas}${id}/`;

/** What others may show in a frame, in a language: `/riquadri/it/citta/palermo/`. The same with every language in it. */
export const framePath = (lang: string, ...parts: readonly string[]): string =>
  `${addresses.frames}${[lang, ...parts].join('/')}/`;

/** The events of a city, as a calendar. */
export const cityCalendarPath = (id: string): string => `${cityPath(id)}calendario.ics`;

/** The address of a video. */
export const videoPath = (id: string): string => `${addresses.videos}${id}/`;

/** The address of a plain page: `progetto/lgnetea` → `/progetto/lgnetea/`. */
export const plainPagePath = (id: string): string => `/${id}/`;

/** The address of what tells of an edition; the one that the site tells first is the project. */
export const editionPath = (id: string, toldFirst: boolean): string =>
  toldFirst ? addresses.project : `${addresses.project}${id}/`;

/** The last part of an activity's id, `palermo/safe-space` → `safe-space`. */
export const activitySlug = (id: string): string => id.split('/').at(-1) as string;

/** Where an activity stands on its city's page. */
export const activityPath = (city: string, id: string): string =>
  `${cityPath(city)}#${fragments.activity(activitySlug(id))}`;

/** Where a partner stands in the list of all. */
export const partnerPath = (id: string): string => `${addresses.partners}#${fragments.partner(id)}`;

/** The names that parts of a page have, to be led to. */
export const fragments = {
  quote: (id: string): string => `citazione-${id}`,
  figure: (id: string): string => `cifra-${id}`,
  picture: (id: string): string => `immagine-${id}`,
  activity: (slug: string): string => `attivita-${slug}`,
  partner: (id: string): string => `partner-${id}`,
  helpInCity: (id: string): string => `citta-${id}`,
  word: (id: string): string => `parola-${id}`,
  downloads: 'scarica',
} as const;
