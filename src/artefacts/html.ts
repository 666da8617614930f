import { escapeXml } from '../lib/escape.ts';
import type { Block, Inline, List, Paragraph } from '../documents/note-document/index.ts';
import { speakerLine, speaksForItself } from './plain-text.ts';
import {
  absoluteLink,
  fill,
  pictureOf,
  videoOf,
  type PublishedNote,
  type ToldDocument,
} from '../documents/published-note.ts';

const link = (url: string, words: string): string => `<a href="${escapeXml(url)}">${words}</a>`;

const inlines = (release: ToldDocument, nodes: readonly Inline[]): string =>
  nodes
    .map((node): string => {
      switch (node.type) {
        case 'text':
          return escapeXml(node.value);
        case 'strong':
          return `<strong>${inlines(release, node.children)}</strong>`;
        case 'emphasis':
          return `<em>${inlines(release, node.children)}</em>`;
        case 'link':
          return link(absoluteLink(release, node.url), inlines(release, node.children));
        case 'lineBreak':
          // As XML wants it, for books; HTML does not mind.
          return '<br/>';
        case 'figureMark':
        case 'attribution':
          return inlines(release, node.children);
      }
    })
    .join('');

const list = (release: ToldDocument, { ordered, start, items }: List): string => {
  const tag = ordered ? 'ol' : 'ul';
  const from = ordered && start !== 1 ? ` start="${start}"` : '';
  const inner = items.map(({ content }) => {
    const [only] = content;
    // A list of single lines stays a list of lines.
    const tight = content.length === 1 && only?.type === 'paragraph';
    return `<li>${tight ? inlines(release, only.children) : content.map((block) => simple(release, block)).join('')}</li>`;
  });
  return `<${tag}${from}>${inner.join('')}</${tag}>`;
};

const simple = (release: ToldDocument, block: Paragraph | List): string =>
  block.type === 'list' ? list(release, block) : `<p>${inlines(release, block.children)}</p>`;

const blockHtml = (release: ToldDocument, block: Block): string => {
  switch (block.type) {
    case 'heading':
      return `<h${block.depth}>${inlines(release, block.children)}</h${block.depth}>`;
    case 'paragraph':
    case 'list':
      return simple(release, block);
    case 'quote': {
      const words = block.content.map((paragraph) => simple(release, paragraph)).join('');
      return `<blockquote>${words}${speaksForItself(block) ? '' : `<p>${escapeXml(speakerLine(release, block))}</p>`}</blockquote>`;
    }
    case 'callout':
      return `<aside>${block.content.map((inner) => simple(release, inner)).join('')}</aside>`;
    case 'picture': {
      const { caption, credit, licence } = pictureOf(release, block.id);
      return `<p><em>${escapeXml(`${caption} ${fill(release.labels.credit, { credit, licence })}`)}</em></p>`;
    }
    case 'video': {
      const { title, url } = videoOf(release, block.id);
      return `<p>${link(url, escapeXml(fill(release.labels.video, { title })))}</p>`;
    }
  }
};

/** The parts of a text as HTML that is XML too, without attributes of looks. Addresses are whole. */
export const bodyHtml = (release: ToldDocument): string =>
  release.document.blocks.map((block) => blockHtml(release, block)).join('\n');

/** The note's full text as HTML without attributes of looks, for feed readers. Addresses are whole. */
export const toHtml = (release: PublishedNote): string =>
  [
    ...release.changes.map(
      ({ date, text }) =>
        `<p><em>${escapeXml(release.labels.changes)} – ${escapeXml(date.text)}: ${escapeXml(text)}</em></p>`,
    ),
    ...(release.translationNotice ? [`<p><em>${escapeXml(release.translationNotice)}</em></p>`] : []),
    `<p><strong>${escapeXml(release.subtitle)}</strong></p>`,
    ...(release.citySummary ? [`<p><strong>${escapeXml(release.citySummary)}</strong></p>`] : []),
    bodyHtml(release),
    `<p><small>${escapeXml(release.fundingStatement)}</small></p>`,
  ].join('\n');
