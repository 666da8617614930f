import { euEmblemSvg } from '../lib/eu-emblem.ts';
import type { Block, Inline, List, Paragraph } from '../documents/note-document/index.ts';
import { printable } from './typst/printable.ts';
import { typesetPdf, type TemplateFiles } from './typst/engine.ts';
import { previewOf } from './pictures.ts';
import { speakerLine, speaksForItself } from './plain-text.ts';
import {
  absoluteLink,
  fill,
  pictureOf,
  videoOf,
  type PublishedNote,
  type ToldDocument,
} from '../documents/published-note.ts';
import { plateCrops } from '../map/plate/crops.ts';
import { drawPlate } from '../map/plate/plate.ts';
import { plateSvg } from './plate-svg.ts';
import { qrCodeSvg } from './qr-code.ts';

const inlines = (release: ToldDocument, nodes: readonly Inline[]): unknown[] =>
  nodes.map((node) => {
    if (node.type === 'text' || node.type === 'lineBreak') return node;
    const children = inlines(release, node.children);
    return node.type === 'link'
      ? { ...node, url: absoluteLink(release, node.url), children }
      : { ...node, children };
  });

const simple = (release: ToldDocument, block: Paragraph | List): unknown =>
  block.type === 'paragraph'
    ? { ...block, children: inlines(release, block.children) }
    : {
        ...block,
        items: block.items.map(({ content }) => ({
          content: content.map((inner) => simple(release, inner)),
        })),
      };

/**
 * The blocks as the template reads them: whole addresses, no gap between heading levels, captions made.
 * @param files names of the pictures that the template has
 * @param title level of the heading over the text
 */
export const templateBlocks = (release: ToldDocument, files: ReadonlySet<string>, title = 1): unknown[] => {
  let level = title;
  return release.document.blocks.map((block: Block) => {
    switch (block.type) {
      case 'heading':
        // PDF/UA refuses a heading that is more than one level below the one before it.
        level = Math.min(block.depth + title - 1, level + 1);
        return { ...block, level, children: inlines(release, block.children) };
      case 'quote':
        return {
          ...block,
          content: block.content.map((inner) => simple(release, inner)),
          speakerLine: speaksForItself(block) ? null : speakerLine(release, block),
        };
      case 'callout':
        return { ...block, content: block.content.map((inner) => simple(release, inner)) };
      case 'picture': {
        const { alt, caption, credit, licence } = pictureOf(release, block.id);
        const file = previewFile(release, block.id);
        return {
          ...block,
          alt,
          file: files.has(file) ? file : null,
          caption: `${caption} ${fill(release.labels.credit, { credit, licence })}`,
        };
      }
      case 'video': {
        const { title, url } = videoOf(release, block.id);
        return { ...block, url, label: fill(release.labels.video, { title }) };
      }
      default:
        return simple(release, block);
    }
  });
};

const previewFile = (release: ToldDocument, id: string): string =>
  `picture-${release.id.replaceAll('/', '-')}-${id}.jpg`;

/** The pictures that a text shows, small, by the names that its blocks give them. */
export const shownPictures = async (release: ToldDocument): Promise<TemplateFiles> => {
  const shown = release.document.blocks
    .filter((block) => block.type === 'picture')
    .map(({ id }) => pictureOf(release, id));
  const previews = shown.map(
    async ({ id, original }) => [previewFile(release, id), (await previewOf(original)).bytes] as const,
  );
  return Object.fromEntries(await Promise.all(previews));
};

/**
 * The note as a PDF/UA-1: A4, tagged, with its language, headings, quotes, fonts, the funding statement beside the
 * emblem, page numbers, its address and a QR code. The same release gives the same bytes.
 * @throws TypesettingError when a character has no glyph or an alternative text is missing
 */
export const toPdf = async (release: PublishedNote): Promise<Uint8Array> => {
  const files = await shownPictures(release);
  const data = {
    lang: release.lang,
    title: release.title,
    subtitle: release.subtitle,
    citySummary: release.citySummary ?? null,
    date: release.date.text,
    edition: release.edition.name,
    publisher: release.publisher,
    keywords: [release.edition.name, release.city.name],
    letterhead: release.letterhead ?? null,
    plate: release.plate
      ? { svg: plateSvg(drawPlate(release.plate.data, plateCrops.paper)), alt: release.plate.alt }
      : null,
    translationNotice: release.translationNotice ?? null,
    blocks: templateBlocks(release, new Set(Object.keys(files))),
    changes: release.changes.map(({ date, text }) => ({ date: date.text, text })),
    contacts: release.contacts,
    contactsNote: release.contactsNote ?? null,
    boilerplate: release.boilerplate,
    fundingStatement: release.fundingStatement,
    url: release.url,
    labels: release.labels,
    emblem: { svg: euEmblemSvg, alt: release.labels.emblem },
    qr: { svg: qrCodeSvg(release.url), alt: fill(release.labels.qrCode, { url: release.url }) },
  };
  return typesetPdf('letter', printable(data), files);
};
