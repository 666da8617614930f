/**
 * `npm run guide:pictures`: the pictures of the editors' guide, taken anew from the form and the editors' own server.
 * Run it after a change that editors see.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { launchBrowser } from './building/tests/browser.ts';

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
  process.stdout.write(`content/README/${name}.webp\n`);
};

cpSync(join(root, 'content'), contentDir, { recursive: true });
mkdirSync(join(contentDir, 'press-notes/2026-03-01-palermo'));
writeFileSync(join(contentDir, 'press-notes/2026-03-01-palermo/it.mdx'), draft);

const shot = async (site: Page, path: string, name: string): Promise<void> => {
  await site.goto(path);
  await picture(site, name);
};

/** A window of a terminal with what commands really said: no picture of a program that is not ours. */
const terminal = async (site: Page, name: string, lines: readonly { typed?: string; said?: string }[]) => {
  await site.setViewportSize({ width: 900, height: 400 });
  await site.setContent('<main></main>');
  await site.evaluate((shown) => {
    document.body.style.cssText = 'margin:0;background:#0d1722;color:#e6edf5;font:16px/1.6 monospace';
    const main = document.querySelector('main') as HTMLElement;
    main.style.cssText = 'padding:1rem 1.25rem;white-space:pre-wrap;overflow-wrap:anywhere';
    for (const { typed, said } of shown) {
      const line = main.appendChild(document.createElement('div'));
      if (typed !== undefined) {
        line.append('$ ');
        line.appendChild(document.createElement('b')).textContent = typed;
      } else line.textContent = said ?? '';
    }
  }, lines);
  await picture(site.locator('main'), name);
};

const answer = (command: string, ...args: string[]): string =>
  spawnSync(command, args, { cwd: root, encoding: 'utf8' }).stdout.trim();

const server = spawn(process.execPath, ['scripts/redazione.ts', '--port', '4391'], {
  cwd: root,
  env: { ...process.env, SITE_CONTENT_DIR: contentDir, SITE_CACHE_DIR: join(folder, 'cache') },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const browser = await launchBrowser();
try {
  let said = '';
  const signal = AbortSignal.timeout(200_000);
  while (!said.includes('I contenuti')) said += String((await once(server.stdout, 'data', { signal }))[0]);
  const form = /http:\S+\/redazione\/modulo\/\?chiave=\w+/.exec(said)?.[0] ?? '';
  const at = (path: string): string => new URL(path, form).href;
  const context = await browser.newContext({ viewport: { width: 1280, height: 780 }, locale: 'it-IT' });
  context.setDefaultTimeout(120_000);

  const window = await context.newPage();
  await terminal(window, 'terminale-versioni', [
    { typed: 'node --version' },
    { said: process.version },
    { typed: 'git --version' },
    { said: answer('git', '--version') },
  ]);
  await terminal(window, 'terminale-redazione', [
    { typed: 'npm run redazione' },
    // The key of this once is nobody's any more, and the folder is that of whoever made the picture.
    {
      said: said
        .replaceAll(/chiave=\w+/g, 'chiave=7f3a…')
        .replaceAll(contentDir, 'content')
        .replaceAll(':4391', ':4321'),
    },
  ]);
  await window.close();

  const page = await context.newPage();
  await page.goto(form);
  await page.getByText('Palermo fra i Comuni').first().waitFor();
  await picture(page, 'modulo-elenco');

  await page.goto(at('/admin/#/collections/press-notes/new'));
  const fill = (name: string, words: string) =>
    page.getByRole('textbox', { name, exact: true }).first().fill(words);
  await fill('Titolo', 'Titolo della bozza');
  await fill('Sommario', 'Il sommario della nota.');
  await fill('Sommario della città', 'Nella città di Palermo, in particolare, …');
  await picture(page, 'modulo-nuova');

  await page.setViewportSize({ width: 1280, height: 4200 });
  await page.getByRole('button', { name: /Aggiungi .*Immagini/ }).click();
  const group = page.getByRole('group', { name: /Campo “.?Immagini/ });
  await group.getByRole('textbox', { name: 'Didascalia' }).waitFor();
  await picture(group, 'modulo-immagine');

  await page.goto(at('/admin/#/collections/press-notes/entries/2026-03-01-palermo/it'));
  await fill('Testo', '**Palermo, 1 marzo 2026** – Il testo della nota, <b>parola per parola</b>.');
  const text = page.getByRole('group', { name: /Campo “.?Testo/ });
  await text.getByText('L’HTML non è ammesso').waitFor();
  await page.getByRole('button', { name: 'Citazione', exact: true }).click();
  await picture(text, 'modulo-errori');
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(at('/admin/#/collections/press-notes'));
  await page.goto(at('/admin/#/collections/press-notes/entries/2026-03-01-palermo/it'));
  const panel = page.frameLocator('iframe');
  await panel.frameLocator('iframe[src*="/redazione/nota/"]').getByText('bozza').first().waitFor();
  await panel
    .frameLocator('iframe[src*="/redazione/pagina/"]')
    .getByText('parola per parola')
    .first()
    .waitFor();
  // What was typed for the picture of mistakes was never saved: the form offers it again.
  const discard = page.getByRole('button', { name: 'Scarta', exact: true });
  if (await discard.isVisible()) {
    await discard.click();
    const said = page.getByText('Backup della bozza eliminato').first();
    await said.waitFor();
    await said.waitFor({ state: 'hidden' });
  }
  await picture(page, 'modulo-anteprima');
  await page.close();

  const site = await context.newPage();
  await shot(site, at('/redazione/'), 'redazione-note');
  await site.goto(at('/redazione/nota/2023-11-03-palermo/'));
  const withdraw = site.getByText('Ritirare', { exact: true });
  await withdraw.click();
  await withdraw.evaluate((title) => title.scrollIntoView({ block: 'start' }));
  await picture(site, 'redazione-ritirare');
  await shot(site, at('/redazione/traduzione/press-notes/2023-11-03-palermo/en/'), 'redazione-traduzione');
  await site.setViewportSize({ width: 1100, height: 720 });
  await shot(site, at('/note-stampa/2026-03-01-palermo/'), 'anteprima-bozza');
} finally {
  await browser.close();
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}
