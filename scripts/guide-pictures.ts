/**
 * `npm run guide:pictures`: the pictures of the editors' guide, taken anew from the form and the editors' own server.
 * Run it after a change that editors see.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { launchBrowser } from './building/tests/browser.ts';
import { openForm } from './editing/form/open-form.ts';

const root = resolve(import.meta.dirname, '..');
const outDir = join(root, 'content/README');
// Astro reads content only below the project's folder.
mkdirSync(join(root, '.cache'), { recursive: true });
const folder = mkdtempSync(join(root, '.cache/guide-'));
const contentDir = join(folder, 'content');

const draft = `---
title: "Titolo della bozza"
subtitle: "Il sommario della nota."
citySummary: "Nella città di Palermo, in particolare, …"
description: "Una frase per i risultati di ricerca."
city: palermo
edition: lgnet2
date: 2026-03-01
status: draft
---

**Palermo, 1 marzo 2026** – Il testo della nota, parola per parola.
`;

const picture = async (shown: Page | Locator, name: string): Promise<void> => {
  // Fields fade in.
  await wait(600);
  const png = await shown.screenshot({ animations: 'disabled' });
  await sharp(png)
    .webp({ quality: 82, effort: 6 })
    .toFile(join(outDir, `${name}.webp`));
  console.log(`content/README/${name}.webp`);
};

cpSync(join(root, 'content'), contentDir, { recursive: true });
mkdirSync(join(contentDir, 'press-notes/2026-03-01-palermo'));
writeFileSync(join(contentDir, 'press-notes/2026-03-01-palermo/it.mdx'), draft);

const server = spawn(process.execPath, ['scripts/redazione.ts', '--port', '4391'], {
  cwd: root,
  env: { ...process.env, SITE_CONTENT_DIR: contentDir, SITE_CACHE_DIR: join(folder, 'cache') },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const browser = await launchBrowser();
try {
  let said = '';
  const signal = AbortSignal.timeout(60_000);
  while (!said.includes('I contenuti')) said += String((await once(server.stdout, 'data', { signal }))[0]);
  const origin = /http:\/\/localhost:\d+/.exec(said)?.[0] ?? '';

  const { page } = await openForm(browser, origin, join(root, 'content'));
  await page.setViewportSize({ width: 1100, height: 720 });
  const enter = page.getByRole('button', { name: 'Lavora con Repository Locale' });
  await enter.waitFor();
  await picture(page, 'modulo-ingresso');
  await enter.click();
  await page.getByText('Palermo fra i Comuni').first().waitFor();
  await picture(page, 'modulo-elenco');

  await page.goto(`${origin}/admin/#/collections/press-notes/new`);
  const fill = (name: string, words: string) =>
    page.getByRole('textbox', { name, exact: true }).first().fill(words);
  await fill('Titolo', 'Titolo della bozza');
  await fill('Sommario', 'Il sommario della nota.');
  await fill('Sommario della città', 'Nella città di Palermo, in particolare, …');
  await picture(page, 'modulo-nuova');
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await page.getByRole('textbox', { name: 'Per i risultati di ricerca' }).scrollIntoViewIfNeeded();
  await picture(page, 'modulo-errori');

  await page.setViewportSize({ width: 1100, height: 3600 });
  await page.getByRole('button', { name: /Aggiungi .*Immagini/ }).click();
  const group = page.getByRole('group', { name: /Campo “.?Immagini/ });
  await group.getByRole('textbox', { name: 'Didascalia' }).waitFor();
  await picture(group, 'modulo-immagine');
  await page.close();

  const site = await browser.newPage({ viewport: { width: 1100, height: 720 }, locale: 'it-IT' });
  const address = `${origin}/note-stampa/2026-03-01-palermo/`;
  // The server answers before it has read all contents.
  const soon = AbortSignal.timeout(60_000);
  while (!(await (await fetch(address, { signal: soon })).text()).includes('parola per parola'))
    await wait(500);
  await site.goto(address);
  await picture(site, 'anteprima-bozza');
} finally {
  await browser.close();
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}
