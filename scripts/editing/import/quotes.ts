/** Where a paragraph says who speaks, as positions in its text, and who it is. */
export interface Attribution {
  start: number;
  end: number;
  speaker: string;
  /** Empty when the paragraph does not say it. */
  role: string;
}

/** Words in capitals, at least two: a person's name. */
const NAME =
  /\p{Lu}\p{Ll}+(?:[ -](?:(?:de|di|del|della|dei|degli|lo|la|van|von|el|ben) |d['’]|D['’])?\p{Lu}[\p{L}'’]+)+/gu;

const VERB = [
  ...['dichiar', 'afferm', 'spieg', 'sottoline', 'comment', 'raccont', 'dic[eo]', 'dett', 'conclu', 'aggiun'],
  ...[
    'evidenzi',
    'osserv',
    'ricord',
    'precis',
    'ribad',
    'rimarc',
    'prosegu',
    'continu',
    'annunci',
    'assicur',
  ],
  ...[
    'auspic',
    'ammett',
    'insist',
    'chiar',
    'puntualizz',
    'interven',
    'rilev',
    'rivendic',
    'riflett',
    'sped',
  ],
].join('|');
const SAYING = new RegExp(
  `^(?:(?:così|è quanto|lo|ha|hanno|si|ci|le|parole di|secondo)\\s+|l['’]\\s*ha\\s+)*(?:${VERB})\\p{L}*(?=[\\s,:])`,
  'iu',
);
const SO = /^(?:così|(?:sono )?queste le parole d(?:i|el|ella|ell['’])|parola di)(?=\s|['’])/iu;
const ARTICLE = /^(?:(?:il|la|lo|gli|le|i)\s+|(?:da(?:l|lla|llo)|(?:de)?l)\s+|(?:dall|dell|l)['’]\s*)+/iu;
const TITLES = /(?:^|\s)(?:dott|avv|prof|ing|arch|on|sen|sig|rag|geom)(?:\.?ssa|\.?ra|\.)?\.?$/iu;
/** Words that an office begins with: they are no first name. */
const OFFICE =
  /^(?:sindac|assessor|vicesindac|vice |president|direttor|direttric|dirigent|responsabil|coordinat|ministr|sottosegretari|prefett|consiglier|portavoce|delegat|referent|segretari|capo |garante|commissari|comandant|deputat|operator|rettor|parroc|vescov)/iu;

/** A saying at the end of the words: «il sindaco Mario Rossi ha dichiarato». */
const SAID_LAST = new RegExp(
  `[\\s,]+(?:(?:così|ha|hanno|si|lo)\\s+)*(?:${VERB})\\p{L}*(?:\\s[^,:]{0,60})?$`,
  'iu',
);
const PARTICLE = /^(?:De|Di|Del|Della|Dei|Lo|La|Dal|Dalla|Van|Von|El|Ben)$/;

const clean = (role: string): string =>
  role
    .replace(/^[\s,–—-]+|[\s,;:.–—-]+$/g, '')
    .replace(ARTICLE, '')
    .replace(TITLES, '')
    .replace(/[\s,;:.–—-]+$/g, '')
    .trim();

const upToOffice = (name: string): string => {
  const words = name.split(' ');
  const office = words.findIndex((word, index) => index > 0 && OFFICE.test(word));
  return office < 0 ? name : words.slice(0, office).join(' ');
};

/** The last two capitalised words of a stretch of them: first name and surname. */
const lastTwo = (words: string): string => {
  const parts = words.split(' ');
  const hasParticle = PARTICLE.test(parts.at(-2) ?? '');
  return parts.slice(hasParticle ? -3 : -2).join(' ');
};

/** Who speaks, from the words that say so: «ha detto l’assessora alle Politiche sociali, Maria Bianchi». */
export const speakerIn = (words: string): { speaker: string; role: string } | undefined => {
  const said = words
    .replace(/^[\s,.–—-]+|[\s,;:.–—-]+$/g, '')
    .replace(SO, '')
    .trim()
    .replace(SAYING, '')
    .replace(SAID_LAST, '')
    .trim();
  const bare = said
    .replace(ARTICLE, '')
    .replace(/^(?:(?:dott|avv|prof|ing|arch|on|sen|sig)(?:\.?ssa|\.?ra)?\.?\s+)+/iu, '');
  const people = [...bare.matchAll(NAME)];
  const [first] = people;
  // «Carlo Marino, Sindaco di Caserta», «l’avv. Carlo Marino Sindaco di Caserta»
  if (first?.index === 0 && !OFFICE.test(first[0])) {
    const speaker = upToOffice(first[0]);
    const after = bare.slice(speaker.length);
    return speaker.includes(' ')
      ? { speaker, role: /^\s*,|^\s+\p{Lu}/u.test(after) ? clean(after) : '' }
      : undefined;
  }
  const before = (match: RegExpExecArray): string => bare.slice(0, match.index);
  const lastWord = (text: string): string => /(\S+)\s+$/.exec(text)?.[1] ?? '';
  // «il sindaco Mario Rossi a margine della visita»
  const afterOffice = people.find(
    (match) => OFFICE.test(lastWord(before(match))) || TITLES.test(before(match).trim()),
  );
  if (afterOffice) return { speaker: afterOffice[0], role: clean(before(afterOffice).replace(/^\s+/, '')) };
  // «la presidente della cooperativa Mondo Aperto, Giulia Neri»
  const afterComma = people.findLast((match) => /,\s+$/.test(before(match)));
  if (afterComma) return { speaker: afterComma[0], role: clean(before(afterComma)) };
  // «l’Assessore alle Politiche Migratorie del Comune di Palermo Antonella Tirrito», «il Sindaco Mario Rossi»
  const last = people.at(-1);
  if (!last || /^\s*[^\s,(]/.test(bare.slice(last.index + last[0].length))) return undefined;
  const speaker = lastTwo(last[0]);
  const role = clean(bare.slice(0, last.index + last[0].length - speaker.length));
  return OFFICE.test(speaker) ? undefined : { speaker, role };
};

const QUOTED = /«[^»]*»|“[^”]*”|„[^“]*“|"[^"]*"/g;
const LONGEST = 250;

const trimmed = (text: string, start: number, end: number): { start: number; end: number; words: string } => {
  const words = text.slice(start, end);
  return { start, end: end - (words.length - words.trimEnd().length), words: words.trim() };
};

const withSpeaker = ({ start, end, words }: ReturnType<typeof trimmed>): Attribution | undefined => {
  const who = words.length > LONGEST ? undefined : speakerIn(words);
  return who && { start, end, ...who };
};

/** «… – ha detto la sindaca – …»: between dashes, inside the marks or after them. */
const betweenDashes = (text: string): Attribution | undefined => {
  for (const match of text.matchAll(/[–—-] ?([^–—]{5,200}?) ?[–—-](?=\s)/gu)) {
    const words = (match[1] ?? '').trim();
    const who = SAYING.test(words) || SO.test(words) ? speakerIn(words) : undefined;
    if (who) return { start: match.index, end: match.index + match[0].length, ...who };
  }
  return undefined;
};

/**
 * The words of a paragraph that say whose the quoted ones are; nothing when the paragraph is not somebody's words from
 * its start to its end, or when it does not name the person.
 */
export const attributionIn = (text: string): Attribution | undefined => {
  const parts = [...text.matchAll(QUOTED)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const startsQuoted = /^[«“"„]/.test(text);
  const dashes = startsQuoted ? betweenDashes(text) : undefined;
  if (dashes) return dashes;
  const [first] = parts;
  if (!first) return undefined;
  const gaps = [
    { start: 0, end: first.start },
    ...parts.map(({ end }, index) => ({ start: end, end: parts[index + 1]?.start ?? text.length })),
  ].filter(({ start, end }) => /\p{L}/u.test(text.slice(start, end)));
  const [gap, ...others] = gaps;
  if (!gap || others.length > 0) return undefined;
  const own = trimmed(text, gap.start, gap.end);
  const bare = own.words.replace(/^[\s,.–—-]+/, '');
  // What another sentence says is no part of a role.
  const isOneSentence = !/(?<!(?<!\p{L})\p{Lu})[.!?]\s+[\p{Lu}«“"]/u.test(
    bare.replace(/\b(?:dott|avv|prof|on|ing|arch|sen|sig|rag|geom|gen|col)\.(?:ssa|ra)?/giu, ''),
  );
  // «…», ha detto la sindaca. «…»
  if (startsQuoted)
    return isOneSentence && (SAYING.test(bare) || SO.test(bare)) ? withSpeaker(own) : undefined;
  // La sindaca Maria Rossi ha detto: «…»
  return /:\s*$/.test(own.words) && isOneSentence ? withSpeaker(own) : undefined;
};

/** Whether a paragraph holds quoted words that are long enough to be somebody's. */
export const seemsQuote = (text: string): boolean =>
  [...text.matchAll(QUOTED)].some(([words]) => words.split(/\s+/).length >= 8) ||
  (/^[«“"]/.test(text) && text.split(/\s+/).length >= 8 && !/^[«“"][^»”"]{0,60}[»”"]/.test(text));
