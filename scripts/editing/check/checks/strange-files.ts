import type { Strangeness } from '../../../../src/lib/files-below.ts';
import { limits } from '../../../../src/lib/limits.ts';
import type { ContentFile } from '../../content/files.ts';
import type { Check } from '../context.ts';
import type { Problem } from '../problem.ts';

type Explanation = Pick<Problem, 'code' | 'what' | 'why' | 'fix'> & Partial<Problem>;

/** What lies in the folder and is no file of the site, and files that are too much of something to be read. */
export const checkStrangeFiles: Check = ({ files, strange }) => [
  ...strange.map(({ path, kind }) => ({
    file: path,
    line: 1,
    column: 1,
    ...strangeness(kind, nameOf(path)),
  })),
  ...files.flatMap(({ path, refused }) =>
    refused ? [{ file: path, line: 1, column: 1, ...refusal(refused, nameOf(path)) }] : [],
  ),
];

/** What lies in a folder without being a plain file: nothing of it is published. */
export const strangeness = (kind: Strangeness, name: string): Explanation => {
  switch (kind) {
    case 'link':
      return {
        code: 'link-to-a-file',
        what: `${name} è un collegamento a un altro file, non un file.`,
        why: 'Potrebbe portare nel sito un file privato di questo computer, o fermare tutto.',
        fix: `Togli ${name} e metti al suo posto una copia del file.`,
      };
    case 'pipe':
    case 'socket':
    case 'device':
      return {
        code: 'special-file',
        what: `${name} non è un file: è un canale o un apparecchio del sistema.`,
        why: 'Chi prova a leggerlo può aspettare per sempre.',
        fix: `Togli ${name} da questa cartella.`,
      };
    case 'hidden':
      return {
        code: 'hidden-file',
        what: `${name} è nascosto: il suo nome comincia con un punto.`,
        why: 'Il sito non lo legge, e molti programmi non lo mostrano: nessuno se ne accorgerebbe.',
        fix: `Togli ${name}, oppure dagli un nome senza il punto iniziale.`,
      };
    case 'leftover-folder':
      return {
        code: 'leftover-folder',
        what: `La cartella ${name} ha il nome di una copia di sicurezza.`,
        why: 'Il sito non la legge, ma tutto quello che c’è dentro resta nel deposito, dove tutti lo possono scaricare.',
        fix: `Metti ${name} fuori da questa cartella, oppure dalle un altro nome: ${name.replace(/(?:~|\.\w+)$/, '')}`,
      };
    case 'unreadable-folder':
      return {
        code: 'unreadable-folder',
        what: `La cartella ${name} non si può aprire.`,
        why: 'Quello che c’è dentro non comparirebbe nel sito.',
        fix: `Dai a chi genera il sito il permesso di leggere ${name}.`,
      };
  }
};

const number = (value: number): string => value.toLocaleString('it');

const refusal = (refused: NonNullable<ContentFile['refused']>, name: string): Explanation => {
  switch (refused.kind) {
    case 'unreadable':
      return {
        code: 'unreadable-file',
        what: `${name} non si può aprire.`,
        why: 'Quello che c’è scritto non comparirebbe nel sito.',
        fix: `Dai a chi genera il sito il permesso di leggere ${name}; se il nome ha segni strani, cambialo.`,
      };
    case 'too-large':
      return {
        code: 'text-too-large',
        what: `${name} pesa ${(refused.bytes / 1e6).toLocaleString('it', { maximumFractionDigits: 1 })} MB: un file di testo ne può pesare al massimo ${number(limits.textBytes / 1e6)}.`,
        why: 'Nessuno leggerebbe una pagina così lunga, e fermerebbe la generazione del sito.',
        fix: 'Dividi il testo in più file; se è il file sbagliato, toglilo.',
      };
    case 'long-paragraph':
      return {
        code: 'long-paragraph',
        line: refused.line,
        what: `In ${name} c’è un capoverso di più di ${number(limits.paragraphLetters)} lettere.`,
        why: 'Nessuno lo leggerebbe, e fermerebbe la generazione del sito.',
        fix: 'Dividilo in capoversi, con una riga vuota fra l’uno e l’altro.',
      };
    case 'too-deep':
      return {
        code: 'too-deep',
        line: refused.line,
        what: `In ${name} ci sono più di ${limits.nesting} elenchi, campi, parentesi o componenti uno dentro l’altro.`,
        why: 'Su uno schermo piccolo non si leggerebbero, e fermerebbero la generazione del sito.',
        fix: 'Togli i livelli di troppo, oppure chiudi la parentesi o il componente rimasto aperto.',
      };
  }
};

const nameOf = (path: string): string => path.split('/').at(-1) ?? path;
