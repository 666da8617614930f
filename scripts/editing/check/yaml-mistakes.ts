import type { Problem } from './problem.ts';
import { quoted, yamlLine } from './source-lines.ts';

/** A mistake in one line of YAML that can be recognised by looking at it. */
type Mistake = Pick<Problem, 'code' | 'what' | 'why' | 'fix'>;

const unreadable = 'Finché la riga è così, il sito non riesce a leggere il file.';

const CURLY = '“”„‟';
const opensCurly = new RegExp(`^[${CURLY}]`, 'u');
const endsCurly = new RegExp(`[${CURLY}]$`, 'u');

/** What is wrong in a line, when it is one of the mistakes that people make. */
export const mistakeIn = (line: string): Mistake | undefined => {
  for (const recognise of [
    tab,
    curlyQuotes,
    apostrophe,
    innerQuotes,
    openQuote,
    blankAfterColon,
    colon,
    openBracket,
    specialStart,
  ]) {
    const mistake = recognise(line);
    if (mistake) return mistake;
  }
  return undefined;
};

const tab = (line: string): Mistake | undefined =>
  /^\s*\t/.test(line)
    ? {
        code: 'tab',
        what: 'La riga comincia con un tabulatore.',
        why: `Il rientro si fa con gli spazi. ${unreadable}`,
        fix: line.replace(/^\s+/, (blanks) => blanks.replaceAll('\t', '  ')),
      }
    : undefined;

/** “…” in place of "…": Word puts them in by itself. */
export const curlyQuotes = (line: string): Mistake | undefined => {
  const parts = yamlLine(line) ?? itemLine(line);
  if (!parts || !opensCurly.test(parts.value)) {
    const mixed = parts && /^["']/.test(parts.value) && endsCurly.test(parts.value);
    if (!mixed) return undefined;
  }
  const words = parts.value.replace(/^["'“”„‟]|["'“”„‟]$/gu, '');
  return {
    code: 'curly-quotes',
    what: 'Il testo sta fra virgolette curve (“…”), come le mette Word.',
    why: 'Solo le virgolette dritte ("…") segnano dove comincia e dove finisce un testo: quelle curve finirebbero nella pagina.',
    fix: write(parts, quoted(words)),
  };
};

const apostrophe = (line: string): Mistake | undefined => {
  const parts = yamlLine(line) ?? itemLine(line);
  if (!parts?.value.startsWith("'")) return undefined;
  const inner = parts.value.slice(1).replace(/'$/, '');
  if (!/[^']'[^']/.test(` ${inner} `)) return undefined;
  return {
    code: 'apostrophe',
    what: "Il testo sta fra apostrofi ('…') e contiene un apostrofo, che lo chiude prima della fine.",
    why: unreadable,
    fix: write(parts, quoted(inner.replaceAll("''", "'"))),
  };
};

const innerQuotes = (line: string): Mistake | undefined => {
  const parts = yamlLine(line) ?? itemLine(line);
  if (!parts || !/^"/.test(parts.value)) return undefined;
  const inner = parts.value.slice(1).replace(/"$/, '');
  if (!/(^|[^\\])"/.test(inner)) return undefined;
  return {
    code: 'inner-quotes',
    what: 'Dentro le virgolette del testo ci sono altre virgolette, che lo chiudono prima della fine.',
    why: unreadable,
    fix: write(parts, quoted(inner.replaceAll('\\"', '"'))),
  };
};

const openQuote = (line: string): Mistake | undefined => {
  const parts = yamlLine(line) ?? itemLine(line);
  if (!parts || !/^["']./.test(parts.value) || parts.value.endsWith(parts.value[0] as string))
    return undefined;
  return {
    code: 'open-quotes',
    what: 'Le virgolette si aprono e non si chiudono.',
    why: `Tutto quello che segue verrebbe preso per lo stesso testo. ${unreadable}`,
    fix: write(parts, quoted(parts.value.slice(1))),
  };
};

const blankAfterColon = (line: string): Mistake | undefined => {
  const match = /^(\s*(?:- )?)([A-Za-z]+):([^\s/].*)$/.exec(line);
  return match
    ? {
        code: 'blank-after-colon',
        what: `Dopo "${match[2]}:" manca lo spazio.`,
        why: unreadable,
        fix: `${match[1]}${match[2]}: ${match[3]}`,
      }
    : undefined;
};

const colon = (line: string): Mistake | undefined => {
  const parts = yamlLine(line) ?? itemLine(line);
  if (!parts || /^["'[{|>&*#]/.test(parts.value) || !/:(\s|$)/.test(parts.value)) return undefined;
  return {
    code: 'colon',
    what: 'Il testo contiene i due punti e non sta fra virgolette.',
    why: `Dopo i due punti verrebbe cercato un altro campo. ${unreadable}`,
    fix: write(parts, quoted(parts.value)),
  };
};

/** A list or a group of fields that begins in a line and does not end there. */
const openBracket = (line: string): Mistake | undefined => {
  const parts = yamlLine(line) ?? itemLine(line);
  const [, sign, inside = ''] = /^([[{])([^\]}]*?)(?:\s#.*)?$/.exec(parts?.value ?? '') ?? [];
  if (!parts || sign === undefined) return undefined;
  const end = sign === '[' ? ']' : '}';
  return {
    code: 'open-bracket',
    what: `La parentesi "${sign}" si apre e non si chiude.`,
    why: `Tutto quello che segue verrebbe preso per lo stesso elenco. ${unreadable}`,
    fix:
      inside.trim() === ''
        ? `Aggiungi ${end} dopo l’ultima voce. Se l’elenco è vuoto, togli la riga.`
        : write(parts, `${sign}${inside.trimEnd()}${end}`),
  };
};

const specialStart = (line: string): Mistake | undefined => {
  const parts = yamlLine(line) ?? itemLine(line);
  const sign = /^[@`%&*!{[\]}|>,]/.exec(parts?.value ?? '')?.[0];
  if (!parts || sign === undefined) return undefined;
  // These are right when they are closed, or stand alone.
  if (/^\[.*\]\s*(#.*)?$|^\{.*\}\s*(#.*)?$|^[|>][+-]?$/.test(parts.value)) return undefined;
  return {
    code: 'special-sign',
    what: `Il testo comincia con "${sign}", un segno che qui ha un altro significato.`,
    why: unreadable,
    fix: write(parts, quoted(parts.value)),
  };
};

const itemLine = (line: string): { indent: string; key: string; value: string } | undefined => {
  const match = /^(\s*- )(.*?)\s*$/.exec(line);
  return match ? { indent: match[1] as string, key: '', value: match[2] as string } : undefined;
};

const write = (parts: { indent: string; key: string }, value: string): string =>
  `${parts.indent}${parts.key === '' ? '' : `${parts.key}: `}${value}`;
