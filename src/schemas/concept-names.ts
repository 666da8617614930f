/**
 * What each concept is called by the people who write its entries. The words under `reference` are told where a field names an entry that is not there.
 */
export const conceptNames = {
  editions: {
    one: 'edizione',
    many: 'edizioni',
    reference: {
      the: 'L’edizione',
      all: 'Le edizioni sono',
      code: 'unknown-edition',
      why: 'Dall’edizione dipendono la dicitura del finanziamento e la pagina del progetto.',
      example: 'lgnet2',
    },
  },
  areas: {
    one: 'ambito',
    many: 'ambiti',
    reference: {
      the: 'L’ambito',
      all: 'Gli ambiti sono',
      code: 'unknown-area',
      why: 'Il contenuto non comparirebbe nella pagina dell’ambito.',
      example: 'presa-in-carico',
    },
  },
  cities: {
    one: 'città',
    many: 'città',
    reference: {
      the: 'La città',
      all: 'Le città sono',
      code: 'unknown-city',
      why: 'Senza la sua città il contenuto non comparirebbe né nella pagina della città né sulla mappa.',
      example: 'palermo',
    },
  },
  partners: {
    one: 'partner',
    many: 'partner',
    reference: {
      the: 'Il partner',
      all: 'I partner sono',
      code: 'unknown-partner',
      why: 'Il sito non saprebbe quale ente nominare.',
      example: 'azienda-servizi-sociali-bolzano',
    },
  },
  activities: {
    one: 'attività',
    many: 'attività',
    inFolders: true,
  },
  facts: { one: 'fatto', many: 'fatti' },
  videos: { one: 'video', many: 'video' },
  'press-notes': {
    one: 'nota',
    many: 'note stampa',
    reference: {
      the: 'La nota',
      all: 'Le note sono',
      code: 'unknown-note',
      why: 'Chi vuole controllare la fonte arriverebbe a una pagina che non c’è.',
      example: '2023-11-03-palermo',
    },
  },
  pages: {
    one: 'pagina',
    many: 'pagine',
    inFolders: true,
    reference: {
      the: 'La pagina',
      all: 'Le pagine sono',
      code: 'unknown-page',
      why: 'Il collegamento porterebbe a una pagina che non c’è.',
      example: 'progetto/lgnetea',
    },
  },
} as const satisfies Record<string, ConceptWords>;

/** The name of a concept, and of its folder below `content/`. */
export type ConceptName = keyof typeof conceptNames;

/** The words of one concept. */
export interface ConceptWords {
  /** What editors call one of it. */
  one: string;
  /** What editors call many of it. */
  many: string;
  /** Its entries lie in folders of their own, so that their ids have slashes: `palermo/safe-space`. */
  inFolders?: true;
  /** Absent while no field names its entries. */
  reference?: ReferenceWords;
}

/** What is told where a field names an entry that is not there. */
export interface ReferenceWords {
  /** "La città", before the name. */
  the: string;
  /** "Le città sono", before the names of all. */
  all: string;
  /** Name of the mistake. */
  code: string;
  why: string;
  /** The name of an entry. */
  example: string;
}
