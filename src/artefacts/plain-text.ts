import { blockText, type Block } from '../documents/note-document/index.ts';
import { fill, pictureOf, videoOf, type PublishedNote } from '../documents/published-note.ts';

const bodyText = (release: PublishedNote, block: Block): string => {
  switch (block.type) {
    case 'picture': {
      const { caption, credit, licence } = pictureOf(release, block.id);
      return `[${caption} ${fill(release.labels.credit, { credit, licence })}]`;
    }
    case 'video': {
      const { title, url } = videoOf(release, block.id);
      return `${fill(release.labels.video, { title })}\n${url}`;
    }
    case 'quote':
      return speaksForItself(block)
        ? blockText(block)
        : `${blockText(block)}\n${speakerLine(release, block)}`;
    default:
      return blockText(block);
  }
};

/** Whether the note's own words already say who speaks. */
export const speaksForItself = (quote: Extract<Block, { type: 'quote' }>): boolean =>
  quote.content.some(({ children }) => children.some(({ type }) => type === 'attribution'));

/** "Maria Rossi, sindaca di Genova" in the language's punctuation. */
export const speakerLine = (
  release: Pick<PublishedNote, 'labels'>,
  { speaker, role }: { speaker: string; role: string },
): string => fill(release.labels.speaker, { speaker, role });

/** The note as plain text (UTF-8, lines end in `\n`), word for word, ready to be pasted. */
export const toPlainText = (release: PublishedNote): string => {
  const { labels, letterhead, changes, contacts, contactsNote, boilerplate } = release;
  const parts = [
    ...(letterhead ? [letterhead.lines.join('\n'), letterhead.kicker] : []),
    release.title,
    release.subtitle,
    ...(release.citySummary ? [release.citySummary] : []),
    ...(release.translationNotice ? [`[${release.translationNotice}]`] : []),
    ...release.document.blocks.map((block) => bodyText(release, block)),
    '* * *',
    ...(changes.length > 0
      ? [[labels.changes, ...changes.map(({ date, text }) => `- ${date.text}: ${text}`)].join('\n')]
      : []),
    ...(contacts.length > 0
      ? [
          [
            labels.contacts,
            ...(contactsNote ? [contactsNote] : []),
            ...contacts.map(({ name, email }) => `- ${name}: ${email}`),
          ].join('\n'),
        ]
      : []),
    ...(boilerplate.length > 0 ? [[labels.about, ...boilerplate].join('\n')] : []),
    `${labels.online}\n${release.url}`,
    release.fundingStatement,
  ];
  return `${parts.join('\n\n')}\n`;
};
