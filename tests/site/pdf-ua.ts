/**
 * What a machine can see of PDF/UA-1 (ISO 14289-1) in a finished file, in the order of the Matterhorn Protocol's checkpoints;
 * their numbers stand in front of each complaint. Read from qpdf's JSON, by nobody who wrote the file.
 */
import { execFileSync } from 'node:child_process';

type Value = string | number | boolean | null | Value[] | { [key: string]: Value };
type Dictionary = Record<string, Value>;
interface Stream {
  dict: Dictionary;
  data?: string;
}

/** A file's objects: `obj:12 0 R` with its value, or its stream. */
export type PdfObjects = Record<string, { value?: Value; stream?: Stream }>;

/** All objects of a PDF, streams decoded. */
export const pdfObjects = (path: string): PdfObjects => {
  const json = execFileSync(
    'qpdf',
    ['--json=2', '--json-key=qpdf', '--json-stream-data=inline', '--decode-level=generalized', path],
    { maxBuffer: 2e8, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const { qpdf } = JSON.parse(json.toString()) as { qpdf: [unknown, PdfObjects] };
  return qpdf[1];
};

const isDictionary = (value: Value | undefined): value is Dictionary =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: Value | undefined): Value[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
const words = (value: Value | undefined): string =>
  typeof value === 'string' ? value.replace(/^u:/, '').trim() : '';

/** A name, a number or a reference as it stands in the file. */
const written = (value: Value | undefined): string =>
  typeof value === 'string' ? value : JSON.stringify(value ?? null);

/** The types that a structure element has in the end: ISO 32000-1, 14.8.4. */
const STANDARD = new Set(
  [
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6',
    'L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot',
    'Ruby RB RT RP Warichu WT WP Figure Formula Form',
  ]
    .join(' ')
    .split(' '),
);

/** Operators that leave something on the page. */
const PAINTS = new Set([
  'Tj',
  'TJ',
  "'",
  '"',
  'f',
  'F',
  'f*',
  'B',
  'B*',
  'b',
  'b*',
  'S',
  's',
  'sh',
  'Do',
  'EI',
]);

const TOKEN =
  /%[^\r\n]*|\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\)|<<|>>|<[0-9A-Fa-f\s]*>|\[|\]|\/[^\s<>()[\]{}/%]*|[^\s<>()[\]{}/%]+/g;

/** What a page paints, and whether readers are told of it. */
const readContent = (content: string): { mcids: number[]; untold: number; mixed: number } => {
  const stack: ('artifact' | 'told' | 'other')[] = [];
  const mcids: number[] = [];
  let [untold, mixed] = [0, 0];
  let operands: string[] = [];
  for (const [token] of content.matchAll(TOKEN)) {
    if (token.startsWith('%')) continue;
    if (/^[[(<>/\]]|^[+-]?[\d.]/.test(token)) {
      operands.push(token);
      continue;
    }
    if (token === 'BMC' || token === 'BDC') {
      const mcid = operands.indexOf('/MCID');
      const kind = operands[0] === '/Artifact' ? 'artifact' : mcid >= 0 ? 'told' : 'other';
      if (mcid >= 0) mcids.push(Number(operands[mcid + 1]));
      if (kind !== 'other' && stack.some((outer) => outer !== 'other' && outer !== kind)) mixed += 1;
      stack.push(kind);
    } else if (token === 'EMC') stack.pop();
    else if (PAINTS.has(token) && !stack.includes('artifact') && !stack.includes('told')) untold += 1;
    operands = [];
  }
  return { mcids, untold, mixed };
};

/** What of PDF/UA-1 a file breaks; nothing where it keeps all that is looked at here. */
export const pdfUaFaults = (objects: PdfObjects): string[] => {
  const faults: string[] = [];
  const check = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(fault);
  };
  const entry = (reference: Value | undefined) =>
    typeof reference === 'string' ? objects[`obj:${reference}`] : undefined;
  const read = (value: Value | undefined): Value | undefined => {
    const found = entry(value);
    return found ? (found.value ?? found.stream?.dict) : value;
  };
  const dictionary = (value: Value | undefined): Dictionary => {
    const found = read(value);
    return isDictionary(found) ? found : {};
  };
  const streamOf = (reference: Value | undefined): string =>
    Buffer.from(entry(reference)?.stream?.data ?? '', 'base64').toString('latin1');
  const trailer = objects['trailer']?.value as Dictionary;
  const catalog = dictionary(trailer['/Root']);
  const all = Object.values(objects).map(({ value, stream }) => dictionary(value ?? stream?.dict));

  // 05, 06, 07, 11, 26: what the document says of itself.
  const metadata = Buffer.from(streamOf(catalog['/Metadata']), 'latin1').toString();
  check(/pdfuaid:part(?:>|=")1/.test(metadata), '06-002: the metadata do not say that it is PDF/UA-1');
  check(/<dc:title>[\s\S]*?<rdf:li[^>]*>[^<]+</.test(metadata), '06-003: the metadata have no title');
  check(dictionary(catalog['/ViewerPreferences'])['/DisplayDocTitle'] === true, '07-001: no title is shown');
  check(/^[a-z]{2,3}(-|$)/.test(words(catalog['/Lang'])), '11-006: no language');
  check(dictionary(catalog['/MarkInfo'])['/Marked'] === true, '01-005: not marked as tagged');
  check(dictionary(catalog['/MarkInfo'])['/Suspects'] !== true, '02-004: suspects');
  check(trailer['/Encrypt'] === undefined, '26-001: encrypted');

  // 02, 09, 13, 14, 15: the structure.
  const root = dictionary(catalog['/StructTreeRoot']);
  const roles = dictionary(root['/RoleMap']);
  const typeOf = (name: Value | undefined): string => {
    const own = written(name).slice(1);
    return STANDARD.has(own) ? own : written(roles[`/${own}`] ?? '/').slice(1);
  };
  const told = new Set<string>();
  const linked = new Set<Value>();
  const levels: number[] = [];
  const tables: { cells: number; headers: number }[] = [];
  const walk = (reference: Value, parent: string): void => {
    const element = dictionary(reference);
    const type = typeOf(element['/S']);
    check(STANDARD.has(type), `02-001: ${written(element['/S'])} is no structure type and stands for none`);
    if (type === 'Figure' || type === 'Formula')
      check(
        words(element['/Alt']) !== '' || words(element['/ActualText']) !== '',
        `13-004: a ${type} without alternative text`,
      );
    if (/^H\d$/.test(type)) levels.push(Number(type[1]));
    if (type === 'Table') tables.push({ cells: 0, headers: 0 });
    const table = tables.at(-1);
    if (table && type === 'TD') table.cells += 1;
    if (table && type === 'TH') table.headers += 1;
    if (type === 'LI') check(parent === 'L', `09-004: LI in ${parent}`);
    if (type === 'TR') check(/^T(?:able|Head|Body|Foot)$/.test(parent), `09-004: TR in ${parent}`);
    if (type === 'TOCI') check(parent === 'TOC', `09-004: TOCI in ${parent}`);
    if (element['/Lang'] !== undefined)
      check(
        /^[a-z]{2,3}(-|$)/.test(words(element['/Lang'])),
        `11-007: "${words(element['/Lang'])}" is no language`,
      );
    let hasLink = false;
    for (const kid of list(read(element['/K']))) {
      const page = element['/Pg'];
      if (typeof kid === 'number') told.add(`${written(page)} ${kid}`);
      else {
        const inner = dictionary(kid);
        if (inner['/Type'] === '/MCR')
          told.add(`${written(inner['/Pg'] ?? page)} ${written(inner['/MCID'])}`);
        else if (inner['/Type'] === '/OBJR') {
          hasLink = true;
          linked.add(inner['/Obj'] as Value);
        } else walk(kid, type);
      }
    }
    if (type === 'Link') check(hasLink, '28-011: a Link that leads nowhere');
  };
  for (const kid of list(read(root['/K']))) walk(kid, 'Root');
  check(told.size > 0, '09-001: no structure');
  levels.forEach((level, index) => {
    check(level - (levels[index - 1] ?? 0) <= 1, `14-003: heading ${index + 1} skips to level ${level}`);
  });
  for (const { headers } of tables) check(headers > 0, '15-003: a table without headers');

  // 01: everything on a page is told, or said to be no part of the text.
  const pages = (reference: Value): [Value, Dictionary][] => {
    const node = dictionary(reference);
    return node['/Type'] === '/Page' ? [[reference, node]] : list(read(node['/Kids'])).flatMap(pages);
  };
  for (const [index, [reference, page]] of pages(catalog['/Pages'] as Value).entries()) {
    const where = `page ${index + 1}`;
    const content = list(
      typeof page['/Contents'] === 'string' && entry(page['/Contents'])?.stream
        ? page['/Contents']
        : read(page['/Contents']),
    )
      .map(streamOf)
      .join('\n');
    const { mcids, untold, mixed } = readContent(content);
    check(untold === 0, `01-003: ${where} paints ${untold} times what is neither text nor decoration`);
    check(mixed === 0, `01-001: ${where} has decoration inside text or text inside decoration`);
    check(new Set(mcids).size === mcids.length, `09: ${where} uses a number twice`);
    for (const mcid of mcids)
      check(
        told.has(`${written(reference)} ${mcid}`),
        `01-003: ${where} has content ${mcid} that the structure does not know`,
      );
    if (mcids.length > 0)
      check(typeof page['/StructParents'] === 'number', `09: ${where} leads to no structure`);
    const annotations = list(read(page['/Annots']));
    if (annotations.length > 0) check(page['/Tabs'] === '/S', `28-009: ${where} has no tab order`);
    for (const annotation of annotations) {
      const { '/Contents': contents, '/StructParent': parent, '/Subtype': kind } = dictionary(annotation);
      check(words(contents) !== '', `28-004: ${where} has a ${written(kind)} without a description`);
      check(
        typeof parent === 'number' && linked.has(annotation),
        `28-002: ${where} has a ${written(kind)} outside the structure`,
      );
    }
  }

  // 10, 31: fonts.
  for (const font of all.filter((own) => own['/Type'] === '/Font' && own['/Subtype'] === '/Type0')) {
    const name = written(font['/BaseFont']);
    check(font['/ToUnicode'] !== undefined, `10-001: ${name} does not say which characters it draws`);
    for (const inner of list(read(font['/DescendantFonts']))) {
      const descriptor = dictionary(dictionary(inner)['/FontDescriptor']);
      check(
        ['/FontFile', '/FontFile2', '/FontFile3'].some((file) => file in descriptor),
        `31-009: ${name} is not in the file`,
      );
    }
  }
  return [...new Set(faults)];
};
