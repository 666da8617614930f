/** An outside address that did not answer as it should, in Italian. */
export interface BrokenLink {
  url: string;
  why: string;
  pages: readonly string[];
}

const TIMEOUT_MS = 15_000;

const answerOf = async (url: string): Promise<string | undefined> => {
  const ask = (method: 'HEAD' | 'GET'): Promise<Response> =>
    fetch(url, { method, redirect: 'follow', signal: AbortSignal.timeout(TIMEOUT_MS) });
  try {
    const head = await ask('HEAD');
    // Some servers refuse to be asked for the head alone.
    const response = head.ok ? head : await ask('GET');
    await response.body?.cancel();
    return response.ok ? undefined : `risponde ${response.status}`;
  } catch (error) {
    const isSlow = error instanceof Error && error.name === 'TimeoutError';
    return isSlow ? 'non risponde in tempo' : 'non si raggiunge';
  }
};

/**
 * Asks outside addresses whether they still answer. It needs the network, so it is no part of the build or of the
 * tests of the content: a page that somebody else took down must not stop a note.
 */
export const brokenLinks = async (
  links: readonly { url: string; pages: readonly string[] }[],
): Promise<BrokenLink[]> => {
  const broken: BrokenLink[] = [];
  // A few at a time, as a polite reader would.
  for (let start = 0; start < links.length; start += 8) {
    const answers = await Promise.all(
      links.slice(start, start + 8).map(async (link) => ({ ...link, why: await answerOf(link.url) })),
    );
    for (const { url, pages, why } of answers) if (why !== undefined) broken.push({ url, pages, why });
  }
  return broken;
};
