import { createHash } from 'node:crypto';
import { cpSync, existsSync, globSync, readFileSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { CmsConfig } from '@sveltia/cms';
import { build, type Plugin } from 'vite';
import { isSealed, sealFolder, sealName } from '../../../src/lib/sealed-folder.ts';
import { siteConfig, type Repository } from '../../../src/site.config.ts';
import { cmsConfig, editorForm } from './config.ts';
import { writeGuide } from './guide.ts';
import type { FileFormat } from './shape.ts';

const browserDir = join(import.meta.dirname, 'browser');
const projectRoot = resolve(import.meta.dirname, '../../..');

/** What the form's own page may do: run the site's scripts, and speak with the repository's service and nobody else. */
const policy = (repository: Repository | null): string => {
  const service = repository && services[repository.name];
  return [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self' blob:",
    // The form writes its styles while it runs.
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    `img-src 'self' blob: data:${service ? ` ${service.pictures}` : ''}`,
    "media-src 'self' blob:",
    // The page of a note beside its fields, from the editors' own server.
    "frame-src 'self' blob:",
    `connect-src 'self' blob: data:${service ? ` ${service.api}` : ''}`,
  ].join('; ');
};

const services = {
  github: {
    api: 'https://api.github.com',
    pictures: 'https://avatars.githubusercontent.com',
  },
  gitlab: { api: 'https://gitlab.com', pictures: 'https://gitlab.com https://secure.gravatar.com' },
} as const satisfies Record<Repository['name'], { api: string; pictures: string }>;

/** What the form is told in the browser. */
export interface FormSettings {
  config: CmsConfig;
  formats: Record<string, FileFormat>;
  /** Whether changes can be saved to a Git service; otherwise only to this computer. */
  hasRepository: boolean;
}

type Words = { [key: string]: string | Words };

/** Words of ours, by the names of the package's. */
const ownWords = (file: string): Words => JSON.parse(readFileSync(join(browserDir, file), 'utf8')) as Words;

/**
 * The form's Italian words: the package's, and where it has none yet those of `it-missing.json`; where the package's would
 * mislead, those of `it-own.json`.
 * @param packaged the package's words, as JSON
 */
export const italianWords = (packaged: string): Words =>
  filled(ownWords('it-own.json'), filled(JSON.parse(packaged) as Words, ownWords('it-missing.json')));

const filled = (words: Words, missing: Words): Words =>
  Object.fromEntries(
    [...new Set([...Object.keys(words), ...Object.keys(missing)])].map((key) => {
      const [own, other] = [words[key], missing[key]];
      return [
        key,
        typeof own === 'object' && typeof other === 'object'
          ? filled(own, other)
          : ((own ?? other) as string | Words),
      ];
    }),
  );

/** What a page in the preview may do besides. */
const ACTIONS = 'allow-forms allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation';

const NOTHING = '\0nothing';

const formPlugin = (csp: string): Plugin => ({
  name: 'lgnet-editor-form',
  enforce: 'pre',
  resolveId(id, importer) {
    if (!importer?.includes('@sveltia/cms')) return undefined;
    // The form speaks Italian whatever the browser's language is, and shows no program code.
    if (/\/locales\/.+\.json$/.test(id))
      return this.resolve('../locales/it.json', importer, { skipSelf: true });
    if (/^@shikijs\/(?:langs|themes)\//.test(id)) return NOTHING;
    return undefined;
  },
  load: (id) => (id === NOTHING ? 'export default {};' : undefined),
  transform(code, id) {
    if (!id.includes('@sveltia/cms')) return undefined;
    if (id.endsWith('/locales/it.json')) return { code: JSON.stringify(italianWords(code)), map: null };
    const own = code
      // The packaged fonts are registered too: these rules would only ask a server elsewhere for the same ones.
      .replaceAll(/@font-face \{[^}]*https:\/\/cdn\.jsdelivr\.net[^}]*\}/g, '')
      // Whoever sees badly must be able to zoom.
      .replaceAll(/([`'"])maximum-scale=1\1,?/g, '')
      // The note's own page stands in the preview: its actions are forms, and its links lead on.
      .replace(/(sandbox="allow-same-origin allow-scripts allow-popups)(" class)/, `$1 ${ACTIONS}$2`)
      // The folder that the editors' own server lends is opened without asking.
      .replace(
        /(let (\w+)=\w+\?null:)(await \w+\?\.get\(\w+\)\?\?null;if\(\2\)\{if\(await \2\.requestPermission)/,
        '$1globalThis.lgnetFolder??$3',
      );
    if (id.endsWith('/npm/index.js') && !(own.includes('globalThis.lgnetFolder??') && own.includes(ACTIONS)))
      throw new Error('The form opens its folder or its preview in another way now: see formPlugin.');
    return own === code ? undefined : { code: own, map: null };
  },
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: csp },
      injectTo: 'head-prepend',
    },
  ],
});

/**
 * The form for editors as a folder to serve at `/admin/`, made once for the same schemas, packages and settings.
 * @param options.cacheDir where made forms are kept
 * @param options.repository where the form saves; `null`: only on the editor's own computer
 * @param options.siteUrl the site's address
 * @returns the folder
 */
export const bundleEditorForm = async ({
  cacheDir,
  repository,
  siteUrl,
}: {
  cacheDir: string;
  repository: Repository | null;
  siteUrl: string;
}): Promise<string> => {
  const form = editorForm();
  const settings: FormSettings = {
    config: cmsConfig(form, repository, siteUrl),
    formats: form.formats,
    hasRepository: repository !== null,
  };
  const csp = policy(repository);
  const hash = createHash('sha256').update(JSON.stringify([settings, csp]));
  for (const file of ['package-lock.json', ...sources()]) hash.update(readFileSync(join(projectRoot, file)));
  const made = join(cacheDir, 'editor-form', hash.digest('hex').slice(0, 16));
  if (isSealed(made)) {
    // What is in use is not tidied away (scripts/building/steps/tidy-cache.ts).
    utimesSync(made, new Date(), new Date());
    return made;
  }

  const unfinished = `${made}.${process.pid}`;
  await build({
    root: browserDir,
    base: '/admin/',
    configFile: false,
    logLevel: 'warn',
    plugins: [formPlugin(csp)],
    define: { FORM_SETTINGS: JSON.stringify(settings) },
    build: {
      outDir: unfinished,
      emptyOutDir: true,
      license: { fileName: 'licences.md' },
      target: 'es2023',
      chunkSizeWarningLimit: 4096,
      rolldownOptions: { checks: { pluginTimings: false } },
    },
  });
  sealFolder(unfinished);
  rmSync(made, { recursive: true, force: true });
  renameSync(unfinished, made);
  return made;
};

const sources = (): string[] =>
  globSync('scripts/editing/{form/**/*,content/front-matter}.{ts,css,html,json}', {
    cwd: projectRoot,
  }).sort();

/**
 * Everything at `/admin/`: the form and the guide.
 * @param settings.siteDir the folder of the site
 */
export const writeEditorForm = async ({
  siteDir,
  contentDir,
  cacheDir,
}: {
  siteDir: string;
  contentDir: string;
  cacheDir: string;
}): Promise<void> => {
  const made = await bundleEditorForm({
    cacheDir,
    repository: siteConfig.repository,
    siteUrl: siteConfig.url,
  });
  const adminDir = join(siteDir, 'admin');
  cpSync(made, adminDir, { recursive: true, filter: (source) => basename(source) !== sealName });
  // A content folder of another place may have no guide: the project's own serves it too.
  const hasGuide = existsSync(join(contentDir, 'README/errori.md'));
  writeGuide(hasGuide ? contentDir : join(projectRoot, 'content'), join(adminDir, 'guida'));
};
