import { parseYaml } from '../../content/yaml-source.ts';
import { itemsAt, textAt } from '../../content/values.ts';
import type { Check } from '../context.ts';
import type { Problem } from '../problem.ts';
import { lineOf, replaced } from '../source-lines.ts';

const FILE = 'languages.yaml';

/** The list of the site's languages: it is there, names each once, and each can be used. */
export const checkLanguages: Check = ({ byPath }) => {
  const file = byPath.get(FILE);
  if (!file) {
    return [
      {
        file: FILE,
        line: 1,
        column: 1,
        code: 'languages-missing',
        what: 'Manca l’elenco delle lingue del sito.',
        why: 'Da questo elenco dipende ogni pagina: la prima lingua è quella che fa fede.',
        fix: '- { code: it, name: Italiano, dir: ltr, locale: it-IT, notice: "Leggi questa pagina in italiano" }',
      },
    ];
  }
  const yaml = parseYaml(file.text ?? '');
  const list = itemsAt(yaml.value, []);
  const codes = list.map((language) => textAt(language, ['code']));
  return list.flatMap((language, index): Problem[] => {
    const at = (field: string) => ({ file: FILE, ...yaml.valuePositionOf([index, field]) });
    const corrected = (field: string, from: string, to: string): string =>
      replaced(lineOf(file, at(field).line), from, to);
    const code = codes[index];
    const locale = textAt(language, ['locale']);
    const dir = textAt(language, ['dir']);
    if (code === undefined) return [];
    if (codes.indexOf(code) < index) {
      return [
        {
          ...at('code'),
          code: 'language-twice',
          what: `La lingua "${code}" è nell’elenco due volte.`,
          why: 'Comparirebbe due volte nel menu delle lingue, con gli stessi indirizzi.',
          fix: `Togli una delle due voci "${code}".`,
        },
      ];
    }
    const natural = directionOf(code);
    if ((dir === 'ltr' || dir === 'rtl') && natural !== undefined && dir !== natural) {
      return [
        {
          ...at('dir'),
          code: 'language-direction',
          what: `La lingua "${code}" si scrive ${natural === 'rtl' ? 'da destra a sinistra' : 'da sinistra a destra'}, ma "dir" dice il contrario.`,
          why: 'Tutte le pagine di questa lingua sarebbero rovesciate.',
          fix: corrected('dir', dir, natural),
        },
      ];
    }
    if (locale !== undefined && /^[a-z]{2,3}-/.test(locale) && !locale.startsWith(`${code}-`)) {
      return [
        {
          ...at('locale'),
          code: 'language-locale',
          what: `"locale" è "${locale}", ma la lingua è "${code}".`,
          why: 'Date e numeri comparirebbero nella forma di un’altra lingua.',
          fix: corrected('locale', locale, `${code}${locale.slice(locale.indexOf('-'))}`),
        },
      ];
    }
    return [];
  });
};

const directionOf = (code: string): string | undefined => {
  try {
    const locale = new Intl.Locale(code) as Intl.Locale & { getTextInfo?: () => { direction?: string } };
    return locale.getTextInfo?.().direction;
  } catch {
    return undefined;
  }
};
