/**
 * Whether the editors' own server (`npm run dev`) is running: it shows what is not public yet, and reads the content anew
 * for every page. The configuration says which command is run; `import.meta.env.DEV` would be true in a build too, where
 * the environment has a variable of that name.
 */
export const isDevServer = (): boolean => process.env['SITE_DEV_SERVER'] === '1';
