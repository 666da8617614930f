import {
  forgetPublished,
  publishedRecord,
  writePublished,
} from '../../src/integrations/page-cache/last-output.ts';
import { contentCheck } from './steps/content-check.ts';
import { editorForm } from './steps/editor-form.ts';
import { forgetFinished, inputsOf, isFinished, writeFinished } from './steps/finished-site.ts';
import { holdOutput } from './steps/held-output.ts';
import { hostingFiles } from './steps/hosting-files.ts';
import { explained, pictureFault } from './steps/faults.ts';
import { discard, discardLater, publish, recover } from './steps/publish.ts';
import { renderPages } from './steps/render-pages.ts';
import { responsiblesNamed } from './steps/responsibles-named.ts';
import { searchIndex } from './steps/search-index.ts';
import { exportSettings, readBuildSettings, type BuildSettings } from './steps/settings.ts';
import { BuildStopped, type BuildStep } from './steps/step.ts';
import { tidyOnceADay } from './steps/tidy-cache.ts';
import { inTurn } from './steps/build-lock.ts';

/** What makes the site, in this order. */
const making: readonly BuildStep[] = [renderPages, searchIndex, editorForm, hostingFiles];

const run = async (settings: BuildSettings, steps: readonly BuildStep[]): Promise<void> => {
  for (const step of steps) {
    const start = performance.now();
    await step.run(settings);
    console.log(`✓ ${step.name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  }
};

/**
 * Makes the site while another process checks its content, and says nothing before that has ended: pages of a content with a
 * mistake may stumble over it, and whoever made it reads of it in the words of the check.
 */
const checkAndMake = async (settings: BuildSettings): Promise<void> => {
  const checked = run(settings, [contentCheck]);
  // Its words go to the terminal from its own process.
  const held = holdOutput();
  const made = run(settings, making);
  made.catch(() => undefined);
  try {
    await checked;
    held.end(true);
  } catch (error) {
    held.end(false);
    throw error;
  }
  await made;
};

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
      // Astro changes its environment while it builds.
      const env = { ...process.env };
      const inputs = inputsOf(settings, env);
      if (isFinished(settings, inputs)) {
        console.log('È tutto come nella generazione di prima: il sito è già questo.');
        return;
      }
      forgetFinished(settings);
      try {
        await recover(settings);
        await run(settings, [responsiblesNamed]);
        await checkAndMake(settings);
        const record = publishedRecord(settings.astroCacheDir);
        forgetPublished(record);
        await publish(settings, discardLater);
        writePublished(record, settings.outDir);
        // What changed meanwhile is not in the site.
        if (inputsOf(settings, env) === inputs) writeFinished(settings, inputs);
      } catch (error) {
        // Other pages may be being written at this moment: what they write goes last of all.
        process.once('exit', () => discard(settings));
        throw (await pictureFault(error, settings.contentDir)) ?? explained(error, settings.outDir);
      }
      tidyOnceADay(settings.cacheDir);
    },
  );
} catch (error) {
  console.error(error instanceof BuildStopped ? error.message : error);
  console.error('Il sito NON è stato generato: quello di prima è rimasto com’era.');
  // A page that failed leaves Astro's helper processes waiting: they would keep this one alive.
  process.exit(1);
}
