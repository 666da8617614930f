/**
 * `npm run build`: the whole site, from `content/` to `dist/`. Every step works in a staging folder;
 * `dist/` changes only when all have succeeded. Where nothing has changed since the last build, nothing is built.
 *
 * Environment: SITE_CONTENT_DIR (./content), SITE_OUT_DIR (./dist), SITE_CACHE_DIR (./.cache),
 * SITE_NOW (the last commit's date; `now` for the later of it and now), SITE_URL (the site's address, see
 * src/site.config.ts), SITE_COMPRESS (`no` makes no compressed copies), SITE_PUBLISHER_REQUIRED (`1` refuses a site that
 * nobody answers for).
 */
import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';

// Code that was read once is not compiled again, here and in the processes that are started from here.
const compiled = resolve(process.env['SITE_CACHE_DIR'] ?? '.cache', 'compiled');
enableCompileCache(compiled);
process.env['NODE_COMPILE_CACHE'] ??= compiled;

await import('./building/build-site.ts');
