import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** What the notes' own elements are in a site that makes nothing of them. */
const element = '---\n---\n<div><slot /></div>\n';

const config = `import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
export default defineConfig({ integrations: [mdx()], build: { concurrency: 8 }, devToolbar: { enabled: false } });

`;

const collections = (mdxDir: string) => `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
export const collections = {
  notes: defineCollection({
    loader: glob({ base: ${JSON.stringify(mdxDir)}, pattern: '**/*.mdx', generateId: ({ entry }) => entry.replace('.mdx', '') }),
  }),
};
`;

const page = `---
import { getCollection, render } from 'astro:content';
import Element from '../components/Element.astro';
export const getStaticPaths = async () =>
  (await getCollection('notes')).map((note) => ({ params: { note: note.id }, props: { note } }));
const { note } = Astro.props;
const { Content } = await render(note);
const components = { Figure: Element, Quote: Element, Attribution: Element, Simple: Element, Picture: Element, Video: Element };
---
<!doctype html>
<html lang="it">
  <head><meta charset="utf-8" /><title>{note.data.title}</title></head>
  <body><main><h1>{note.data.title}</h1><Content components={components} /></main></body>
</html>
`;

const build = (root: string) => `import { build } from 'astro';
await build({ root: ${JSON.stringify(root)}, logLevel: 'error' });
console.log('✓ pagine (0.0 s)');
`;

/**
 * Writes what the manual of Astro would make of the same notes: an MDX collection and one page, without lists, files,
 * search or compression. What ours costs is measured against it.
 * @param root the folder of the site, below the project's so that it finds the same packages
 * @param contentDir the content whose notes it shows
 * @returns the script that builds it, and how many pages it makes
 */
export const writeBareSite = (root: string, contentDir: string): { script: string; pages: number } => {
  const notes = join(contentDir, 'press-notes');
  const mdxDir = relative(root, notes);
  const files = {
    'astro.config.mjs': config,
    'src/content.config.ts': collections(mdxDir),
    'src/components/Element.astro': element,
    'src/pages/[...note].astro': page,
    'build.mjs': build(root),
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return { script: join(root, 'build.mjs'), pages: globSync('**/*.mdx', { cwd: notes }).length };
};
