import {
  anchor,
  box,
  footnote,
  grid,
  heading,
  image,
  list,
  openFile,
  para,
  remark,
  slanted,
  strong,
  words,
} from './open-file.ts';
import {
  bold,
  chart,
  deleted,
  field,
  formula,
  hardHyphen,
  inserted,
  lineBreak,
  pageBreak,
  paragraph,
  run,
  softHyphen,
  symbol,
  tab,
  table,
  textBox,
  WordFile,
} from './word-file.ts';

/** A note as an office sends it, and what must come out of it. */
export interface Case {
  name: string;
  file: 'nota.docx' | 'nota.odt' | 'nota.md' | 'nota.txt';
  /** @param picture the bytes of a small JPEG */
  made: (picture: Uint8Array) => Uint8Array | string;
  /** The folder that the editor names. */
  folder?: string;
  /** Fields of the note, as they are read; `null` is one that nobody could tell. */
  fields?: Record<string, string | null>;
  /** What the text of the note's file must hold. */
  holds?: string[];
  /** What it must not hold. */
  lacks?: string[];
  /** What the report must tell. */
  tells?: string[];
  /** Speakers and their offices, in order. */
  quotes?: [string, string][];
  links?: number;
  pictures?: number;
}

const TITLE = 'Apre lo sportello di LgNet2 per chi arriva da lontano';
const SUMMARY = 'Un luogo solo per la salute, i documenti e la casa';
const FIRST =
  'Da oggi in città c’è uno sportello dove si trovano un medico, un avvocato e qualcuno che ascolta.';
const SECOND = 'Il servizio è gratuito e accoglie tutte le famiglie del quartiere.';
const DATELINE = 'Palermo, 3 novembre 2023';
const head = (title = TITLE): string[] => [paragraph(bold(title)), paragraph(bold(SUMMARY))];
const opening = paragraph(`${bold(DATELINE)}${run(` – ${FIRST}`)}`);
const palermo = { city: 'palermo', date: '2023-11-03', edition: 'lgnet2', title: TITLE, subtitle: SUMMARY };

/** A Word note with the usual head, and these paragraphs below its first. */
const usual = (...below: string[]): Uint8Array => usualWith(() => below);
/** The same, whose paragraphs need its file: for links and notes. */
const usualWith = (below: (file: WordFile) => string[]): Uint8Array => {
  const file = new WordFile();
  return file.bytes(...head(), opening, ...below(file));
};
/** A Word note whose text begins so. */
const begins = (start: string, ...above: string[]): Uint8Array =>
  new WordFile().bytes(...above, ...head(), paragraph(`${start}${FIRST}`), paragraph(SECOND));
const said = (text: string): Uint8Array => usual(paragraph(text), paragraph(SECOND));
const markdown = (...blocks: string[]): string =>
  [`# ${TITLE}`, `**${SUMMARY}**`, `**${DATELINE}** – ${FIRST}`, ...blocks].join('\n\n');
const openNote = (blocks: string[], more: Parameters<typeof openFile>[1] = {}): Uint8Array =>
  openFile(
    [
      para(TITLE, 'P1'),
      para(strong(SUMMARY).replace('<text:span', '<text:span')),
      para(`${strong(DATELINE)}${words(` – ${FIRST}`)}`),
      ...blocks,
    ],
    more,
  );

const datelines: Case[] = (
  [
    ['con «lì»', 'Palermo, lì 3 novembre 2023 – '],
    ["con «li'»", "Palermo, li' 3 novembre 2023 - "],
    ['con il giorno della settimana', 'Palermo, venerdì 3 novembre 2023 – '],
    ['in cifre con le barre', 'Palermo, 03/11/2023 – '],
    ['in cifre con i punti', 'Palermo 3.11.2023. '],
    ['con il mese abbreviato', 'Palermo, 3 nov. 2023 – '],
    ['fra parentesi', '(Palermo, 3 novembre 2023) – '],
    ['fra parentesi, senza trattino', '(Palermo, 3 novembre 2023) '],
    ['con la sigla della provincia', 'Palermo (PA), 3 novembre 2023 – '],
    ['in maiuscolo', 'PALERMO, 3 NOVEMBRE 2023 – '],
    ['con l’anno di due cifre', 'Palermo, 3/11/23 – '],
    ['con due punti', 'Palermo, 3 novembre 2023: '],
  ] as const
).map(([name, start]) => ({
  name: `data ${name}`,
  file: 'nota.docx',
  made: () => begins(start),
  fields: palermo,
  holds: [start.trim().split(' ')[0] as string],
}));

const quotes: Case[] = (
  [
    [
      'con i trattini',
      '«È un luogo aperto a tutti – ha detto l’assessora alle Politiche sociali Maria Bianchi – e resterà aperto anche la sera».',
      ['Maria Bianchi', 'assessora alle Politiche sociali'],
    ],
    [
      'senza trattini, alla fine',
      '«È un luogo aperto a tutti e resterà aperto anche la sera», ha detto il sindaco Mario Rossi.',
      ['Mario Rossi', 'sindaco'],
    ],
    [
      'in mezzo, con il ruolo dopo la virgola',
      '«È un luogo aperto a tutti», sottolinea Maria Bianchi, assessora alle Politiche sociali, al Welfare e alla Casa. «Resterà aperto anche la sera».',
      ['Maria Bianchi', 'assessora alle Politiche sociali, al Welfare e alla Casa'],
    ],
    [
      'con il ruolo prima e la virgola',
      '“È un luogo aperto a tutti”, dichiara l’assessora alle Politiche sociali, Maria Bianchi.',
      ['Maria Bianchi', 'assessora alle Politiche sociali'],
    ],
    [
      'con i due punti',
      'Maria Bianchi, assessora alle Politiche sociali: «È un luogo aperto a tutti e resterà aperto anche la sera».',
      ['Maria Bianchi', 'assessora alle Politiche sociali'],
    ],
    [
      'con il verbo e i due punti',
      'Il sindaco Mario Rossi ha dichiarato: "È un luogo aperto a tutti e resterà aperto anche la sera".',
      ['Mario Rossi', 'sindaco'],
    ],
    [
      'con «così»',
      '«È un luogo aperto a tutti e resterà aperto anche la sera». Così il presidente della cooperativa Porte Aperte, Luca De Santis.',
      ['Luca De Santis', 'presidente della cooperativa Porte Aperte'],
    ],
    [
      'con il titolo professionale',
      '«È un luogo aperto a tutti – spiega la dott.ssa Anna Verdi, direttrice del distretto sanitario – e lo resterà».',
      ['Anna Verdi', 'direttrice del distretto sanitario'],
    ],
  ] as const
).map(([name, text, quote]) => ({
  name: `citazione ${name}`,
  file: 'nota.docx',
  made: () => said(text),
  fields: palermo,
  holds: ['<Attribution>'],
  quotes: [[...quote]],
}));

/** Notes in the styles of municipal press offices, in our own words. */
export const cases: Case[] = [
  ...datelines,
  ...quotes,
  {
    name: 'data da sola in cima, prima di COMUNICATO STAMPA',
    file: 'nota.docx',
    made: () =>
      new WordFile().bytes(
        paragraph('Comune di Palermo', { align: 'center' }),
        paragraph('Ufficio stampa', { align: 'center' }),
        paragraph('Palermo, lì 3 novembre 2023', { align: 'right' }),
        paragraph(bold('COMUNICATO STAMPA N. 45/2023')),
        ...head(),
        paragraph(FIRST),
        paragraph(SECOND),
      ),
    fields: palermo,
    holds: [FIRST, SECOND],
    tells: ['«COMUNICATO STAMPA N. 45/2023»', '«Ufficio stampa»', '«Comune di Palermo»'],
  },
  {
    name: 'NOTA STAMPA e titolo nella stessa riga',
    file: 'nota.docx',
    made: () =>
      new WordFile().bytes(
        paragraph(`NOTA STAMPA – ${TITLE}`),
        paragraph(bold(SUMMARY)),
        opening,
        paragraph(SECOND),
      ),
    fields: palermo,
    tells: ['Tipo di documento: «NOTA STAMPA»'],
  },
  {
    name: 'la data nella riga del comunicato, la città nell’intestazione',
    file: 'nota.docx',
    made: () =>
      new WordFile().bytes(
        paragraph('CITTÀ DI PALERMO'),
        paragraph('COMUNICATO STAMPA DEL 3 NOVEMBRE 2023'),
        ...head(),
        paragraph(FIRST),
        paragraph(SECOND),
      ),
    fields: palermo,
    tells: ['Città: palermo, dalle parole dell’intestazione'],
  },
  {
    name: 'luogo e data in fondo, con la firma',
    file: 'nota.docx',
    made: () =>
      new WordFile().bytes(
        ...head(),
        paragraph(FIRST),
        paragraph(SECOND),
        paragraph(DATELINE),
        paragraph('L’Ufficio stampa'),
      ),
    fields: palermo,
    holds: [DATELINE, 'L’Ufficio stampa'],
  },
  {
    name: 'oggetto al posto del titolo, titolo in maiuscolo',
    file: 'nota.docx',
    made: () =>
      new WordFile().bytes(
        paragraph('Oggetto: APRE LO SPORTELLO DI LGNET2 PER CHI ARRIVA DA LONTANO'),
        opening,
        paragraph(SECOND),
      ),
    fields: { title: 'APRE LO SPORTELLO DI LGNET2 PER CHI ARRIVA DA LONTANO' },
    tells: ['Il titolo è tutto in maiuscole', 'Davanti al titolo: «Oggetto:»'],
  },
  {
    name: 'giorno che non esiste',
    file: 'nota.docx',
    made: () => begins('Palermo, 31 novembre 2023 – '),
    fields: { date: null, city: 'palermo' },
    tells: ['questo giorno non esiste nel calendario'],
  },
  {
    name: 'anno che manca',
    file: 'nota.docx',
    made: () => begins('Palermo, venerdì 3 novembre – '),
    fields: { date: null, city: 'palermo' },
    tells: ['manca l’anno'],
  },
  {
    name: 'anno che manca, detto da chi importa',
    file: 'nota.docx',
    folder: '2023-11-03-palermo',
    made: () => begins('3 novembre – '),
    fields: { date: '2023-11-03', city: 'palermo' },
  },
  {
    name: 'giorno della settimana sbagliato',
    file: 'nota.docx',
    made: () => begins('Palermo, lunedì 3 novembre 2023 – '),
    fields: palermo,
    tells: ['quel giorno era venerdì'],
  },
  {
    name: 'collegamenti al web e alla posta, in un campo e nudi con i trattini bassi',
    file: 'nota.docx',
    made: () =>
      usualWith((file) => [
        paragraph(
          `${run('Il modulo è ')}${file.link('sul sito del Comune', 'https://www.comune.example.it/modulo (1).pdf')}${run(', si scrive a ')}${file.link('sportello_unico@comune.example.it', 'mailto:sportello_unico@comune.example.it')}${run('.')}`,
        ),
        paragraph(
          `${run('Altre notizie: ')}${field('HYPERLINK "https://www.example.it/notizie"', 'la pagina delle notizie')}${run(', https://www.example.it/nota_stampa_2023.html, www.example.it e info_stampa@example.it.')}`,
        ),
      ]),
    fields: palermo,
    holds: [
      '[sul sito del Comune](https://www.comune.example.it/modulo%20%281%29.pdf)',
      '(mailto:sportello_unico@comune.example.it)',
      '[la pagina delle notizie](https://www.example.it/notizie)',
      '(https://www.example.it/nota_stampa_2023.html)',
      '[www.example.it](https://www.example.it)',
      '(mailto:info_stampa@example.it)',
    ],
    links: 6,
  },
  {
    name: 'collegamento a un file del computer',
    file: 'nota.docx',
    made: () => usualWith((file) => [paragraph(file.link('il manifesto', 'file:///C:/Documenti/m.pdf'))]),
    holds: ['il manifesto'],
    links: 0,
    tells: ['Il collegamento di «il manifesto», che il sito non può seguire: file:///C:/Documenti/m.pdf'],
  },
  {
    name: 'tabella di dati',
    file: 'nota.docx',
    made: () =>
      usual(
        table(['Sede', 'Orario'], ['Via Roma', 'dalle 9 alle 13'], ['Via Milano', 'dalle 15 alle 18']),
        paragraph(SECOND),
      ),
    fields: palermo,
    holds: ['- Sede – Orario\n- Via Roma – dalle 9 alle 13\n- Via Milano – dalle 15 alle 18'],
    tells: ['Una tabella di 3 righe e 2 colonne: l’ho portata come elenco'],
  },
  {
    name: 'tabella che impagina tutta la nota, con il logo',
    file: 'nota.docx',
    made: (picture) => {
      const file = new WordFile();
      return file.bytes(
        table([paragraph(file.picture(picture, 'Lo stemma')), 'Comune di Palermo']),
        table([[...head(), opening, paragraph(SECOND)].join('')]),
      );
    },
    fields: palermo,
    holds: [FIRST, SECOND, '<Picture id="foto-1" />'],
    pictures: 1,
  },
  {
    name: 'elenco numerato interrotto, che poi ricomincia',
    file: 'nota.docx',
    made: () =>
      usual(
        paragraph('Chiedere un appuntamento', { list: [2, 0] }),
        paragraph('Portare un documento', { list: [2, 0] }),
        paragraph('Poi si torna la settimana dopo.'),
        paragraph('Ritirare la tessera', { list: [2, 0] }),
        paragraph('Un elenco nuovo', { list: [4, 0] }),
        paragraph('con due voci', { list: [4, 0] }),
      ),
    holds: [
      '1. Chiedere un appuntamento\n2. Portare un documento\n\nPoi',
      '3. Ritirare la tessera\n1) Un elenco nuovo\n2) con due voci',
    ],
  },
  {
    name: 'elenchi uno dentro l’altro',
    file: 'nota.docx',
    made: () =>
      usual(
        paragraph('Salute', { list: [1, 0] }),
        paragraph('visite', { list: [1, 1] }),
        paragraph('vaccini', { list: [1, 1] }),
        paragraph('Casa', { list: [1, 0] }),
        paragraph('primo passo', { list: [2, 1] }),
      ),
    holds: ['- Salute\n  - visite\n  - vaccini\n- Casa\n  1. primo passo'],
  },
  {
    name: 'elenco con le lettere',
    file: 'nota.docx',
    made: () => usual(paragraph('la salute', { list: [3, 0] }), paragraph('la casa', { list: [3, 0] })),
    holds: ['1. la salute\n2. la casa'],
    tells: ['Un elenco con lettere o numeri romani'],
  },
  {
    name: 'note a piè di pagina e di chiusura',
    file: 'nota.docx',
    made: () =>
      usualWith((file) => [
        paragraph(
          `${run('Il fondo europeo')}${file.note('footnote', 'Regolamento del Parlamento europeo, in vigore.')}${run(' paga le attività')}${file.note('endnote', 'Fino alla fine del progetto.')}${run('.')}`,
        ),
      ]),
    holds: [
      'Il fondo europeo\\[1\\] paga le attività\\[2\\].',
      '\\[1\\] Regolamento del Parlamento europeo, in vigore.',
      '\\[2\\] Fino alla fine del progetto.',
    ],
    tells: ['2 note a piè di pagina o di chiusura: stanno in fondo al testo'],
  },
  {
    name: 'casella di testo',
    file: 'nota.docx',
    made: () => usual(paragraph(`${run(SECOND)}${textBox(paragraph('Lo sportello apre alle nove.'))}`)),
    holds: [`${SECOND}\n\nLo sportello apre alle nove.`],
    tells: ['Una casella di testo'],
  },
  {
    name: 'carta intestata in testa e in fondo alle pagine',
    file: 'nota.docx',
    made: () =>
      new WordFile()
        .margin('header', paragraph('LGNET3: CITTÀ CHE ACCOLGONO'), paragraph('Comune di Palermo'))
        .margin('footer', paragraph('Via Roma 1 – telefono 000 000'))
        .bytes(...head('Apre lo sportello per chi arriva da lontano'), opening),
    fields: { edition: 'lgnet3' },
    lacks: ['Via Roma 1'],
    tells: ['In testa o in fondo alle pagine: «Via Roma 1 – telefono 000 000»'],
  },
  {
    name: 'revisioni, commenti e testo nascosto',
    file: 'nota.docx',
    made: () =>
      usualWith((file) => [
        paragraph(
          `${run('Il servizio è ')}${deleted('a pagamento')}${inserted('gratuito')}${run(' per tutti.')}${file.comment('Capo ufficio', 'Da verificare con il bilancio')}${run(' Bozza interna.', { hidden: true })}`,
        ),
      ]),
    holds: ['Il servizio è gratuito per tutti.'],
    lacks: ['a pagamento', 'Bozza interna', 'bilancio'],
    tells: [
      'Revisioni non ancora accettate',
      'Parole cancellate in una revisione: «a pagamento»',
      'Commento di Capo ufficio: «Da verificare con il bilancio»',
      'Testo nascosto: «Bozza interna.»',
    ],
  },
  {
    name: 'a capo, tabulazioni, salti di pagina, spazi e trattini particolari',
    file: 'nota.docx',
    made: () =>
      usual(
        paragraph(
          `${run('Prima riga')}${lineBreak}${run('seconda riga')}${tab}${run('con una tabulazione')}${pageBreak}${run(' e 5\u00a0per\u00a0cento, inte')}${softHyphen}${run('grazione, socio')}${hardHyphen}${run('sanitario, inclu\u00adsione\u200b.')}`,
        ),
      ),
    holds: [
      'Prima riga\\\nseconda riga con una tabulazione e 5 per cento, integrazione, socio-sanitario, inclusione.',
    ],
  },
  {
    name: 'immagine al suo posto, con la didascalia',
    file: 'nota.docx',
    made: (picture) => {
      const file = new WordFile();
      return file.bytes(
        ...head(),
        opening,
        paragraph(file.picture(picture, 'Due persone davanti allo sportello')),
        paragraph('Lo sportello il giorno dell’apertura', { style: 'Caption' }),
        paragraph(SECOND),
      );
    },
    holds: [
      `ascolta.\n\n<Picture id="foto-1" />\n\n${SECOND}`,
      'alt: "Due persone davanti allo sportello"',
      'caption: "Lo sportello il giorno dell’apertura"',
    ],
    pictures: 1,
  },
  {
    name: 'immagine che il sito non mostra, grafico, formula, simbolo',
    file: 'nota.docx',
    made: (picture) => {
      const file = new WordFile();
      return file.bytes(
        ...head(),
        opening,
        paragraph(
          `${run('Un disegno ')}${file.picture(picture, '', 'media/disegno.emf')}${chart}${formula('a+b')}${symbol('F0B7')}${symbol('F041')}`,
        ),
      );
    },
    holds: ['Un disegno a+b•'],
    pictures: 0,
    tells: ['(disegno.emf)', 'Un grafico', 'Una formula', 'Un simbolo'],
  },
  {
    name: 'grassetti a pezzi, apici, parole barrate, grassetto dallo stile',
    file: 'nota.docx',
    made: () =>
      usual(
        paragraph(
          `${run('Le «')}${bold('reti')}${run('»')}${bold(' amiche,')}${run('di 20 m')}${run('2', { sup: true })}${run(' e 1')}${run('o', { sup: true })}${run(' piano ')}${run('chiuso', { strike: true })}${run('corsi', { i: true })}${run('vo')}`,
        ),
        paragraph('Tutto il capoverso è forte', { style: 'Strong' }),
      ),
    holds: ['«**reti**»', 'di 20 m² e 1º piano', '**Tutto il capoverso è forte**'],
    tells: ['Parole barrate'],
  },
  {
    name: 'titoli di paragrafo e stili di Word per titolo e sottotitolo',
    file: 'nota.docx',
    made: () =>
      new WordFile().bytes(
        paragraph(TITLE, { style: 'Title' }),
        paragraph(SUMMARY, { style: 'Subtitle' }),
        paragraph(`${DATELINE} – ${FIRST}`),
        paragraph('Come si arriva', { style: 'Heading1' }),
        paragraph('In autobus', { style: 'Heading2' }),
        paragraph(SECOND),
      ),
    fields: palermo,
    holds: ['## Come si arriva\n\n### In autobus\n\n'],
  },
  {
    name: 'segni che in MDX significano altro',
    file: 'nota.docx',
    made: () =>
      usual(
        paragraph(
          'import di merci: 3 < 5, {graffe}, <b>, *asterischi*, _trattini_, [x](y), &amp; e `accenti`',
        ),
        paragraph('# non è un titolo'),
        paragraph('1. non è un elenco'),
        paragraph('- non è un elenco'),
        paragraph('> non è una citazione'),
      ),
    holds: ['&#105;mport di merci'],
  },
  {
    name: 'intestazione di LGNET3 con righe comuni alle due edizioni',
    file: 'nota.docx',
    made: () =>
      new WordFile().bytes(
        paragraph('LGNET3: CITTÀ CHE ACCOLGONO'),
        paragraph('Rete dei Comuni italiani'),
        paragraph('NOTA STAMPA'),
        ...head('Apre lo sportello di LGNET3'),
        opening,
        paragraph('Dopo LgNet2, il progetto LGNET3 continua.'),
      ),
    fields: { edition: 'lgnet3' },
    tells: ['Edizione: lgnet3 (lo dice l’intestazione)'],
  },
  {
    name: 'edizione senza carta intestata, con NOTA STAMPA come le altre',
    file: 'nota.docx',
    made: () =>
      new WordFile().bytes(
        paragraph('PROGETTO LGNET-EA'),
        paragraph('NOTA STAMPA'),
        ...head('Apre lo sportello per chi arriva da lontano'),
        opening,
        paragraph(SECOND),
      ),
    fields: { edition: 'lgnetea', title: 'Apre lo sportello per chi arriva da lontano' },
    tells: ['«PROGETTO LGNET-EA»'],
  },
  {
    name: 'intestazione e titolo che nominano edizioni diverse',
    file: 'nota.docx',
    made: () =>
      new WordFile().bytes(
        paragraph('LGNET2: ACCOGLIERE E INTEGRARE'),
        ...head('Apre lo sportello di LGNET3'),
        opening,
      ),
    fields: { edition: null },
    holds: ['edition: # scegli: lgnetea, lgnet2, lgnet3\n'],
    tells: ['Edizione: non la tiro a indovinare', 'dopo "edition:" scrivi una di queste'],
  },
  {
    name: 'nessuna edizione nominata, e una che il sito non ha',
    file: 'nota.docx',
    made: () => new WordFile().bytes(...head('Apre lo sportello di LGNET 9'), opening),
    fields: { edition: null },
    tells: ['nomina LGNET 9, che non è fra le edizioni del sito'],
  },
  {
    name: 'nessuna edizione nominata, e una sola in corso quel giorno',
    file: 'nota.docx',
    made: () =>
      new WordFile().bytes(
        paragraph(bold('Apre lo sportello per chi arriva da lontano')),
        paragraph(bold('Un posto solo per chiedere aiuto.')),
        paragraph('Palermo, 12 marzo 2025 – Apre lo sportello.'),
        paragraph(SECOND),
      ),
    fields: { edition: 'lgnet3', date: '2025-03-12' },
    tells: ['Il 2025-03-12 era in corso solo lgnet3: è scritta quella, controlla che sia giusta.'],
  },
  {
    name: 'nessuna edizione nominata, in un mese di due',
    file: 'nota.docx',
    made: () =>
      new WordFile().bytes(
        paragraph(bold('Apre lo sportello per chi arriva da lontano')),
        paragraph(bold('Un posto solo per chiedere aiuto.')),
        paragraph('Palermo, 12 gennaio 2024 – Apre lo sportello.'),
        paragraph(SECOND),
      ),
    fields: { edition: null, date: '2024-01-12' },
    tells: ['Edizione: non la tiro a indovinare', 'potevano essere in corso lgnet2, lgnet3'],
  },
  {
    name: 'nota sotto embargo',
    file: 'nota.docx',
    made: () =>
      new WordFile().bytes(
        paragraph('EMBARGO fino alle ore 11 del 3 novembre 2023'),
        ...head(),
        opening,
        paragraph(SECOND),
      ),
    fields: palermo,
    tells: ['Il documento è sotto embargo'],
  },
  {
    name: 'due citazioni della stessa persona, la seconda senza ruolo, e una senza nome',
    file: 'nota.docx',
    made: () =>
      usual(
        paragraph('«È un luogo aperto a tutti», ha detto il sindaco Mario Rossi.'),
        paragraph('«Resterà aperto anche la sera», ha aggiunto Mario Rossi.'),
        paragraph('«Qui ho trovato persone che mi hanno ascoltata per la prima volta», racconta una donna.'),
        paragraph('«Torneremo a trovarvi presto», conclude Piero Neri.'),
      ),
    quotes: [
      ['Mario Rossi', 'sindaco'],
      ['Mario Rossi', 'sindaco'],
      ['Piero Neri', 'DA SCRIVERE: il ruolo'],
    ],
    holds: ['id="rossi"', 'id="rossi-2"'],
    tells: ['Parole fra virgolette', 'il documento non ne dice il ruolo'],
  },
  {
    name: 'una citazione con un’altra frase dietro: nessun ruolo se la prende',
    file: 'nota.docx',
    made: () =>
      usual(
        paragraph(
          '«Questo è un luogo aperto a tutti, anche la sera», ha detto Maria Bianchi, assessora alle Politiche sociali. Lo sportello risponde al numero del Comune.',
        ),
      ),
    quotes: [],
    holds: ['assessora alle Politiche sociali. Lo sportello risponde al numero del Comune.'],
    tells: ['Parole fra virgolette'],
  },
  {
    name: 'sommario della città, e una nota che non ce l’ha',
    file: 'nota.docx',
    made: () =>
      new WordFile().bytes(
        ...head(),
        paragraph('Nella città di Palermo, in particolare, uno sportello e due corsi.'),
        opening,
      ),
    fields: {
      ...palermo,
      citySummary: 'Nella città di Palermo, in particolare, uno sportello e due corsi.',
    },
  },
  {
    name: 'OpenDocument: collegamenti, elenchi, tabella, nota, commento, casella, immagine',
    file: 'nota.odt',
    made: (picture) =>
      openNote(
        [
          para(
            `${words('Il modulo è ')}${anchor('sul sito', 'https://www.example.it/modulo')}${words('.')}${remark('Capo ufficio', 'Da verificare')}`,
          ),
          heading('Come si fa', 1),
          list('L2', 'Chiedere', `${para('Portare')}${list('L1', 'un documento', 'una foto')}`),
          grid(['Sede', 'Orario'], ['Via Roma', 'alle nove']),
          para(
            `${words('Il fondo')}${footnote(1, 'Il fondo europeo.')}${words(' paga ')}${slanted('tutto')}${words('<')}`,
          ),
          para(
            `${words('Guarda.')}${box('Aperto anche la sera.')}${image('Pictures/1.jpg', 'Lo sportello')}`,
          ),
        ],
        { files: { 'Pictures/1.jpg': picture }, header: para('Comune di Palermo') },
      ),
    fields: palermo,
    holds: [
      '[sul sito](https://www.example.it/modulo)',
      '## Come si fa',
      '1. Chiedere\n2. Portare\n   - un documento\n   - una foto',
      '- Sede – Orario\n- Via Roma – alle nove',
      'Il fondo\\[1\\] paga *tutto*\\<',
      '\\[1\\] Il fondo europeo.',
      'Guarda.\n\nAperto anche la sera.\n\n<Picture id="foto-1" />',
    ],
    links: 1,
    pictures: 1,
    tells: ['Commento di Capo ufficio: «Da verificare»', '«Comune di Palermo»'],
  },
  {
    name: 'OpenDocument: revisioni, spazi, a capo',
    file: 'nota.odt',
    made: () =>
      openNote(
        [
          para(
            'Una <text:s text:c="3"/>riga<text:line-break/>e un’altra<text:tab/>fine<text:soft-page-break/>.',
          ),
        ],
        {
          changes:
            '<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Ufficio</dc:creator></office:change-info><text:p>parole tolte</text:p></text:deletion></text:changed-region></text:tracked-changes>',
        },
      ),
    holds: ['Una riga\\\ne un’altra fine .'],
    lacks: ['parole tolte'],
    tells: ['Parole cancellate in una revisione: «parole tolte»'],
  },
  {
    name: 'Markdown: tabella, elenco numerato, note, collegamenti',
    file: 'nota.md',
    made: () =>
      markdown(
        '## Come si fa',
        '3. Chiedere\n4. Portare\n   - un documento\n   - una foto',
        '| Sede | Orario |\n| --- | --- |\n| Via Roma | alle nove |',
        'Il fondo[^1] paga [il modulo](https://www.example.it/modulo) e <https://www.example.it/nota_stampa>, ~~mai~~ sempre.\\\nA capo.',
        '> Un capoverso rientrato, con [un rimando][r].',
        '[^1]: Il fondo europeo.\n\n[r]: https://www.example.it/rimando',
      ),
    fields: palermo,
    holds: [
      '3. Chiedere\n4. Portare\n   - un documento\n   - una foto',
      '- Sede – Orario\n- Via Roma – alle nove',
      'Il fondo\\[1\\]',
      '[il modulo](https://www.example.it/modulo)',
      '(https://www.example.it/nota_stampa)',
      '[un rimando](https://www.example.it/rimando)',
      'sempre.\\\nA capo.',
      '\\[1\\] Il fondo europeo.',
    ],
    links: 3,
    tells: ['Una tabella di 2 righe e 2 colonne', 'Parole barrate'],
  },
  {
    name: 'Markdown: immagine accanto, immagine che manca, HTML, campi in testa',
    file: 'nota.md',
    made: () =>
      `---\nautore: Ufficio stampa\n---\n${markdown(
        '![Lo sportello](foto.jpg)',
        'Prima <br> dopo, <u>sottolineato</u>. ![Il logo](https://www.example.it/logo.png)',
        '<!-- da rivedere -->',
      )}`,
    holds: ['<Picture id="foto-1" />', 'alt: "Lo sportello"', 'Prima\\\ndopo, sottolineato.'],
    pictures: 1,
    tells: ['https://www.example.it/logo.png', 'Commento: «da rivedere»', 'autore: Ufficio stampa'],
  },
  {
    name: 'testo semplice con elenchi',
    file: 'nota.txt',
    made: () =>
      [
        TITLE,
        SUMMARY,
        `${DATELINE} – ${FIRST}`,
        'Che cosa si trova:\n- un medico\n- un avvocato',
        '1) prima\n2) poi',
        '- una riga sola',
      ].join('\n\n'),
    fields: palermo,
    holds: ['Che cosa si trova:\n\n- un medico\n- un avvocato', '1. prima\n2. poi'],
  },
  {
    name: 'testo semplice senza righe vuote',
    file: 'nota.txt',
    made: () => [TITLE, SUMMARY, `${DATELINE} – ${FIRST}`, SECOND].join('\r\n'),
    fields: palermo,
    holds: [`ascolta.\n\n${SECOND}`],
  },
];
