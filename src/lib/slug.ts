/** A slug: lower-case ASCII words joined by hyphens. It is part of addresses, so it never changes once published. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A text as a slug: "Città di Palermo" is `citta-di-palermo`; empty where it has no Latin letter and no digit. */
export const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
