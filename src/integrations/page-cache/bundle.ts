import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import type { ViteBuilder } from 'vite';
import { bundleBaseOf } from './base.ts';
import { KeptBundles, type BundleHead } from './kept-bundles.ts';

type BuildSetup = Parameters<NonNullable<AstroIntegration['hooks']['astro:build:setup']>>[0];
type Output = Awaited<ReturnType<ViteBuilder['build']>>;

/** Folders that Astro writes into, absolute, without a stroke at the end. */
export interface BuildFolders {
  root: string;
  outDir: string;
  cacheDir: string;
}

/** The module that Astro renders pages with, among what Vite wrote. */
const entryIn = (output: Output): string | undefined =>
  [output]
    .flat()
    .flatMap((one) => ('output' in one ? one.output : []))
    .find(({ fileName }) => fileName.startsWith('prerender-entry'))?.fileName;

/** What Astro looks for in a bundle that nothing must be put into any more. */
const outputOf = ({ entry }: BundleHead): Output =>
  ({ output: [{ type: 'chunk', fileName: entry, code: '', moduleIds: [] }] }) as unknown as Output;

/**
 * The bundle of the pages' code: Vite's own, or that of the last build where all that it is made of is the same. What is kept
 * is what Astro has finished, at the last moment before the first page.
 */
export class Bundle {
  readonly #folders: BuildFolders;
  #keep: (() => Promise<void>) | undefined;

  constructor(folders: BuildFolders) {
    this.#folders = folders;
  }

  /** Takes the place of Vite in a build that is being prepared. */
  wrap({ vite, pages, target, updateConfig }: BuildSetup): void {
    const buildApp = vite.builder?.buildApp;
    if (target !== 'server' || !buildApp) return;
    const { root, outDir, cacheDir } = this.#folders;
    updateConfig({
      builder: {
        buildApp: async (builder) => {
          const bundles = new KeptBundles(
            resolve(process.env['SITE_CACHE_DIR'] ?? '.cache', 'bundles'),
            bundleBaseOf(root),
            { out: outDir, cache: cacheDir },
          );
          const kept = await bundles.restore(outDir);
          if (kept) {
            for (const page of pages.values())
              page.styles = structuredClone(kept.styles[page.key] ?? []) as typeof page.styles;
            return buildApp(withoutWork(builder, kept));
          }
          let entry: string | undefined;
          await buildApp({
            ...builder,
            build: async (environment) => {
              const output = await builder.build(environment);
              if (environment.name === 'prerender') entry = entryIn(output);
              return output;
            },
          });
          this.#keep = async () => {
            if (entry === undefined) return;
            const styles = Object.fromEntries([...pages.values()].map(({ key, styles }) => [key, styles]));
            await bundles.keep(outDir, { entry, styles });
          };
        },
      },
    });
  }

  /** Keeps the bundle when the first page is about to be made. */
  keptBefore(astro: AstroPrerenderer): AstroPrerenderer {
    return {
      ...astro,
      setup: async () => {
        await this.#keep?.();
        await astro.setup?.();
      },
    };
  }
}

const withoutWork = (builder: ViteBuilder, kept: BundleHead): ViteBuilder => ({
  ...builder,
  build: (environment) => {
    // Else Vite builds everything after all.
    environment.isBuilt = true;
    return Promise.resolve(outputOf(kept));
  },
});

/** A folder of Astro's as a path. */
export const folderOf = (url: URL): string => fileURLToPath(url).replace(/\/$/, '');
