const PLAIN_HOST = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?$/;

/**
 * Whether the host of an address is made of letters, digits, points and hyphens alone. An address may hold more by the
 * standard of the web, `https://a.it;script-src`: in a content security policy that would be words of their own.
 */
export const hasPlainHost = (address: string): boolean =>
  URL.canParse(address) && PLAIN_HOST.test(new URL(address).host);
