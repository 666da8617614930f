/**
 * Whether the editors' own server (`npm run dev`) is running: it shows what is not public yet, and reads the content anew
 * for every page. The configuration says which command is run; `import.meta.env.DEV` would be true in a build too, where
 * the environment has a variable of that name.
 */
export const isDevServer = (): boolean => process.env['SITE_DEV_SERVER'] === '1';

/** Counts the requests of the editors' server, so that what one page was made of is forgotten before the next. */
export const countDevRequest = (): void => {
  process.env['SITE_DEV_REQUEST'] = String(Number(process.env['SITE_DEV_REQUEST'] ?? 0) + 1);
};

/** The number of the request that the editors' server is answering; always the same in a build. */
export const devRequest = (): string => (isDevServer() ? (process.env['SITE_DEV_REQUEST'] ?? '0') : '');
