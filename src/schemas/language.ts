import { z } from 'zod';
import { choice, text } from './common.ts';

const texts = (example: string) => z.array(text).min(1).meta({ example });

/** How the pages of a language look on a screen, where the site's own letters do not hold its script. */
const screen = z
  .strictObject({
    fonts: z
      .array(
        z.string().regex(/^[\p{L}\p{N} -]+$/u, {
          error: 'Scrivi il nome del carattere, senza virgolette né altri segni.',
        }),
      )
      .min(1)
      .meta({ example: '["Noto Sans Bengali", "Nirmala UI", "system-ui"]' })
      .meta({
        title: 'Caratteri del lettore',
        hint: 'Nomi di caratteri che telefoni e computer hanno già, il migliore per primo: niente da scaricare.',
      }),
    leading: z.number().min(1.2).max(3).default(1.6).meta({
      title: 'Interlinea dei testi',
      hint: 'Quante volte l’altezza delle lettere: 1.6 per il latino, di più dove i segni stanno sopra e sotto.',
      example: '1.8',
    }),
    headings: z.number().min(1).max(3).default(1.2).meta({ title: 'Interlinea dei titoli', example: '1.4' }),
    joined: choice('Scrivi', 'oppure', { yes: 'le lettere si uniscono', no: 'le lettere stanno da sole' })
      .default('no')
      .meta({
        title: 'Lettere unite',
        hint: 'Dove le lettere si uniscono fra loro, il sito non le allarga e non le stringe.',
        example: 'yes',
      }),
  })
  .meta({
    title: 'Sullo schermo',
    hint: 'Solo per le scritture che il carattere del sito (Titillium Web, lettere latine) non ha.',
    example: '{ fonts: ["Noto Sans Arabic", "system-ui"], leading: 1.8, headings: 1.4, joined: yes }',
  });

/** How the documents of a language are typeset. */
const documents = z
  .strictObject({
    fonts: texts('["Titillium Web", "Amiri"]').meta({
      title: 'Caratteri dei documenti',
      hint: 'PDF e schede, nell’ordine in cui si cercano le lettere. Ognuno è un pacchetto @expo-google-fonts.',
    }),
    pictures: texts('["Titillium Web", "Noto Sans Arabic"]').optional().meta({
      title: 'Caratteri delle immagini',
      hint: 'Solo se sono diversi: da un’immagine nessuno copia il testo.',
    }),
    size: z.number().min(0.8).max(1.5).default(1).meta({
      title: 'Grandezza',
      hint: 'Quante volte quella del latino, dove le lettere a parità di corpo sono più piccole.',
      example: '1.2',
    }),
    leading: z.number().min(0.4).max(3).default(0.68).meta({
      title: 'Spazio fra le righe dei testi',
      hint: 'Quante volte la grandezza delle lettere.',
      example: '0.75',
    }),
    least: z.number().min(0).max(3).default(0).meta({
      title: 'Spazio minimo fra le righe',
      hint: 'In titoli, immagini e caratteri piccoli, dove il latino ne ha di meno.',
      example: '0.65',
    }),
    without: z
      .array(z.string().regex(/^[a-z0-9]{4}$/, { error: 'Una regola ha quattro lettere, per esempio kern.' }))
      .default([])
      .meta({
        title: 'Regole del carattere da non usare',
        hint: 'Quelle che spostano lettere o segni: chi copia il testo dal PDF troverebbe spazi o lettere doppie.',
        example: '[kern]',
      }),
  })
  .meta({
    title: 'Nei documenti',
    hint: 'Se manca: come nella prima lingua.',
    example: '{ fonts: ["Titillium Web", "Amiri"], size: 1.2, leading: 0.75, least: 0.65, without: [kern] }',
  });

const letters = z.array(texts('["ه", "ة"]').min(2));

/** What a search knows of a language. */
const search = z
  .strictObject({
    elided: texts('["l’", "d’"]').optional().meta({
      title: 'Parole che perdono la vocale',
      hint: 'Articoli e preposizioni scritti con l’apostrofo davanti a una vocale: chi cerca "école" trova "l’école".',
    }),
    prefixes: z
      .strictObject({
        without: texts('["ال", "وال"]').meta({ title: 'Da togliere', hint: 'I più lunghi per primi.' }),
        with: texts('["ال", "لل"]').meta({ title: 'Da provare davanti' }),
      })
      .optional()
      .meta({
        title: 'Che cosa si scrive attaccato davanti',
        hint: 'Articoli e particelle scritti insieme alla parola che segue.',
        example: '{ without: ["وال", "ال"], with: ["ال", "لل"] }',
      }),
    letters: z.record(text, text).optional().meta({
      title: 'Lettere di un’altra tastiera',
      hint: 'Chi cerca scrive la prima, i testi di questa lingua hanno la seconda.',
      example: '{ "ي": "ی", "ك": "ک" }',
    }),
    spellings: z
      .strictObject({
        first: letters.default([]).meta({ title: 'All’inizio', example: '[["ا", "أ"]]' }),
        last: letters.default([]).meta({ title: 'Alla fine', example: '[["ه", "ة"]]' }),
      })
      .optional()
      .meta({
        title: 'Lettere scritte in più modi',
        hint: 'Lettere che la gente scambia al principio o alla fine di una parola.',
        example: '{ first: [["ا", "أ"]], last: [["ه", "ة"]] }',
      }),
    endings: z.number().int().min(1).max(4).optional().meta({
      title: 'Lettere finali che cambiano',
      hint: 'Quante lettere alla fine di una parola possono cambiare (casi, plurali), dove il motore di ricerca non conosce la grammatica.',
      example: '2',
    }),
  })
  .meta({ title: 'Nella ricerca', example: '{ elided: ["l’", "d’"] }' });

/** A language of the site, `content/languages/uk.yaml`: its code is the file's name. The first in order is the authoritative one. */
export const language = z.strictObject({
  order: z
    .number({ error: 'Scrivi un numero: 1 è la lingua che fa fede.' })
    .int()
    .min(1)
    .meta({ title: 'Posto nell’elenco', hint: 'La prima lingua è quella che fa fede.', example: '6' }),
  name: text.meta({ title: 'Nome nella lingua stessa', example: '"Українська"' }),
  dir: choice('Scrivi', 'oppure', { ltr: 'da sinistra a destra', rtl: 'da destra a sinistra' }).meta({
    title: 'Direzione',
    example: 'ltr',
  }),
  locale: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)+$/, { error: 'Scrivi lingua e paese, per esempio fr-FR.' })
    .meta({
      title: 'Lingua e paese',
      hint: 'Per date, numeri e ordine alfabetico. "-u-nu-latn" chiede le cifre 0-9, "-u-ca-gregory" il calendario di qui.',
      example: 'uk-UA',
    }),
  numbers: z
    .strictObject({
      group: z.string().length(1).meta({ title: 'Fra le migliaia', example: '"."' }),
      decimal: z.string().length(1).meta({ title: 'Prima dei decimali', example: '","' }),
    })
    .optional()
    .meta({
      title: 'Segni dei numeri',
      hint: 'Solo se chi legge il sito usa segni diversi da quelli del paese scritto sopra.',
      example: '{ group: ".", decimal: "," }',
    }),
  translation: z
    .strictObject({
      by: choice('Scrivi', 'oppure', { machine: 'da una macchina', person: 'da una persona' }).meta({
        title: 'Chi ha tradotto',
        example: 'machine',
      }),
      reviewed: choice('Scrivi', 'oppure', { yes: 'riveduta', no: 'non riveduta' }).meta({
        title: 'Riveduta da una persona competente',
        example: 'no',
      }),
    })
    .optional()
    .meta({
      title: 'Come sono fatte le parole dell’interfaccia',
      hint: 'Le pagine di elenchi lo dicono a chi legge. Se manca: da una macchina, non riveduta.',
      example: '{ by: machine, reviewed: no }',
    }),
  public: choice('Scrivi', 'oppure', { yes: 'pubblica', no: 'in preparazione' }).optional().meta({
    title: 'Pubblica',
    hint: 'no: la lingua è in preparazione, e la vede solo la redazione. yes: la vede chi legge, e il controllo avvisa se ha troppo pochi testi.',
    why: 'Una lingua tradotta a metà manda chi la sceglie da un testo italiano all’altro.',
    example: 'no',
  }),
  notice: text.meta({
    title: 'Offerta della lingua',
    hint: 'La frase, in questa lingua, che la offre a chi legge in un’altra, per esempio "Read this page in English".',
    example: '"Читати цю сторінку українською"',
    widget: 'text',
  }),
  article: text.optional().meta({
    title: 'Articolo attaccato',
    hint: 'Scritto insieme alla parola: gli elenchi in ordine alfabetico lo saltano.',
    example: '"ال"',
  }),
  screen: screen.optional(),
  documents: documents.optional(),
  search: search.optional(),
});

/** Where the file of a language lies, and its code. */
export const LANGUAGE_FILE = /^languages\/(?<code>[a-z]{2,3})\.yaml$/;
