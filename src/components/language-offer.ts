import { createHash } from 'node:crypto';

/** Runs in the page, before what stands below the offer is painted: a module would push the page down after that. */
const offerLanguage = (): void => {
  const offers = document.getElementById('language-offer');
  const key = 'language-offer-dismissed';
  const here = document.documentElement.lang;
  let dismissed = true;
  try {
    dismissed = localStorage.getItem(key) !== null;
  } catch {
    // Storage can be forbidden: then no offer, rather than one that cannot be closed for good.
  }
  const preferred = navigator.languages.map((tag) => tag.split('-')[0]);
  const wanted = preferred.find((code) => code === here || offers?.querySelector(`[data-offer="${code}"]`));
  const offer = offers?.querySelector<HTMLElement>(`[data-offer="${wanted}"]`);
  if (offers && offer && !dismissed) {
    offers.hidden = offer.hidden = false;
    offer.querySelector('button')?.addEventListener('click', () => {
      offers.hidden = true;
      localStorage.setItem(key, '1');
    });
  }
};

/** The script for the page, as it stands there. */
export const languageOffer = `(${offerLanguage.toString().replaceAll(/^\s*\/\/.*\n|^\s+/gm, '')})()`;

/** What the page's policy knows the script by. */
export const languageOfferHash =
  `sha256-${createHash('sha256').update(languageOffer).digest('base64')}` as const;
