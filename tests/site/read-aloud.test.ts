import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browserAtSite } from './browser-at-site.ts';
import { pages } from './built-site.ts';

const { browser, site } = await browserAtSite();

interface Spoken {
  text: string;
  lang: string;
  rate: number;
  voice: string | undefined;
}

/** What the voice of the test was asked to say; `end` lets it come to the end of its sentence. */
type Device = Window & { spoken: Spoken[]; end: () => void; cancelled: number };

const ownVoice = (lang: string, name = lang) => ({ lang, name, voiceURI: name, localService: true });

/** Puts a device's voices into the page: headless Chromium has none, and says nothing. */
const open = async (path: string, voices: readonly unknown[], highlights = true): Promise<Page> => {
  const page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  await page.addInitScript(
    ({ voices, highlights }) => {
      const device = globalThis as unknown as Device;
      device.spoken = [];
      device.cancelled = 0;
      let current: { onend?: () => void } | undefined;
      const target = new EventTarget();
      const synthesis = Object.assign(target, {
        getVoices: () => voices,
        speak: (utterance: SpeechSynthesisUtterance) => {
          if (!utterance.text) return;
          current = utterance as unknown as { onend?: () => void };
          device.spoken.push({
            text: utterance.text,
            lang: utterance.lang,
            rate: utterance.rate,
            voice: utterance.voice?.name,
          });
        },
        cancel: () => {
          device.cancelled++;
          // As browsers do: what was cancelled reports its end, later.
          const before = current;
          setTimeout(() => before?.onend?.());
        },
      });
      Object.defineProperty(globalThis, 'speechSynthesis', { value: synthesis });
      class Utterance {
        text: string;
        lang = '';
        rate = 1;
        voice: unknown = null;
        constructor(text: string) {
          this.text = text;
        }
      }
      Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', { value: Utterance });
      device.end = () => current?.onend?.();
      if (!highlights) Reflect.deleteProperty(CSS, 'highlights');
    },
    { voices, highlights },
  );
  await page.goto(`${site.origin}${path}`);
  return page;
};

const spoken = (page: Page): Promise<Spoken[]> =>
  page.evaluate(() => (globalThis as unknown as Device).spoken);
const end = (page: Page): Promise<void> => page.evaluate(() => (globalThis as unknown as Device).end());
const marked = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    const [range] = (CSS.highlights.get('reading') as unknown as Set<Range> | undefined) ?? [];
    return range?.toString().replace(/\s+/g, ' ');
  });

const palermo = '/note-stampa/2023-11-03-palermo/';
const bar = (page: Page) => page.getByRole('region', { name: 'Lettura ad alta voce' });

describe('where the device has no voice of its own for the text', () => {
  test.each([
    ['no voice at all', []],
    ['a voice of another language', [ownVoice('fr-FR')]],
    ['a voice that would send the text to a server', [{ ...ownVoice('it-IT'), localService: false }]],
  ])('nothing is offered: %s', async (_case, voices) => {
    const page = await open(palermo, voices);
    // The other button comes from the same script, after this one.
    await page.getByRole('button', { name: 'Tieni sul mio telefono' }).waitFor();
    expect(await page.locator('button[data-listen]').count()).toBe(0);
  });
});

describe('a note is read aloud', () => {
  test('sentence by sentence, each marked, until its end', async () => {
    const page = await open(palermo, [ownVoice('it_IT', 'Alice'), ownVoice('en-GB')]);
    await page.getByRole('button', { name: 'Ascolta', exact: true }).click();
    await expect.poll(async () => (await spoken(page)).length).toBe(1);
    const kind = (await page.locator('.kicker').innerText()).replace(/\s+/g, ' ').trim();
    const [first] = await spoken(page);
    expect(first?.text).toBe(kind);
    expect(first).toMatchObject({ lang: 'it_IT', rate: 1, voice: 'Alice' });
    expect(await marked(page)).toBe(first?.text);
    expect(
      await bar(page)
        .getByRole('button')
        .first()
        .evaluate((it) => it === document.activeElement),
    ).toBe(true);

    for (let said = 1; said < 400; said++) {
      await end(page);
      if ((await spoken(page)).length === said) break;
    }
    await page.getByText('La lettura è finita.').waitFor();
    expect(await marked(page)).toBeUndefined();
    const whole = (await spoken(page)).map(({ text }) => text).join(' ');
    const body = (await page.locator('.prose--note > p').allInnerTexts()).join(' ');
    expect(whole).toContain('Antonella Tirrito');
    for (const sentence of body
      .split(/(?<=[.!?])\s+/)
      .filter((text) => text.length > 60)
      .slice(0, 8))
      expect(whole.replace(/\s/g, '')).toContain(sentence.replace(/\s/g, ''));
    // What belongs to the page and not to the text is not read.
    expect(whole).not.toContain('Scarica');
  });

  test('pauses, goes on with the same sentence, and gives the focus back', async () => {
    const page = await open(palermo, [ownVoice('it-IT')]);
    const listen = page.getByRole('button', { name: 'Ascolta', exact: true });
    await listen.click();
    await expect.poll(async () => (await spoken(page)).length).toBe(1);
    await bar(page).getByRole('button', { name: 'Pausa' }).click();
    await page.waitForTimeout(50);
    expect(await spoken(page)).toHaveLength(1);
    await bar(page).getByRole('button', { name: 'Continua' }).click();
    const said = await spoken(page);
    expect(said[1]).toEqual(said[0]);
    await page.keyboard.press('Escape');
    expect(await bar(page).count()).toBe(0);
    expect(await listen.evaluate((it) => it === document.activeElement)).toBe(true);
    expect(await marked(page)).toBeUndefined();
  });

  test('marks the paragraph where the browser cannot mark a sentence', async () => {
    const page = await open(palermo, [ownVoice('it-IT')], false);
    await page.getByRole('button', { name: 'Ascolta', exact: true }).click();
    await page.locator('.kicker.is-read').waitFor();
  });

  test('remembers speed and voice only when asked, and forgets them when asked', async () => {
    const page = await open(palermo, [ownVoice('it-IT', 'Alice'), ownVoice('it-IT', 'Luca')]);
    const listen = page.getByRole('button', { name: 'Ascolta', exact: true });
    const stored = () => page.evaluate(() => localStorage.getItem('read-aloud'));
    await listen.click();
    await bar(page).getByLabel('Velocità').selectOption('0.8');
    await bar(page).getByLabel('Voce').selectOption('Luca');
    expect((await spoken(page)).at(-1)).toMatchObject({ rate: 0.8, voice: 'Luca' });
    expect(await stored()).toBeNull();
    await bar(page).getByLabel('Ricorda sul mio telefono').check();
    expect(JSON.parse((await stored()) ?? '')).toEqual({ speed: 0.8, voices: { it: 'Luca' } });
    await page.reload();
    await listen.click();
    await expect.poll(async () => (await spoken(page))[0]).toMatchObject({ rate: 0.8, voice: 'Luca' });
    await bar(page).getByLabel('Ricorda sul mio telefono').uncheck();
    expect(await stored()).toBeNull();
  });
});

test('plain words are read by themselves, and a city in Arabic by an Arabic voice', async () => {
  const easy = pages.find(({ path, $ }) => path.startsWith('/ar/citta/') && $('.easy').length > 0);
  expect(easy).toBeDefined();
  const page = await open(easy?.path ?? '', [ownVoice('ar-SA', 'Maged'), ownVoice('it-IT', 'Alice')]);
  await page.locator('[data-listen=".easy"]').click();
  await expect.poll(async () => (await spoken(page)).length).toBe(1);
  await end(page);
  const said = await spoken(page);
  expect(said[0]?.text).toBe(await page.locator('#easy-title').innerText());
  expect(said[1]?.voice).toBe('Maged');
  expect(await page.locator('.easy li').first().innerText()).toContain(said[1]?.text);
});

test('only stories carry the script', () => {
  const with_ = pages.filter(({ html }) => html.includes('ReadingTools'));
  expect(with_.length).toBeGreaterThan(0);
  expect(with_.filter(({ path }) => !/\/(citta|note-stampa)\/[^/]+\/$/.test(path))).toEqual([]);
});
