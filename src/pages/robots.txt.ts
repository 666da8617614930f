import type { APIRoute } from 'astro';
import { absoluteUrl } from '../queries/addresses.ts';

/** Everything may be read; where the list of pages is. */
export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absoluteUrl('/sitemap-index.xml')}\n`);
