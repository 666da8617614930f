import { escapeMarkdown } from '../lib/escape.ts';
import type { Block, Inline, List, Paragraph } from '../documents/note-document/index.ts';
import { speakerLine, speaksForItself } from './plain-text.ts';
import { absoluteLink, fill, pictureOf, videoOf, type PublishedNote } from '../documents/published-note.ts';

const address = (url: string): string =>
  `<${url.replace(/[<>\\]/g, encodeURIComponent).replace(/\s/g, '%20')}>`;

/** A run of emphasis has no blanks inside its marks, or CommonMark does not see it. */
const emphasised = (mark: string, inner: string): string => {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inner) ?? [];
  return words === '' ? inner : `${before}${mark}${words}${mark}${after}`;
};

const inlines = (release: PublishedNote, nodes: readonly Inline[]): string =>
  nodes
    .map((node): string => {
      switch (node.type) {
        case 'text':
          return escapeMarkdown(node.value);
        case 'strong':
          return emphasised('**', inlines(release, node.children));
        case 'emphasis':
          return emphasised('*', inlines(release, node.children));
        case 'link':
          return `[${inlines(release, node.children)}](${address(absoluteLink(release, node.url))})`;
        case 'lineBreak':
          return '\\\n';
        case 'figureMark':
        case 'attribution':
          return inlines(release, node.children);
      }
    })
    .join('');

const indented = (text: string, by: number): string => text.replaceAll('\n', `\n${' '.repeat(by)}`);

const list = (release: PublishedNote, node: List): string =>
  node.items
    .map(({ content }, index) => {
      const mark = node.ordered ? `${node.start + index}. ` : '- ';
      return `${mark}${indented(content.map((block) => simple(release, block)).join('\n\n'), mark.length)}`;
    })
    .join('\n');

const simple = (release: PublishedNote, block: Paragraph | List): string =>
  block.type === 'list' ? list(release, block) : inlines(release, block.children);

const quoted = (text: string): string => text.replace(/^/gm, '> ').replace(/^> $/gm, '>');

const blockMarkdown = (release: PublishedNote, block: Block): string => {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.depth)} ${inlines(release, block.children).replaceAll('\\\n', ' ')}`;
    case 'paragraph':
    case 'list':
      return simple(release, block);
    case 'quote': {
      const words = block.content.map((paragraph) => simple(release, paragraph));
      return quoted(
        [...words, ...(speaksForItself(block) ? [] : [escapeMarkdown(speakerLine(release, block))])].join(
          '\n\n',
        ),
      );
    }
    case 'callout':
      return quoted(block.content.map((inner) => simple(release, inner)).join('\n\n'));
    case 'picture': {
      const { caption, credit, licence } = pictureOf(release, block.id);
      return `*${escapeMarkdown(`${caption} ${fill(release.labels.credit, { credit, licence })}`)}*`;
    }
    case 'video': {
      const { title, url } = videoOf(release, block.id);
      return `[${escapeMarkdown(fill(release.labels.video, { title }))}](${address(url)})`;
    }
  }
};

/** The text of a note alone, without what stands around it. */
export const bodyMarkdown = (release: PublishedNote): string =>
  release.document.blocks.map((block) => blockMarkdown(release, block)).join('\n\n');

/** The note as Markdown (CommonMark), word for word. */
export const toMarkdown = (release: PublishedNote): string => {
  const { labels, letterhead, changes, contacts, contactsNote, boilerplate } = release;
  const section = (title: string, ...lines: string[]): string =>
    [`## ${escapeMarkdown(title)}`, ...lines].join('\n\n');
  const parts = [
    ...(letterhead
      ? [letterhead.lines.map(escapeMarkdown).join('\\\n'), `**${escapeMarkdown(letterhead.kicker)}**`]
      : []),
    `# ${escapeMarkdown(release.title)}`,
    `**${escapeMarkdown(release.subtitle)}**`,
    ...(release.citySummary ? [`**${escapeMarkdown(release.citySummary)}**`] : []),
    ...(release.translationNotice ? [`*${escapeMarkdown(release.translationNotice)}*`] : []),
    ...(release.document.blocks.length > 0 ? [bodyMarkdown(release)] : []),
    '* * *',
    ...(changes.length > 0
      ? [
          section(
            labels.changes,
            changes.map(({ date, text }) => `- ${escapeMarkdown(`${date.text}: ${text}`)}`).join('\n'),
          ),
        ]
      : []),
    ...(contacts.length > 0
      ? [
          section(
            labels.contacts,
            ...(contactsNote ? [escapeMarkdown(contactsNote)] : []),
            contacts
              .map(
                ({ name, email }) =>
                  `- ${escapeMarkdown(name)}: [${escapeMarkdown(email)}](${address(`mailto:${email}`)})`,
              )
              .join('\n'),
          ),
        ]
      : []),
    ...(boilerplate.length > 0 ? [section(labels.about, ...boilerplate.map(escapeMarkdown))] : []),
    `${escapeMarkdown(labels.online)}: ${address(release.url)}`,
    escapeMarkdown(release.fundingStatement),
  ];
  return `${parts.join('\n\n')}\n`;
};
