import { readFile } from 'node:fs/promises';
import type { APIRoute } from 'astro';
import { packageFile } from '../../lib/package-files.ts';

/** The licence of the map's library, which has to go with every copy of it. */
export const GET: APIRoute = async () => new Response(await readFile(packageFile('leaflet/LICENSE'), 'utf8'));
