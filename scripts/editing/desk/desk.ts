import { existsSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inDevRequest } from '../../../src/lib/dev-request.ts';
import { limits } from '../../../src/lib/limits.ts';
import { readContent, type Content, type ContentEntry } from '../content/read.ts';
import { editorForm } from '../form/config.ts';
import { surveyTranslations } from '../translations/survey.ts';
import { addressOf, bringsKey, cookieOf, isAllowed, KEY } from './access.ts';
import { afterAction, isAction, NotDone, type ActionName, type Said } from './actions.ts';
import { checkUnwritten, mistakesIn, type FieldProblem } from './check.ts';
import { absoluteOf, contentPathOf, listFiles, removeFile, writeFile } from './files.ts';
import { deskPage, html } from './html.ts';
import { listPage } from './list-page.ts';
import { notePage } from './note-page.ts';
import { translationFile } from './translate.ts';
import { translationPage } from './translation-page.ts';
import { PREVIEW, SAVED, unsavedTexts, type UnsavedTexts } from './unsaved.ts';

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

interface Answer {
  status?: number;
  type?: string;
  body?: string | Uint8Array;
  headers?: Record<string, string>;
}

const page = (body: string, status = 200): Answer => ({ status, type: 'text/html; charset=utf-8', body });
const json = (value: unknown, status = 200): Answer => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
});
const elsewhere = (location: string, headers = {}): Answer => ({
  status: 303,
  headers: { location, ...headers },
});

const noKey = (): Answer =>
  page(
    deskPage(
      'Manca la chiave',
      html`<h1>Manca la chiave</h1>
        <p>
          Apri l’indirizzo intero che <code>npm run redazione</code> ha scritto nella finestra: contiene la
          chiave che lascia scrivere nei file di questo computer, e vale finché il comando gira.
        </p>`,
      { bare: true },
    ),
    403,
  );

const missing = (): Answer =>
  page(
    deskPage(
      'Non c’è',
      html`<h1>Qui non c’è niente</h1>
        <p><a href="/redazione/">Note e traduzioni</a></p>`,
    ),
    404,
  );

const bytesOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limits.filmBytes) throw new NotDone('Il file è troppo grande.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const formOf = async (request: IncomingMessage): Promise<Said> =>
  Object.fromEntries(new URLSearchParams((await bytesOf(request)).toString('utf8')));

/** What was done, in words for the page that follows. */
const done: Record<ActionName, string> = {
  correggi: 'Correzione salvata. Chi legge vede la data e che cosa è cambiato.',
  ritira: 'La nota è ritirata. La sua pagina resta e spiega perché.',
  embargo: 'Embargo salvato.',
  pubblica: 'La nota non è più una bozza. Esce quando la modifica è consegnata (commit).',
  bozza: 'La nota è di nuovo una bozza.',
};

const noteFormat = () => {
  const format = editorForm().formats['press-notes-frontmatter'];
  if (!format) throw new Error('The form has no format for press notes.');
  return format;
};

const CHANGED =
  'Questo file è cambiato dopo che il modulo l’ha aperto (un’azione accanto ai campi, un’altra scheda, un altro programma): salvando si perderebbe quel cambiamento. Copia ciò che hai scritto, ricarica la pagina e rifai la modifica.';

/** When a file was changed last, to be asked again before it is written. */
const modifiedHeader = (absolute: string): { 'x-modified': string } => ({
  'x-modified': String(Math.round(statSync(absolute).mtimeMs)),
});

/** The pages and the files behind `/redazione/`, for one content folder. */
const answers = (contentDir: string, unsaved: UnsavedTexts) => {
  const find = (content: Content, concept: string, id: string, language?: string): ContentEntry | undefined =>
    content.entries.find(
      (entry) =>
        entry.concept === concept &&
        entry.id === id &&
        (language === undefined ? entry.isRecord : !entry.isRecord && entry.language === language),
    );
  const problemsOf = (entry: ContentEntry): FieldProblem[] =>
    checkUnwritten(contentDir, entry.file.path, entry.file.text ?? '');
  const write = (path: string, text: string): FieldProblem[] => {
    const mistakes = checkUnwritten(contentDir, path, text).filter(({ isMistake }) => isMistake);
    if (mistakes.length === 0) writeFile(contentDir, path, text);
    return mistakes;
  };

  const note = async (request: IncomingMessage, id: string, action: string | undefined): Promise<Answer> => {
    const bare = addressOf(request).searchParams.has('modulo');
    const content = readContent(contentDir);
    const found = find(content, 'press-notes', id);
    if (!found) return missing();
    const shown = (answer?: Parameters<typeof notePage>[0]['answer'], status = 200): Answer =>
      page(
        notePage({
          content,
          note: found,
          now: new Date(),
          problems: problemsOf(found),
          bare,
          ...(answer && { answer }),
        }),
        status,
      );
    if (request.method !== 'POST') {
      const last = addressOf(request).searchParams.get('fatto') ?? '';
      return shown(isAction(last) ? { done: done[last] } : undefined);
    }
    if (action === undefined || !isAction(action)) return missing();
    const said = await formOf(request);
    try {
      const problems = write(found.file.path, afterAction(action, found.file.text ?? '', noteFormat(), said));
      if (problems.length > 0)
        return shown({ action, refused: 'Non ho salvato niente.', problems, said }, 422);
      return elsewhere(`/redazione/nota/${id}/?fatto=${action}${bare ? '&modulo' : ''}`);
    } catch (error) {
      if (!(error instanceof NotDone)) throw error;
      return shown({ action, refused: error.message, problems: [], said }, 422);
    }
  };

  const translation = async (
    request: IncomingMessage,
    concept: string,
    id: string,
    language: string,
  ): Promise<Answer> => {
    const content = readContent(contentDir);
    const record = find(content, concept, id);
    const status = surveyTranslations(content).find(
      (each) => each.concept === concept && each.id === id && each.language === language,
    );
    if (!record || !status) return missing();
    const present = find(content, concept, id, language);
    const dir = directionOf(language);
    const common = { record, translation: present, status, dir };
    if (request.method !== 'POST')
      return page(
        translationPage({
          ...common,
          ...(addressOf(request).searchParams.has('fatto') && { answer: { done: 'Traduzione salvata.' } }),
        }),
      );
    const said = await formOf(request);
    const problems = write(status.path, translationFile(record, present, said));
    return problems.length > 0
      ? page(translationPage({ ...common, answer: { problems, said } }), 422)
      : elsewhere(`/redazione/traduzione/${concept}/${id}/${language}/?fatto`);
  };

  /** Whether a picture lies beside a text already. */
  const isThere = (path: string, name: string): boolean => existsSync(join(contentDir, dirname(path), name));

  const check = async (request: IncomingMessage): Promise<Answer> => {
    const asked = JSON.parse((await bytesOf(request)).toString('utf8')) as Record<string, unknown>;
    const path = contentPathOf(String(asked['path']));
    if (path === undefined) return json({ problems: [] });
    const coming = Array.isArray(asked['coming']) ? asked['coming'].map(String) : [];
    const text = String(asked['text']);
    const problems = checkUnwritten(contentDir, path, text, coming);
    const isShown =
      !problems.some(({ isMistake }) => isMistake) && coming.every((name) => isThere(path, name));
    return json({ problems, ...(isShown && { preview: unsaved.keep(path, text) }) });
  };

  const file = async (request: IncomingMessage): Promise<Answer> => {
    const asked = addressOf(request).searchParams.get('path') ?? '';
    if (request.method === 'GET') {
      const absolute = absoluteOf(contentDir, asked);
      if (absolute === undefined) return json({}, 404);
      try {
        return {
          type: 'application/octet-stream',
          body: readFileSync(absolute),
          headers: modifiedHeader(absolute),
        };
      } catch {
        return json({}, 404);
      }
    }
    const path = contentPathOf(asked);
    if (path === undefined) return json({ why: 'Il modulo non scrive questo file.' }, 403);
    if (request.method === 'DELETE') {
      removeFile(contentDir, path);
      return json({});
    }
    const bytes = await bytesOf(request);
    const target = join(contentDir, path);
    const known = request.headers['x-modified'];
    if (known !== undefined && existsSync(target) && known !== modifiedHeader(target)['x-modified'])
      return json({ why: CHANGED }, 409);
    if (/\.(mdx|yaml)$/.test(path)) {
      const mistakes = checkUnwritten(contentDir, path, bytes.toString('utf8')).filter(
        ({ isMistake }) => isMistake,
      );
      // A file that was faulty before may be saved when it has become better.
      if (mistakes.length > 0 && mistakes.length >= mistakesIn(contentDir, path))
        return json({ problems: mistakes }, 422);
    }
    writeFile(contentDir, path, bytes);
    return { ...json({}), headers: modifiedHeader(target) };
  };

  return async (request: IncomingMessage): Promise<Answer> => {
    const { pathname } = addressOf(request);
    const [, first = '', ...rest] = pathname.replace(/\/$/, '').split('/').slice(1).map(decodeURIComponent);
    if (pathname === '/redazione/') return page(listPage(readContent(contentDir), new Date()));
    if (first === 'nota' && rest.length <= 2) return note(request, rest[0] ?? '', rest[1]);
    if (first === 'pagina')
      return shownPage(request, rest[0] ?? '', addressOf(request).searchParams.get(PREVIEW));
    if (first === 'traduzione' && rest.length >= 3)
      return translation(request, rest[0] ?? '', rest.slice(1, -1).join('/'), rest.at(-1) ?? '');
    if (first === 'modulo') return elsewhere('/admin/');
    if (first === 'stile') return style(rest[0] ?? '');
    if (first === 'file' && rest[0] === 'qui') return { headers: { 'x-redazione': '1' } };
    if (first === 'file' && rest[0] === 'elenco') return json(listFiles(contentDir));
    if (first === 'file' && rest[0] === 'controlla' && request.method === 'POST') return check(request);
    if (first === 'file') return file(request);
    return missing();
  };
};

/** The page of a note, once the site has it: a file that is new is read a moment after it was saved. */
const shownPage = async (
  { headers: { host = '' } }: IncomingMessage,
  id: string,
  preview: string | null,
): Promise<Answer> => {
  const path = `/note-stampa/${encodeURIComponent(id)}/`;
  for (let asked = 0; asked < 60; asked += 1) {
    const { status } = await fetch(`http://${host}${path}`, { method: 'HEAD' });
    if (status !== 404) break;
    await wait(700);
  }
  return elsewhere(`${path}?${PREVIEW}=${encodeURIComponent(preview ?? `${SAVED}${id}`)}`);
};

/** From which side a language is written. */
const directionOf = (language: string): 'ltr' | 'rtl' => {
  // Not in TypeScript's types yet.
  const locale = new Intl.Locale(language) as Intl.Locale & { getTextInfo?: () => { direction?: string } };
  return locale.getTextInfo?.().direction === 'rtl' ? 'rtl' : 'ltr';
};

const styles: Readonly<Record<string, string>> = {
  'header.css': '../form/browser/header.css',
  'guide.css': '../form/browser/guide.css',
  'desk.css': 'desk.css',
};

const style = (name: string): Answer =>
  Object.hasOwn(styles, name)
    ? { type: 'text/css', body: readFileSync(join(import.meta.dirname, styles[name] as string)) }
    : missing();

/**
 * The editors' own server: notes with their state, guided actions, translations, and the files that the form reads and
 * writes. It answers this computer alone, and whoever has the key.
 * @param contentDir the content folder that is read and written
 * @param key what the command has printed in its address
 */
export const desk = (contentDir: string, key: string): Middleware => {
  const unsaved = unsavedTexts(contentDir);
  const answer = answers(contentDir, unsaved);
  return (request, response, next) => {
    const { pathname, searchParams } = addressOf(request);
    const send = ({ status = 200, type, body, headers }: Answer): void => {
      response.writeHead(status, {
        ...(type !== undefined && { 'content-type': type }),
        'cache-control': 'no-store',
        'referrer-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        ...headers,
      });
      response.end(body);
    };
    if (searchParams.has(KEY) && request.method === 'GET' && bringsKey(request, key)) {
      searchParams.delete(KEY);
      const left = searchParams.size > 0 ? `?${searchParams.toString()}` : '';
      send(elsewhere(pathname + left, { 'set-cookie': cookieOf(key) }));
      return;
    }
    if (!pathname.startsWith('/redazione/')) {
      const preview = searchParams.get(PREVIEW);
      if (preview === null || !isAllowed(request, key)) next();
      else inDevRequest(next, unsaved.of(preview));
      return;
    }
    if (!isAllowed(request, key)) {
      send(noKey());
      return;
    }
    answer(request).then(send, (error: unknown) => {
      const why =
        error instanceof NotDone
          ? error.message
          : 'Il comando non ce l’ha fatta: guarda la finestra da cui lo hai lanciato.';
      if (!(error instanceof NotDone)) console.error(error);
      send(
        page(
          deskPage(
            'Errore',
            html`<h1>Errore</h1>
              <p>${why}</p>`,
          ),
          500,
        ),
      );
    });
  };
};
