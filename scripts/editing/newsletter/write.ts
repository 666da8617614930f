import { withoutMarks } from '../../../src/i18n/bidi.ts';
import { languageOf } from '../../../src/i18n/languages.ts';
import { colour } from '../../../src/lib/colours.ts';
import { escapeXml } from '../../../src/lib/escape.ts';
import type { Newsletter } from './issue.ts';

/** Letters of a line of plain text: mail programs fold longer ones by themselves, and badly. */
const LINE = 72;

/** A text in lines, broken between words. */
const folded = (text: string): string => {
  const lines: string[] = [''];
  for (const word of text.split(/[ \n]+/)) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + word.length >= LINE) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join('\n');
};

/** A newsletter as the plain text that goes beside the HTML in the same mail. */
export const newsletterText = ({ title, period, items, help, home, notice, funding }: Newsletter): string =>
  withoutMarks(
    [
      `${title}\n${period}`,
      ...items.map(({ title: name, summary, url, tags, date }) =>
        [folded(name), [date, ...tags].join(' · '), '', folded(summary), url].join('\n'),
      ),
      `${help.label}\n${help.url}`,
      `${home.label}\n${home.url}`,
      ...(notice === '' ? [] : [folded(notice)]),
      folded(funding),
    ].join(`\n\n${'-'.repeat(LINE)}\n\n`),
  ) + '\n';

/**
 * A newsletter as HTML for mail programs: styles in the elements, because many drop `<style>`; no picture, no table, no
 * address but those of the site. Where a program turns it dark, both colours of each pair are ours or both are its own.
 */
export const newsletterHtml = (newsletter: Newsletter): string => {
  const { lang, dir, title, period, items, help, home, notice, funding } = newsletter;
  const [ink, soft, link, night, onNight, line] = [
    colour('ink'),
    colour('ink-soft'),
    colour('link'),
    colour('night'),
    colour('on-night'),
    colour('line'),
  ];
  const a = ({ url, label }: { url: string; label: string }, style: string): string =>
    `<a href="${escapeXml(url)}" style="${style}">${escapeXml(label)}</a>`;
  const articles = items.map(
    ({ title: name, summary, url, tags, date, lang: own }) => `
<div class="item"${own === lang ? '' : ` lang="${own}" dir="${languageOf(own).dir}"`} style="padding:24px 24px 0">
<p style="margin:0 0 4px;font-size:14px;color:${soft}">${escapeXml([date, ...tags].join(' · '))}</p>
<h2 style="margin:0 0 8px;font-size:20px;line-height:1.3">${a({ url, label: name }, `color:${link}`)}</h2>
<p style="margin:0;font-size:16px;line-height:1.6">${escapeXml(summary)}</p>
</div>`,
  );
  return `<!doctype html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeXml(title)}</title>
<style>
@media (prefers-color-scheme: dark) {
  body { background: ${night} !important; }
  .sheet, .item p, .item h2, .foot p { background: ${ink} !important; color: ${onNight} !important; }
  .sheet a { color: ${colour('lit')} !important; }
}
</style>
</head>
<body style="margin:0;padding:0;background:${colour('surface')}">
<div class="sheet" role="article" aria-label="${escapeXml(title)}" style="max-width:600px;margin:0 auto;background:${colour('paper')};color:${ink};font-family:Arial,Helvetica,sans-serif">
<div style="padding:24px;background:${night};color:${onNight}">
<h1 style="margin:0;font-size:26px;line-height:1.25;color:${onNight}">${escapeXml(title)}</h1>
<p style="margin:8px 0 0;font-size:16px;background:${night};color:${onNight}">${escapeXml(period)}</p>
</div>${articles.join('')}
<div class="foot" style="padding:24px">
<p style="margin:0 0 8px;padding-top:24px;border-top:1px solid ${line};font-size:16px">${a({ url: help.url, label: help.label }, `color:${link};font-weight:bold`)}</p>
<p style="margin:0 0 16px;font-size:16px">${a({ url: home.url, label: home.label }, `color:${link}`)}</p>
${
  notice === ''
    ? ''
    : `<p style="margin:0 0 16px;font-size:14px;line-height:1.5;color:${soft}">${escapeXml(notice)}</p>
`
}<p style="margin:0;font-size:13px;line-height:1.5;color:${soft}">${escapeXml(funding)}</p>
</div>
</div>
</body>
</html>
`;
};

/** Bytes of HTML behind which mail programs cut a mail. */
const MOST_BYTES = 100_000;

/** A newsletter that no mail program cuts: where it would be too long the oldest items are left out. */
export const fitting = (newsletter: Newsletter): Newsletter => {
  const sizeOf = (items: Newsletter['items']): number =>
    Buffer.byteLength(newsletterHtml({ ...newsletter, items }));
  const around = sizeOf([]);
  let room = MOST_BYTES - around;
  const count = newsletter.items.findIndex((item) => (room -= sizeOf([item]) - around) < 0);
  return count === -1 ? newsletter : { ...newsletter, items: newsletter.items.slice(0, count) };
};
