import { defineMiddleware } from 'astro:middleware';
import { policyFirst } from './lib/policy-first.ts';

/** Astro writes a page's policy at the end of its head: what stands before it would not be bound by it. */
export const onRequest = defineMiddleware(async (_context, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  return new Response(policyFirst(await response.text()), response);
});
