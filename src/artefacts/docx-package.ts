import { Packer, type Document } from 'docx';
import { strToU8 } from 'fflate';
import { zip } from './zip.ts';

interface DocumentFacts {
  /** The day that stands as the file's creation and last change, `YYYY-MM-DD`. */
  date: string;
  /** BCP 47 */
  language: string;
  rtl: boolean;
}

const RANDOM_ID = /rId[a-z0-9_-]{21}/g;

/** What the library's packer asks before it packs: the parts of a document by their paths. */
interface Compiler {
  compile: (document: Document) => ReadonlyMap<string, string | Uint8Array>;
}

/** The parts of a document. The library would pack them, only for them to be unpacked again here. */
const partsOf = (document: Document): ReadonlyMap<string, string | Uint8Array> => {
  const compiler = Reflect.get(Packer, 'compiler') as Partial<Compiler> | undefined;
  if (!compiler?.compile) throw new Error('This version of docx does not tell the parts of a document.');
  return compiler.compile(document);
};

/**
 * Makes a Word file of a document of the `docx` library, the same every time, with what the library does not write. It puts
 * the clock into the properties and random names into the links: here the clock becomes the note's day, and the
 * links are numbered.
 */
export const packDocx = (document: Document, { date, language, rtl }: DocumentFacts): Uint8Array => {
  const ids = new Map<string, string>();
  const numbered = (xml: string): string =>
    xml.replace(RANDOM_ID, (id) => {
      if (!ids.has(id)) ids.set(id, `rIdLink${ids.size + 1}`);
      return ids.get(id) as string;
    });
  const parts = [...partsOf(document)].map(([path, data]) => {
    if (typeof data !== 'string') return [path, data] as const;
    let xml = numbered(data);
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
