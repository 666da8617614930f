import { createHash } from 'node:crypto';

/** Runs in the page, before what stands below the offer is painted: a module would push the page down after that. */
const offerLanguage = (): void => {
  const offer = document.getElementById('language-offer');
  const key = 'language-offer-dismissed';
  let dismissed = true;
  try {
    dismissed = localStorage.getItem(key) !== null;
  } catch {
    // Storage can be forbidden: then no offer, rather than one that cannot be closed for good.
  }
  // Browsers know Dari as a kind of Persian: so does this, whatever the language's own code.
  const known = (tag: string): string => new Intl.Locale(tag).language;
  const here = known(document.documentElement.lang);
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.languages a[data-offer]')];
  const linkTo = (language: string): HTMLAnchorElement | undefined =>
    links.find((link) => known(link.lang) === language);
  const wanted = navigator.languages.map(known).find((language) => language === here || linkTo(language));
  const link = wanted === undefined ? undefined : linkTo(wanted);
  if (offer && link && !dismissed) {
    const { href, lang, hreflang } = link;
    const text = link.dataset['offer'] ?? '';
    const paragraph = offer.firstElementChild as HTMLElement;
    paragraph.lang = lang;
    paragraph.dir = link.dir || document.documentElement.dir;
    paragraph.prepend(Object.assign(document.createElement('a'), { href, hreflang, textContent: text }));
    offer.hidden = false;
    offer.querySelector('button')?.addEventListener('click', () => {
      offer.hidden = true;
      localStorage.setItem(key, '1');
    });
  }
};

/** The script for the page, as it stands there. */
export const languageOffer = `(${offerLanguage.toString().replaceAll(/^\s*\/\/.*\n|^\s+/gm, '')})()`;

/** What the page's policy knows the script by. */
export const languageOfferHash =
  `sha256-${createHash('sha256').update(languageOffer).digest('base64')}` as const;
