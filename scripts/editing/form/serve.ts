import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import sirv from 'sirv';
import { contentDir } from '../../../src/lib/content-dir.ts';
import { writeEditorForm } from './bundle.ts';

type Middleware = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

/** Serves the form and the guide while the site is being edited; both are made at the first request. */
export const serveEditorForm = (): Middleware => {
  const cacheDir = resolve(process.env['SITE_CACHE_DIR'] ?? '.cache');
  const siteDir = join(cacheDir, 'editing');
  let ready: Promise<Middleware> | undefined;
  return (request, response, next) => {
    ready ??= writeEditorForm({ siteDir, contentDir: resolve(contentDir()), cacheDir }).then(() =>
      sirv(join(siteDir, 'admin'), { dev: true }),
    );
    ready.then((serve) => {
      serve(request, response, next);
    }, next);
  };
};
