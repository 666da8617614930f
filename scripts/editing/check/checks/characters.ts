import { codePointName, oddCharacters } from '../../../../src/lib/odd-characters.ts';
import type { ContentFile } from '../../content/files.ts';
import { leavesOf } from '../../content/values.ts';
import { parseYaml, type YamlSource } from '../../content/yaml-source.ts';
import type { Check } from '../context.ts';
import type { Problem } from '../problem.ts';

/** Characters that nobody sees and that break a text or turn its direction, as they are or as `\u202e` and `&#x202e;`. */
export const checkCharacters: Check = ({ files, entries }) => [
  // The guide shows them on purpose.
  ...files.filter(({ path }) => !path.startsWith('README')).flatMap(inText),
  ...entries.flatMap(({ file, yaml }) => inFields(file, yaml)),
  ...files
    .filter(({ path, text }) => text !== undefined && /^(?:glossary\/.*|languages)\.yaml$/.test(path))
    .flatMap((file) => inFields(file, parseYaml(file.text ?? ''))),
];

const WRITTEN_OUT = /&#(?:x(?<hex>[0-9a-f]{1,6})|(?<decimal>\d{1,7}));|\\u(?<json>[0-9a-f]{4})/gi;

const problem = (file: string, line: number, column: number, character: string): Problem => ({
  file,
  line,
  column,
  code: 'odd-character',
  what: `C’è un carattere invisibile o rovinato (${codePointName(character)}).`,
  why: 'Può rovinare il testo, cambiarne il verso o far leggere una parola per un’altra.',
  fix: 'Cancellalo: spesso arriva copiando da un altro programma. Riscrivi a mano le parole vicine.',
});

const inText = (file: ContentFile): Problem[] => {
  const { path, text } = file;
  if (text === undefined) return [];
  return text.split('\n').flatMap((line, index) => {
    const at = (column: number, character: string): Problem =>
      problem(path, index + 1, column + 1, character);
    return [
      ...[...line.matchAll(oddCharacters())].map((found) => at(found.index, found[0])),
      ...(/\.(?:mdx|json)$/.test(path) ? writtenOut(line, path.endsWith('.json')) : []).map(
        ({ index: column, character }) => at(column, character),
      ),
    ];
  });
};

/** Odd characters written by their number, in the way that the language of the file has. */
const writtenOut = (line: string, isJson: boolean): { index: number; character: string }[] =>
  [...line.matchAll(WRITTEN_OUT)].flatMap(({ index, groups }) => {
    const { hex, decimal, json } = groups ?? {};
    if ((json !== undefined) !== isJson) return [];
    const number = decimal === undefined ? Number.parseInt(hex ?? json ?? '', 16) : Number(decimal);
    // Two `\u` together make one character beyond the first 65,536.
    if (isJson && isPaired(line, index, number)) return [];
    const character = number > 0x10ffff ? '\ufffd' : String.fromCodePoint(number);
    return oddCharacters().test(character) ? [{ index, character }] : [];
  });

const isPaired = (line: string, index: number, number: number): boolean =>
  (number >= 0xd800 && number < 0xdc00 && /^\\ud[c-f]/i.test(line.slice(index + 6))) ||
  (number >= 0xdc00 && number < 0xe000 && /\\ud[89ab][0-9a-f]{2}$/i.test(line.slice(0, index)));

/** In YAML a value between double quotes may hold them by their number: `"\u202e"`, `"\x07"`, `"\e"`. */
const inFields = (file: ContentFile, yaml: YamlSource): Problem[] =>
  leavesOf(yaml.value).flatMap(({ path, value }) => {
    const [found] = typeof value === 'string' ? (oddCharacters().exec(value) ?? []) : [];
    if (found === undefined || file.text?.includes(found)) return [];
    const { line, column } = yaml.valuePositionOf(path);
    return [problem(file.path, line, column, found)];
  });
