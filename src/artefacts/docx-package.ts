import { strFromU8, strToU8, unzipSync } from 'fflate';
import { zip } from './zip.ts';

interface DocumentFacts {
  /** The day that stands as the file's creation and last change, `YYYY-MM-DD`. */
  date: string;
  /** BCP 47 */
  language: string;
  rtl: boolean;
}

const RANDOM_ID = /rId[a-z0-9_-]{21}/g;

/**
 * Makes a Word file of the `docx` library the same every time, and adds what the library does not write. It puts
 * the clock into the properties and random names into the links: here the clock becomes the note's day, and the
 * links are numbered.
 */
export const repackDocx = (docx: Uint8Array, { date, language, rtl }: DocumentFacts): Uint8Array => {
  const ids = new Map<string, string>();
  const numbered = (xml: string): string =>
    xml.replace(RANDOM_ID, (id) => {
      if (!ids.has(id)) ids.set(id, `rIdLink${ids.size + 1}`);
      return ids.get(id) as string;
    });
  const parts = Object.entries(unzipSync(docx)).map(([path, bytes]) => {
    if (!/\.(?:xml|rels)$/.test(path)) return [path, bytes] as const;
    let xml = numbered(strFromU8(bytes));
    if (path === 'docProps/core.xml') {
      xml = xml
        .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}T00:00:00Z`)
        .replace('</cp:coreProperties>', `<dc:language>${language}</dc:language></cp:coreProperties>`);
    }
    // The section's own direction: page furniture and new paragraphs start on the right.
    if (path === 'word/document.xml' && rtl) xml = xml.replace('<w:docGrid', '<w:bidi/><w:docGrid');
    return [path, strToU8(xml)] as const;
  });
  // Readers look for the list of content types first.
  return zip(parts.sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1)));
};

const rank = (path: string): number => (path === '[Content_Types].xml' ? 0 : path === '_rels/.rels' ? 1 : 2);
