/**
 * `npm run build`: the whole site, from `content/` to `dist/`. Every step works in a staging folder;
 * `dist/` changes only when all have succeeded.
 *
 * Environment: SITE_CONTENT_DIR (./content), SITE_OUT_DIR (./dist), SITE_CACHE_DIR (./.cache),
 * SITE_NOW (the last commit's date; `now` for the later of it and now), SITE_URL (the site's address, see
 * src/site.config.ts), SITE_COMPRESS (`no` makes no compressed copies), SITE_PUBLISHER_REQUIRED (`1` refuses a site that
 * nobody answers for).
 */
import { checkBefore } from './building/steps/check-before.ts';
import { editorForm } from './building/steps/editor-form.ts';
import { hostingFiles } from './building/steps/hosting-files.ts';
import { explained, pictureFault } from './building/steps/faults.ts';
import { discard, publish, recover } from './building/steps/publish.ts';
import { renderPages } from './building/steps/render-pages.ts';
import { responsiblesNamed } from './building/steps/responsibles-named.ts';
import { searchIndex } from './building/steps/search-index.ts';
import { exportSettings, readBuildSettings } from './building/steps/settings.ts';
import { BuildStopped, type BuildStep } from './building/steps/step.ts';
import { tidyCache } from './building/steps/tidy-cache.ts';
import { inTurn } from './building/steps/build-lock.ts';

const steps: readonly BuildStep[] = [
  responsiblesNamed,
  checkBefore,
  renderPages,
  searchIndex,
  editorForm,
  hostingFiles,
];

process.env['ASTRO_TELEMETRY_DISABLED'] ??= '1';

try {
  const settings = readBuildSettings();
  exportSettings(settings);
  console.log(`Sito al ${settings.now.date.toISOString()} (${settings.now.from}) in ${settings.outDir}`);

  await inTurn(
    settings.root,
    (other) =>
      console.log(
        `Aspetto che finisca un’altra generazione in questa cartella${other ? ` (processo ${other.pid}, dal ${other.since})` : ''}…`,
      ),
    async () => {
      try {
        await recover(settings);
        for (const { name, run } of steps) {
          const start = performance.now();
          await run(settings);
          console.log(`✓ ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
        }
        await publish(settings);
      } catch (error) {
        // Other pages may be being written at this moment: what they write goes last of all.
        process.once('exit', () => discard(settings));
        throw (await pictureFault(error, settings.contentDir)) ?? explained(error, settings.outDir);
      }
      tidyCache(settings.cacheDir);
    },
  );
} catch (error) {
  console.error(error instanceof BuildStopped ? error.message : error);
  console.error('Il sito NON è stato generato: quello di prima è rimasto com’era.');
  // A page that failed leaves Astro's helper processes waiting: they would keep this one alive.
  process.exit(1);
}
