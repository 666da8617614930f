import type { Check } from '../context.ts';
import type { Problem } from '../problem.ts';
import { replaced } from '../source-lines.ts';

const ADDRESS = /https?:\/\/[^\s"'<>)\]}»”]+/gi;

/** Addresses that lead only some people to where they should: to one's own computer, through a counter, to a draft. */
export const checkOutsideAddresses: Check = ({ entries }) =>
  entries.flatMap(({ file }) =>
    (file.text ?? '').split('\n').flatMap((line, index) =>
      [...line.matchAll(ADDRESS)].flatMap((found): Problem[] => {
        const address = found[0].replace(/[.,;:]+$/, '');
        const wrong = URL.canParse(address) ? wrongWith(new URL(address)) : undefined;
        if (!wrong) return [];
        const { clean, ...words } = wrong;
        return [
          {
            file: file.path,
            line: index + 1,
            column: found.index + 1,
            ...words,
            fix: clean === undefined ? words.fix : replaced(line, address, clean),
          },
        ];
      }),
    ),
  );

type Wrong = Pick<Problem, 'level' | 'code' | 'what' | 'why' | 'fix'> & { clean?: string };

const wrongWith = (url: URL): Wrong | undefined => ownComputer(url) ?? editable(url) ?? tracked(url);

const OWN =
  /^(?:localhost|.*\.local(?:host)?|.*\.internal|.*\.lan|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|0\.0\.0\.0|\[::1\])$/i;

const ownComputer = ({ hostname, host, pathname, hash }: URL): Wrong | undefined =>
  OWN.test(hostname)
    ? {
        code: 'link-to-own-computer',
        what: `L’indirizzo ${host} esiste solo sul tuo computer o nella tua rete.`,
        why: 'Chi legge il sito non lo può aprire.',
        fix: 'Scrivi l’indirizzo pubblico della pagina.',
        // What was copied from the preview is a page of this site.
        ...(/^(?:localhost|127\.0\.0\.1)$/.test(hostname) && { clean: `${pathname}${hash}` }),
      }
    : undefined;

const editable = (url: URL): Wrong | undefined => {
  const google = /^(\/(?:document|spreadsheets|presentation|forms)\/d\/(?:e\/)?[^/]+)\/(?:edit|copy)/.exec(
    url.pathname,
  );
  const isGoogle = url.hostname === 'docs.google.com' && google !== null;
  const isOffice =
    /(?:sharepoint\.com|onedrive\.live\.com|1drv\.ms|office\.com)$/i.test(url.hostname) &&
    /\/:[wxpb]:\/|edit|Doc\.aspx|^\/[wxpb]\//i.test(url.pathname + url.search);
  const isDropbox = /(?:^|\.)dropbox\.com$/.test(url.hostname) && url.pathname.startsWith('/scl/');
  if (!isGoogle && !isOffice && !isDropbox) return undefined;
  return {
    level: 'warning',
    code: 'link-to-an-editable-document',
    what: `Questo indirizzo apre un documento condiviso da modificare (${url.hostname}).`,
    why: 'Chi non ha i permessi trova una porta chiusa; chi li ha può cambiare o cancellare il documento.',
    fix: 'Pubblica il documento come PDF o come pagina, e scrivi qui quell’indirizzo.',
    ...(isGoogle && { clean: `${url.origin}${google[1]}/preview` }),
  };
};

const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|igsh(?:id)?|mc_[ce]id|mkt_tok|_hs(?:enc|mi)|vero_id|si|feature|ref_src|s_cid)$/i;
const WITH_SHARE_MARKS = /(?:^|\.)(?:youtube\.com|youtu\.be|spotify\.com)$/i;

const tracked = (url: URL): Wrong | undefined => {
  const marks = [...url.searchParams.keys()].filter(
    (name) => TRACKING.test(name) && (!/^(?:si|feature)$/i.test(name) || WITH_SHARE_MARKS.test(url.hostname)),
  );
  if (marks.length === 0) return undefined;
  const clean = new URL(url);
  for (const name of marks) clean.searchParams.delete(name);
  return {
    level: 'warning',
    code: 'link-with-tracking',
    what: `L’indirizzo porta con sé ${marks.join(', ')}: ${marks.length === 1 ? 'serve' : 'servono'} a seguire chi lo apre.`,
    why: 'Il sito non segue nessuno, e l’indirizzo pulito porta nello stesso posto.',
    fix: '',
    clean: clean.href,
  };
};
