import type { APIRoute } from 'astro';
import { buildInstant } from '../../queries/publication.ts';
import { absoluteUrl } from '../../queries/addresses.ts';
import { siteConfig } from '../../site.config.ts';

/** Where security problems are reported (RFC 9116). It expires a year after the build, so that it is looked after. */
export const GET: APIRoute = () => {
  const expires = buildInstant();
  expires.setUTCFullYear(expires.getUTCFullYear() + 1);
  const lines = [
    `Contact: mailto:${siteConfig.securityContact}`,
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: it, en',
    `Canonical: ${absoluteUrl('/.well-known/security.txt')}`,
  ];
  return new Response(`${lines.join('\n')}\n`);
};
