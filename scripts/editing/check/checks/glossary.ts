import { entriesAt } from '../../content/values.ts';
import { parseYaml } from '../../content/yaml-source.ts';
import type { Check } from '../context.ts';
import { nearest } from '../../words/nearest.ts';
import { lineOf, replaced } from '../source-lines.ts';

/**
 * The glossaries of the languages have no terms that the Italian one lacks. What they lack themselves is work to be
 * done, which `npm run traduzioni` lists: no reader is misled by it.
 */
export const checkGlossaries: Check = ({ byPath, languages }) => {
  const [source, ...others] = languages as [string, ...string[]];
  const italian = byPath.get(`glossary/${source}.yaml`)?.text;
  if (italian === undefined) return [];
  const terms = entriesAt(parseYaml(italian).value, ['terms']).map(([name]) => name);
  return others.flatMap((language) => {
    const file = byPath.get(`glossary/${language}.yaml`);
    if (file?.text === undefined) return [];
    const yaml = parseYaml(file.text);
    if (yaml.errors.length > 0) return [];
    const own = entriesAt(yaml.value, ['terms']).map(([name]) => name);
    const missing = terms.filter((term) => !own.includes(term));
    const surplus = own.filter((term) => !terms.includes(term));
    const renamed = new Map(surplus.map((term) => [term, nearest(term, missing)]));
    return surplus.map((term) => {
      const position = yaml.positionOf(['terms', term]);
      const meant = renamed.get(term);
      return {
        file: file.path,
        ...position,
        code: 'glossary-unknown',
        what: `Il termine "${term}" non è nel glossario italiano.`,
        why: 'Il glossario italiano dice che cosa significa ogni termine: senza, nessuno lo userebbe.',
        fix:
          meant === undefined
            ? `Aggiungilo prima in glossary/${source}.yaml, oppure toglilo.`
            : replaced(lineOf(file, position.line), term, meant),
      };
    });
  });
};
