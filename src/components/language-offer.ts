import { createHash } from 'node:crypto';
import { minifySync } from 'vite';

/**
 * Runs in the page, before what stands below the offer is painted: a module would push the page down after that. Browsers know
 * Dari as a kind of Persian, and so does this, whatever the language's own code.
 */
const offerLanguage = (): void => {
  const known = (tag: string): string => new Intl.Locale(tag).language;
  const offer = document.getElementById('language-offer') as HTMLElement;
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.languages a')];
  const key = 'language-offer-dismissed';
  for (const tag of navigator.languages) {
    const link = links.find(({ lang }) => known(lang) === known(tag));
    if (!link) continue;
    // Storage can be forbidden: then no offer, rather than one that cannot be closed for good.
    if (!link.dataset['offer'] || localStorage.getItem(key)) break;
    const paragraph = offer.firstElementChild as HTMLElement;
    const { href, lang, hreflang, dir } = link;
    const textContent = link.dataset['offer'];
    Object.assign(paragraph, { lang, dir: dir || document.dir });
    paragraph.prepend(Object.assign(document.createElement('a'), { href, hreflang, textContent }));
    offer.hidden = false;
    paragraph.lastElementChild?.addEventListener('click', () => {
      offer.hidden = true;
      localStorage.setItem(key, '1');
    });
    break;
  }
};

/** The script for the page, as it stands there: every page carries it. */
export const languageOffer = minifySync(
  'offer.js',
  `try{(${offerLanguage.toString()})()}catch{}`,
).code.trim();

/** What the page's policy knows the script by. */
export const languageOfferHash =
  `sha256-${createHash('sha256').update(languageOffer).digest('base64')}` as const;
