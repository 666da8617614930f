import { z } from 'zod';
import { choice, partialDate, ref, text, webAddress, webPage } from './common.ts';

/** What help is for, in the order in which a person in need reads it, with the words for editors. */
const topics = {
  emergency: 'pericolo adesso',
  violence: 'violenza',
  trafficking: 'tratta',
  children: 'bambini in pericolo',
  asylum: 'asilo',
  work: 'lavoro',
  discrimination: 'discriminazione',
  health: 'salute',
  city: 'in una città',
  find: 'trovare un servizio',
} as const;

export type HelpTopic = keyof typeof topics;

export const helpTopics = Object.keys(topics) as HelpTopic[];

/** A telephone number as people read it: `112`, `800 290 290`, `+39 351 1376335`. */
const phone = z.string().regex(/^\+?\d+(?: \d+)*$/, {
  error: 'Scrivi il numero con cifre e spazi, per esempio "800 290 290" (fra virgolette).',
});

/** What is translated of an entry. Numbers, addresses and sources stay as they are. */
export const helpTexts = z.object({
  name: text.meta({ title: 'Nome', example: '"1522, antiviolenza e stalking"' }),
  what: text.meta({
    title: 'Per che cosa',
    hint: 'Una o due frasi semplici, che non dicono più della fonte.',
    example: '"Aiuto a chi subisce violenza o stalking."',
    widget: 'text',
  }),
  hours: text.optional().meta({
    title: 'Orario',
    hint: 'Se la fonte lo dice, con la sua data quando è vecchia.',
    example: '"Dal lunedì al venerdì, dalle 9 alle 17."',
  }),
  inWhichLanguages: text.optional().meta({
    title: 'Lingue, a parole',
    hint: 'Solo se la fonte non le elenca, per esempio "Più di 35 lingue".',
  }),
  note: text.optional().meta({ title: 'Da sapere', widget: 'text' }),
});

/** Help that exists: `content/help/antiviolenza-1522.yaml`. */
export const help = z.strictObject({
  topic: choice('Scegli fra', 'e', topics).meta({
    title: 'Argomento',
    why: 'Decide l’ordine della pagina: prima le emergenze.',
    example: 'violence',
  }),
  city: ref('cities').optional().meta({ title: 'Città', hint: 'Solo per un aiuto che c’è in una città.' }),
  edition: ref('editions').optional().meta({
    title: 'Edizione',
    hint: 'Se l’aiuto viene da un’edizione della rete: quando l’edizione è conclusa, il sito non lo mostra più.',
  }),
  phone: phone.optional().meta({ title: 'Telefono', example: '"800 290 290"' }),
  phoneFromAbroad: phone
    .optional()
    .meta({ title: 'Telefono dall’estero', hint: 'Con il prefisso.', example: '"+39 351 1376335"' }),
  whatsapp: phone
    .optional()
    .meta({ title: 'WhatsApp', hint: 'Solo se la fonte lo dice.', example: '"+39 350 909 2008"' }),
  email: z
    .email({ error: 'Questo non è un indirizzo di posta elettronica.' })
    .optional()
    .meta({ title: 'Posta elettronica', example: 'ufficio@comune.palermo.it' }),
  web: webAddress.optional().meta({ title: 'Sito', example: 'https://www.1522.eu/' }),
  place: text
    .optional()
    .meta({ title: 'Dove', hint: 'Com’è scritto nella fonte.', example: '"via Vespucci 9"' }),
  cost: choice('Scrivi', 'oppure', { free: 'gratis', 'free-from-italy': 'gratis dall’Italia' })
    .optional()
    .meta({ title: 'Costo', hint: 'Se la fonte non lo dice, lascialo vuoto.', example: 'free' }),
  always: z
    .boolean()
    .default(false)
    .meta({ title: 'Sempre', hint: 'true se risponde tutti i giorni, 24 ore su 24.' }),
  anonymous: z
    .boolean()
    .default(false)
    .meta({ title: 'Anonimo', hint: 'true se la fonte dice che non bisogna dire il proprio nome.' }),
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/, { error: 'Scrivi il codice della lingua, per esempio "ar".' }))
    .default([])
    .meta({ title: 'Lingue', hint: 'I codici delle lingue in cui risponde, se la fonte le elenca.' }),
  source: webPage.meta({
    title: 'Fonte',
    hint: 'La data in cui l’hai consultata è l’ultimo controllo: cambiala ogni volta che controlli.',
    why: 'Chi ha bisogno di aiuto deve sapere quanto è vecchia la notizia.',
  }),
  sourceDate: partialDate.optional().meta({
    title: 'Data della fonte',
    hint: 'Esatta quanto la fonte: 2025, 2025-06 o 2025-06-12. Vuota se la pagina non porta una data.',
    example: '"2025-06-12"',
  }),
  confidence: choice('Scrivi', 'oppure', {
    high: 'la fonte è chiara',
    medium: 'da confermare appena possibile',
  }).meta({ title: 'Quanto è sicuro', example: 'high' }),
  ...helpTexts.shape,
});

export type Help = z.infer<typeof help>;
