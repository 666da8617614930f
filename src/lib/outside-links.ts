/**
 * The `rel` of a link: whoever is led to another site brings no address of this one along. `undefined` for links inside.
 * @param href address of the link
 * @param more further words, such as `license`
 */
export const relOf = (href: string, more?: string): string | undefined =>
  /^(?:https?:)?\/\//i.test(href) ? [more, 'external', 'noreferrer'].filter(Boolean).join(' ') : more;
