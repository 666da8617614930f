import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waitForFonts } from '../../scripts/building/pictures/page-pictures.ts';
import { browserAtSite } from './browser-at-site.ts';
import { pages, serve } from './built-site.ts';
import { looksAtEverything, pageOfEachTemplate } from './depth.ts';
import { builtFixtureSite } from './fixture-site.ts';

const { browser, site } = await browserAtSite();

/**
 * Pages carry the rules that they can meet (src/integrations/policy/own-styles.ts). Here each is laid beside itself with all
 * rules: no element may look different, whatever is opened, touched or put in by a script. It needs a second site, so it is
 * done once a day.
 */
describe.runIf(looksAtEverything)('with its own rules a page looks as with all', () => {
  let whole: Awaited<ReturnType<typeof serve>>;

  beforeAll(async () => {
    const { dir } = await builtFixtureSite('whole-styles', () => undefined, { SITE_WHOLE_STYLES: '1' });
    whole = await serve(dir);
  }, 900_000);

  afterAll(() => whole?.close());

  /** The properties that any rule of a page sets: no other one can look different. */
  const properties = (page: Page): Promise<string[]> =>
    page.evaluate(() => {
      const names = new Set<string>();
      const read = (rules: CSSRuleList): void => {
        for (const rule of rules as unknown as Iterable<Partial<CSSStyleRule>>) {
          for (const name of rule.style ?? []) if (!name.startsWith('--')) names.add(name);
          if (rule.cssRules) read(rule.cssRules);
        }
      };
      for (const sheet of document.styleSheets) read(sheet.cssRules);
      return [...names];
    });

  /**
   * The look of every element and of what stands before and after it: one line each, what it is and its style.
   * @param names the properties that are looked at
   */
  const looks = (page: Page, names: readonly string[]): Promise<string[]> =>
    page.evaluate(
      (names) =>
        [document.documentElement, ...document.querySelectorAll('body, body *')].flatMap((element, index) =>
          ['', '::before', '::after', '::marker', '::details-content', '::placeholder'].flatMap((part) => {
            const style = getComputedStyle(element, part);
            if (/before|after/.test(part) && /^(?:none|normal)$/.test(style.content)) return [];
            if (part === '::marker' && style.display !== 'list-item' && element.tagName !== 'LI') return [];
            if (part === '::details-content' && element.tagName !== 'DETAILS') return [];
            if (part === '::placeholder' && element.tagName !== 'INPUT') return [];
            return [
              `${index} ${element.tagName}.${element.getAttribute('class') ?? ''}${part} { ${names.map((name) => `${name}: ${style.getPropertyValue(name)}`).join('; ')}`
                // On paper links say where they lead, and the two sites stand at two addresses.
                .replaceAll(location.origin, ''),
            ];
          }),
        ),
      names,
    );

  /** What differs, in words: which element, which properties. */
  const differences = (one: readonly string[], other: readonly string[]): string[] => {
    if (one.length !== other.length) return [`${one.length} and ${other.length} elements`];
    return one.flatMap((line, index) => {
      const counterpart = other[index] ?? '';
      if (line === counterpart) return [];
      const [own, theirs] = [line, counterpart].map((text) => text.split(/[{;] /));
      const changed = (own ?? []).filter((property, place) => property !== theirs?.[place]);
      return [`${line.slice(0, line.indexOf(' {'))}: ${changed.slice(0, 4).join('; ')}`];
    });
  };

  /** One page from both sites, and what differs after each of the acts that follow each other, by their names. */
  const compared = async (
    path: string,
    options: BrowserContextOptions,
    acts: Readonly<Record<string, (page: Page) => Promise<unknown>>>,
  ): Promise<Record<string, string[]>> => {
    const both = [site, whole].map(async ({ origin }) => {
      const context = await browser.newContext({
        locale: 'it-IT',
        reducedMotion: 'reduce',
        viewport: { width: 360, height: 740 },
        bypassCSP: true,
        ...options,
      });
      const page = await context.newPage();
      await waitForFonts(page);
      await page.goto(`${origin}${path}`, { waitUntil: 'networkidle' });
      await page.evaluate(() => document.fonts.ready);
      return page;
    });
    const [own, other] = (await Promise.all(both)) as [Page, Page];
    const found: Record<string, string[]> = {};
    for (const [name, act] of Object.entries(acts)) {
      await Promise.all([act(own), act(other)]);
      const names = [...new Set((await Promise.all([properties(own), properties(other)])).flat())];
      expect(names.length).toBeGreaterThan(50);
      const [one, two] = await Promise.all([looks(own, names), looks(other, names)]);
      expect(one.length).toBeGreaterThan(100);
      const differing = differences(one, two).slice(0, 12);
      if (differing.length > 0) found[name] = differing;
    }
    await Promise.all([own.context().close(), other.context().close()]);
    return found;
  };

  /** Everything that unfolds is open. */
  const open = (page: Page): Promise<void> =>
    page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
      for (const menu of document.querySelectorAll<HTMLElement>('[popover]')) menu.showPopover();
      for (const hidden of document.querySelectorAll('[hidden]')) hidden.removeAttribute('hidden');
    });

  /** As under a finger and with the keyboard on it: every link, button and field at once. */
  const touch = async (page: Page): Promise<void> => {
    const session = await page.context().newCDPSession(page);
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    const { root } = await session.send('DOM.getDocument', { depth: 0 });
    const { nodeIds } = await session.send('DOM.querySelectorAll', {
      nodeId: root.nodeId,
      selector: 'a, button, summary, input, select, [tabindex], [id]',
    });
    for (const nodeId of nodeIds)
      await session.send('CSS.forcePseudoState', {
        nodeId,
        forcedPseudoClasses: ['hover', 'active', 'focus', 'focus-visible', 'focus-within', 'target'],
      });
  };

  const templates = ['it', 'ar'].flatMap((lang) => pageOfEachTemplate(pages, lang)).map(({ path }) => path);
  const desk = { width: 1280, height: 900 };

  test.each(templates)(
    '%s',
    async (path) => {
      const found = await compared(
        path,
        {},
        {
          'on a phone by day': () => Promise.resolve(),
          'with all unfolded': open,
          'on a desk by night': async (page) => {
            await page.setViewportSize(desk);
            await page.emulateMedia({ colorScheme: 'dark' });
          },
          'with all touched': touch,
          'in forced colours': (page) => page.emulateMedia({ forcedColors: 'active', colorScheme: 'light' }),
          'on paper': (page) => page.emulateMedia({ forcedColors: 'none', media: 'print' }),
        },
      );
      expect(found).toEqual({});
    },
    240_000,
  );

  test('and the measure sees a rule that only one of them has', async () => {
    let seen = 0;
    const found = await compared(
      '/privacy/',
      {},
      {
        'one more rule': async (page) => {
          if (seen++ === 0) await page.addStyleTag({ content: 'main p::before { content: "x" }' });
        },
        'one more colour': async (page) => {
          const own = page.url().startsWith(site.origin);
          await page.addStyleTag({
            content: `main p::before { content: none } p { color: ${own ? 'red' : 'blue'} }`,
          });
        },
      },
    );
    expect(Object.keys(found)).toEqual(['one more rule', 'one more colour']);
    expect(found['one more colour']?.join('\n')).toContain('color');
  });

  const note = '/note-stampa/2023-11-03-palermo/';
  const voice = (page: Page): Promise<unknown> =>
    page.addInitScript(() => {
      const own = { lang: 'it-IT', name: 'it', voiceURI: 'it', localService: true };
      const synthesis = Object.assign(new EventTarget(), {
        getVoices: () => [own],
        speak: () => undefined,
        cancel: () => undefined,
      });
      Object.defineProperty(globalThis, 'speechSynthesis', { value: synthesis });
      Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', { value: class {} });
    });

  test.each<[string, string, BrowserContextOptions, (page: Page) => Promise<unknown>]>([
    [
      'results of a search',
      '/cerca/?q=palermo',
      {},
      (page) => page.locator('.search-results li').nth(3).waitFor(),
    ],
    [
      'a search without results',
      '/cerca/?q=zzqxw',
      {},
      (page) => page.locator('[data-no-results]:visible').waitFor(),
    ],
    ['a chosen city on the map', '/mappa/?citta=palermo', {}, (page) => page.waitForTimeout(800)],
    [
      'the offer of another language',
      '/',
      { locale: 'fr-FR' },
      (page) => page.locator('#language-offer a:visible').waitFor(),
    ],
    [
      'what was copied',
      note,
      { permissions: ['clipboard-read', 'clipboard-write'] },
      async (page) => {
        await page.locator('.said button').click();
        await page.getByRole('button', { name: 'Copia il testo' }).click();
        await page.getByText('Il testo è copiato.').waitFor();
      },
    ],
    [
      'kept stories',
      '/citta/palermo/',
      {},
      async (page) => {
        await page.getByRole('button', { name: 'Tieni sul mio telefono' }).click();
        await page.getByText('Salvata: si legge anche senza rete.').waitFor();
        await page.goto(new URL('/salvati/', page.url()).href);
        await page.locator('#kept li').waitFor();
      },
    ],
    [
      'the bar of the voice',
      note,
      {},
      async (page) => {
        await voice(page);
        await page.reload();
        await page.getByRole('button', { name: 'Ascolta', exact: true }).click();
        await page.getByRole('region', { name: 'Lettura ad alta voce' }).waitFor();
        await page.waitForTimeout(300);
      },
    ],
  ])('what scripts put in: %s', async (_name, path, options, act) => {
    expect(await compared(path, options, { then: act })).toEqual({});
  });
});
