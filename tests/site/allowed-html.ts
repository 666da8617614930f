import type { CheerioAPI } from 'cheerio';

/** What a text of an editor may become, and nothing else: elements with the attributes that they may have. */
const inTexts: Readonly<Record<string, readonly string[]>> = {
  p: ['class'],
  br: [],
  strong: [],
  em: [],
  small: [],
  h2: ['id'],
  h3: ['id'],
  h4: ['id'],
  ul: [],
  ol: ['start'],
  li: [],
  a: ['href', 'rel'],
  bdi: [],
  span: [],
  figure: [],
  blockquote: [],
  figcaption: [],
  footer: [],
  cite: [],
  aside: [],
  div: ['role'],
  picture: [],
  source: ['type', 'srcset', 'sizes'],
  img: ['src', 'alt', 'width', 'height', 'loading', 'decoding'],
};
const everywhereInTexts = ['class', 'id', 'lang', 'dir', 'data-pagefind-ignore', 'data-pagefind-weight'];

/** Elements that bring somebody else's page or program, or send the reader away. Cards of the network's own may be shown. */
const nowhere =
  'iframe:not([src^="/riquadri/"]), frame, frameset, object, embed, applet, base[href], portal, meta[http-equiv=refresh], form[action^=http]';

const addresses = ['href', 'src', 'action', 'formaction', 'data', 'poster', 'srcset', 'content'];

/** Everything in a page that could run a program of somebody else's, or that no text may hold. */
export const forbiddenHtml = ($: CheerioAPI): string[] => {
  const found: string[] = [];
  $(nowhere).each((_, element) => void found.push(`<${element.tagName}>`));
  $('meta[http-equiv]').each((_, { attribs }) => {
    if (attribs['http-equiv']?.toLowerCase() !== 'content-security-policy')
      found.push(`<meta http-equiv=${attribs['http-equiv']}>`);
  });
  $('*').each((_, element) => {
    if (!('attribs' in element)) return;
    for (const [name, value] of Object.entries(element.attribs)) {
      // In SVG a name is parted from its namespace: `xlink:href` is `href` with a prefix.
      const prefix = element['x-attribsPrefix']?.[name];
      const place = `<${element.tagName} ${prefix ? `${prefix}:` : ''}${name}="${value.slice(0, 60)}">`;
      if (/^on/i.test(name) || name === 'srcdoc') found.push(place);
      // eslint-disable-next-line no-control-regex -- browsers pass over them in an address
      if (addresses.includes(name) && /^[\s\u0000-\u001f]*(?:javascript|vbscript|data:text)/i.test(value))
        found.push(place);
    }
  });
  $('.prose *').each((_, element) => {
    if (!('attribs' in element) || $(element).closest('.video-card').length > 0) return;
    const { tagName, attribs } = element;
    const allowed = inTexts[tagName];
    if (!allowed) found.push(`<${tagName}> in a text`);
    for (const name of Object.keys(attribs))
      if (allowed && ![...allowed, ...everywhereInTexts].includes(name))
        found.push(`<${tagName} ${name}> in a text`);
  });
  return [...new Set(found)];
};
