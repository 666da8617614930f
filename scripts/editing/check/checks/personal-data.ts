import type { Check } from '../context.ts';
import type { Problem } from '../problem.ts';

/** Numbers by which somebody is called may be an office's; what belongs to a person alone may not. */
const ofAnOffice = (what: string): string =>
  `Se è ${what}, lascialo. Se è di una persona, toglilo, a meno che non abbia chiesto lei che si legga.`;
const ofAPerson =
  'Toglilo. Se serve davvero, e la persona lo sa e lo ha chiesto, fallo confermare da chi si occupa di dati personali.';

const kinds: readonly { name: string; fix: string; pattern: RegExp }[] = [
  {
    name: 'un numero di cellulare',
    fix: ofAnOffice('il numero di un ufficio'),
    pattern: /(?<![\w./-])(?:(?:\+|00)39[ .-]?)?3[2-9]\d[ ./-]?\d{3}[ .-]?\d{2}[ .-]?\d{1,2}(?![\w-])/gu,
  },
  {
    name: 'un codice fiscale',
    fix: ofAPerson,
    pattern: /(?<!\w)[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z](?!\w)/giu,
  },
  {
    name: 'un IBAN',
    fix: ofAnOffice('il conto di un ente'),
    pattern: /(?<!\w)IT\s?\d{2}\s?[A-Z](?:\s?[A-Z0-9]){22}(?!\w)/gu,
  },
  {
    name: 'una data di nascita',
    fix: 'Scrivi l’età al posto della data, o niente.',
    pattern:
      /(?<!\p{L})(?:nat[oaie]\s+(?:a[d]?\s+[\p{L}’' ]{2,40}?[,(]?\s*(?:\p{Lu}{2}\)?,?\s*)?)?(?:il\s+|nel\s+giorno\s+)?\d{1,2}[°º]?[ /.-]|born\s+(?:in\s+[\p{L}’' ]{2,40},?\s+)?on\s+\d|née?s?\s+(?:à\s+[\p{L}’' ]{2,40},?\s+)?le\s+\d|nacid[oa]s?\s+(?:en\s+[\p{L}’' ]{2,40},?\s+)?el\s+\d)/giu,
  },
];

/** A date of birth is found by its first number: the rest of it is shown too. */
const wholeDate = (found: string, rest: string): string =>
  found +
  (/^(?:\p{L}+\.?\s+\d{2,4}|\d{1,2}[ /.-]\d{2,4}|\d*\s*(?:de\s+)?\p{L}+\s+(?:de\s+)?\d{4})/u.exec(
    rest,
  )?.[0] ?? '');

/** What should not be read of a person on a public page; a person decides, so it is a warning. */
export const checkPersonalData: Check = ({ entries }) =>
  // Help lines are published to be called: their mobile numbers are an office's.
  entries
    .filter(({ concept }) => concept !== 'help')
    .flatMap(({ file }) =>
      (file.text ?? '').split('\n').flatMap((line, index) =>
        kinds.flatMap(({ name, fix, pattern }) =>
          [...line.matchAll(pattern)].map((found): Problem => ({
            level: 'warning',
            file: file.path,
            line: index + 1,
            column: found.index + 1,
            code: 'personal-data',
            what: `Qui sembra esserci ${name}: ${wholeDate(found[0], line.slice(found.index + found[0].length)).trim()}`,
            why: 'È un dato personale. Una volta pubblicato resta nelle copie, nei motori di ricerca e nella storia del deposito.',
            fix,
          })),
        ),
      ),
    );
