import { resolve } from 'node:path';
import { runNginx } from '../hosting/run-nginx.ts';
import { launchBrowser } from '../tests/browser.ts';

/** What one visit of a page costs its server. */
export interface Visit {
  path: string;
  /** Bytes of all answers with their headers, for a browser that has nothing of the site yet. */
  first: number;
  /** The same when the browser comes back to the page. */
  again: number;
  /** Requests of the first visit. */
  requests: number;
}

/**
 * Visits pages of a built site as nginx serves it with the site's settings, compressed, from a phone that scrolls to the end.
 * @param site folder of the built site
 * @param paths the pages
 */
export const measureVisits = async (site: string, paths: readonly string[]): Promise<Visit[]> => {
  const nginx = await runNginx(site, `include ${resolve('deploy/nginx.conf')};`);
  const browser = await launchBrowser();
  const visits: Visit[] = [];
  try {
    for (const path of paths) {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
      const page = await context.newPage();
      const network = await context.newCDPSession(page);
      let [bytes, requests] = [0, 0];
      network.on('Network.loadingFinished', ({ encodedDataLength }) => {
        bytes += encodedDataLength;
        requests += 1;
      });
      await network.send('Network.enable');
      const visit = async (): Promise<{ bytes: number; requests: number }> => {
        [bytes, requests] = [0, 0];
        await page.goto(`${nginx.origin}${path}`, { waitUntil: 'networkidle' });
        // Pictures below are loaded when a reader comes near them.
        await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
        await page.waitForLoadState('networkidle');
        await page.waitForTimeout(200);
        return { bytes, requests };
      };
      const first = await visit();
      await page.goto('about:blank');
      const again = await visit();
      visits.push({ path, first: first.bytes, again: again.bytes, requests: first.requests });
      await context.close();
    }
  } finally {
    await browser.close();
    await nginx.stop();
  }
  return visits;
};
