/**
 * The press notes and the LGNetEA text are published word for word. The documents themselves are not kept here, so the
 * proof is a digest: the text of each document, as the issuing body handed it over, was brought to its bare words with the
 * rules of `bareWords` and hashed once, apart from the content files; the same is done here with what is published.
 *
 * A document's text is, in its order: letterhead, kind of document, title, subtitle, city summary, body. For LGNetEA it is
 * the funding statement, the text, the contacts; left out are what was only a picture or a logo in the document (and the
 * heading over the logos) and the letterhead and footer that each page repeats.
 *
 * A digest changes only when the issuing body corrects its document: then it is computed anew from the new document.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { edition as editionSchema } from '../../src/schemas/edition.ts';
import { page as pageSchema } from '../../src/schemas/page.ts';
import { pressNote as pressNoteSchema } from '../../src/schemas/press-note.ts';
import digests from './press-notes-verbatim.json' with { type: 'json' };

const content = new URL('../../content/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, content), 'utf8');

const readMdx = (path: string): { data: unknown; body: string } => {
  const [, frontMatter, body] = /^---\n(.*?)\n---\n(.*)$/s.exec(read(path)) ?? [];
  if (frontMatter === undefined || body === undefined) throw new Error(`${path}: no front matter`);
  return { data: parse(frontMatter), body };
};

const readEdition = (id: string) => editionSchema.parse(parse(read(`editions/${id}.yaml`)));

/** Our own remarks inside a published document: not its words. */
const withoutCallouts = (body: string): string => body.replaceAll(/^<Callout>\n.*?\n<\/Callout>$/gms, '');

const withoutTags = (text: string): string =>
  text.replaceAll(/<\/?(?:Quote|Attribution|Figure)\b[^<>]*>/g, '');

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** The words of a text: no component tags, no marks of headings and lists at the start of lines, no asterisks, one blank between words. */
const bareWords = (text: string): string =>
  oneLine(
    withoutTags(text)
      .replaceAll(/^(?:#+|-) +/gm, '')
      .replaceAll('*', ''),
  );

/** The runs of words set in bold, one a line. */
const boldRuns = (text: string): string =>
  Array.from(withoutTags(text).matchAll(/\*\*(.+?)\*\*/gs), ([, run = '']) => oneLine(run)).join('\n');

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const pressNoteText = (id: string): string => {
  const { data, body } = readMdx(`press-notes/${id}/it.mdx`);
  const note = pressNoteSchema.parse(data);
  const { letterhead } = readEdition(note.edition);
  if (letterhead === undefined) throw new Error(`${note.edition}: no letterhead`);
  return [
    letterhead.motto,
    letterhead.fund,
    letterhead.specificObjective,
    letterhead.nationalObjective,
    letterhead.kicker,
    note.title,
    note.subtitle,
    note.citySummary,
    body,
  ].join('\n\n');
};

const pageText = (id: string): string => {
  const { data, body } = readMdx(`pages/${id}/it.mdx`);
  const { edition: editionId } = pageSchema.parse(data);
  if (editionId === undefined) throw new Error(`${id}: no edition`);
  const { fundingStatement, contacts } = readEdition(editionId);
  const contactLines = contacts.map(({ name, email }) => `${name}: ${email}`);
  return [fundingStatement, withoutCallouts(body), ...contactLines].join('\n\n');
};

const documents = [
  ...Object.entries(digests.pressNotes).map(([id, digest]) => ({ id, digest, text: pressNoteText(id) })),
  ...Object.entries(digests.pages).map(([id, digest]) => ({ id, digest, text: pageText(id) })),
];

describe.each(documents)('$id', ({ digest, text }) => {
  test('says what its source says, word for word', () => {
    expect(sha256(bareWords(text))).toBe(digest.words);
  });

  test('stresses the words that its source stresses', () => {
    expect(sha256(boldRuns(text))).toBe(digest.emphasis);
  });
});

test('each published document of these has no mark that only looks like a component', () => {
  for (const { id, text } of documents)
    expect({ id, left: bareWords(text).match(/[<>{}]/g) }).toEqual({ id, left: null });
});

describe('what is not a word makes no difference', () => {
  test.each([
    ['lines', 'presenti sul\nterritorio', 'presenti sul territorio'],
    ['a paragraph broken by a page', 'presenti sul\n\nterritorio', 'presenti sul territorio'],
    ['stress', 'ai cittadini **stranieri**', 'ai cittadini stranieri'],
    ['headings', '## Il progetto', 'Il progetto'],
    ['lists', '- 600 progetti', '600 progetti'],
    ['a figure', '<Figure id="utenti">più di 3000</Figure> utenti', 'più di 3000 utenti'],
    ['a quote', '<Quote id="a" speaker="A" role="B">\n«Parole»\n</Quote>', '«Parole»'],
  ])('%s', (_, marked, plain) => {
    expect(bareWords(marked)).toBe(plain);
  });

  test.each([
    ['a dash inside a line', 'LgNet2 - Rete'],
    ['a hyphen', 'one-stop-shop'],
    ['a hash sign inside a line', 'piano #1'],
    ['a tag that is none of ours', '<b>grassetto</b>'],
  ])('but %s stays', (_, text) => {
    expect(bareWords(text)).toBe(text);
  });
});

describe('what an editor’s program changes without asking makes a difference', () => {
  test.each([
    ['an accent that is lost', 'le città', 'le citta'],
    ['a curly apostrophe', "l'accoglienza", 'l’accoglienza'],
    ['a capital made small', 'LGNetEA', 'LgNetEA'],
    ['a letter that is lost', 'accoglienza', 'accoglienz'],
    ['a word more', 'la rete', 'la rete davvero'],
    ['a long dash', 'LgNet2 - Rete', 'LgNet2 – Rete'],
  ])('%s', (_, before, after) => {
    expect(bareWords(after)).not.toBe(bareWords(before));
  });

  test.each([
    ['is taken away', 'la rete **delle città**', 'la rete delle città'],
    ['is moved', 'la rete **delle città**', 'la rete **delle** città'],
  ])('a stress that %s', (_, before, after) => {
    expect(boldRuns(after)).not.toEqual(boldRuns(before));
  });
});
