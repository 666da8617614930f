import { chromium, type Browser } from 'playwright-core';

/** Debian's Chromium, told not to talk to anybody. */
export const launchBrowser = (more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    // The typesetter hides the machine's fonts from its process (src/artefacts/typst/own-fonts.ts): without them a browser
    // shows no word, or falls.
    env: { ...process.env, FONTCONFIG_FILE: undefined },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      ...more,
    ],
  });
