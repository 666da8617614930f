import { inItaly } from '../../../src/queries/publication.ts';
import type { Content, ContentEntry } from '../content/read.ts';
import { restingOn } from '../content/resting.ts';
import { textAt } from '../content/values.ts';
import { noteState } from '../form/note-state.ts';
import { surveyTranslations } from '../translations/survey.ts';
import type { FieldProblem } from './check.ts';
import { deskPage, html, type Html } from './html.ts';
import { stateFields, titleOf, translationAddress, translationWords } from './list-page.ts';
import { problemList } from './problems.ts';
import type { Said } from './actions.ts';

/** What the page of a note is made of. */
export interface NotePage {
  content: Content;
  note: ContentEntry;
  now: Date;
  /** What the check says of the file as it is. */
  problems: readonly FieldProblem[];
  /** What was done, or why it was not, and what had been written. */
  answer?:
    { done: string } | { action: string; refused: string; problems: readonly FieldProblem[]; said: Said };
  /** Beside the form, which has the bar and the page of its own. */
  bare?: boolean;
}

const field = (name: string, label: string, value: string, long = false): Html => {
  const id = `f-${name}`;
  return html`<label for="${id}">${label}</label>
    ${long ? html`<textarea id="${id}" name="${name}">${value}</textarea>` : html`<input type="text" id="${id}" name="${name}" value="${value}" />`}`;
};

const corrected: readonly [string, string][] = [
  ['title', 'Titolo'],
  ['subtitle', 'Sommario'],
  ['citySummary', 'Sommario della città'],
  ['description', 'Per i risultati di ricerca'],
];

/** The state of a note, what is wrong, its translations, what can be done with it, and its page as a draft. */
export const notePage = ({ content, note, now, problems, answer, bare = false }: NotePage): string => {
  const state = noteState(stateFields(note), now);
  const isTakenBack = state === 'ritirata' || state === 'pubblicata per errore';
  const isOut = state === 'pubblica';
  const refused = answer && 'refused' in answer ? answer : undefined;
  const said = refused?.said ?? {};
  const action = (name: string, title: string, inner: Html): Html =>
    html`<details ${refused?.action === name && html`open`}>
      <summary>${title}</summary>
      <form method="post" action="/redazione/nota/${note.id}/${name}/${bare && '?modulo'}">${inner}</form>
    </details>`;
  const value = (name: string): string => said[name] ?? textAt(note.yaml.value, [name]) ?? '';

  const status = html`<p>
      Stato: <span class="state">${state}</span>
      ${state === 'bozza' && html`<br />Nel sito pubblico non c’è.`}
    </p>
    ${answer && 'done' in answer && html`<p class="done" role="status">${answer.done}</p>`}
    ${refused && html`<p class="wrong" role="alert">${refused.refused}</p>`}
    ${refused && problemList(refused.problems, 'Non salvato: con questi testi la nota avrebbe')}
    ${problemList(problems, problems.some(({ isMistake }) => isMistake) ? 'Da correggere' : 'Avvisi')}`;

  const translations = html`<h2>Traduzioni</h2>
    <ul>
      ${surveyTranslations(content)
        .filter(({ concept, id }) => concept === note.concept && id === note.id)
        .map(
          (each) =>
            html`<li>
              <a href="${translationAddress(each)}" target="_top">${each.language}</a>:
              ${translationWords[each.state]}${each.state !== 'missing' && !each.reviewed && ', non riveduta'}
            </li>`,
        )}
    </ul>`;

  const actions = html`<h2>Che cosa vuoi fare?</h2>
    ${
      state === 'bozza' &&
      action(
        'pubblica',
        'Pubblicare',
        html`<p>
            La nota esce alla data che porta, o alla fine dell’embargo, quando la modifica è consegnata
            (commit).
          </p>
          <button>Pubblica</button>`,
      )
    }
    ${
      isOut &&
      action(
        'correggi',
        'Correggere',
        html`${corrected.filter(([name]) => value(name) !== '').map(([name, label]) => field(name, label, value(name), true))}
          ${field('body', 'Testo', said['body'] ?? note.body?.text.trim() ?? '', true)}
          ${field('change', 'Che cosa hai corretto, in una frase per chi legge', said['change'] ?? '')}
          <label class="choice"
            ><input type="checkbox" name="light" value="yes" /> È un refuso senza peso: non dirlo</label
          >
          <button>Salva la correzione</button>`,
      )
    }
    ${!isTakenBack && action('embargo', 'Mettere o togliere un embargo', embargo(note, said))}
    ${!isTakenBack && state !== 'bozza' && action('ritira', 'Ritirare', withdrawal(content, note, said))}
    ${
      !bare &&
      html`<p>
        <a href="/admin/#/collections/press-notes/entries/${note.id}/it">Cambia i campi nel modulo</a>
      </p>`
    }`;

  const page = `/note-stampa/${note.id}/`;
  const preview = html`<h2>La pagina</h2>
    <p><a href="${page}" target="_blank">Aprila da sola</a></p>
    <iframe src="/redazione/pagina/${note.id}/" title="La pagina della nota, com’è con le bozze"></iframe>`;

  return deskPage(
    titleOf(note),
    bare
      ? html`${status}${translations}${actions}`
      : html`<h1>${titleOf(note)}</h1>
          <div class="beside wide">
            <div>${status}${translations}${actions}</div>
            <div>${preview}</div>
          </div>`,
    { bare },
  );
};

const embargo = (note: ContentEntry, said: Said): Html => {
  const written = textAt(note.yaml.value, ['embargo']);
  const kept = written === undefined ? '' : inItaly(new Date(written)).slice(0, 16);
  return html`<label for="f-moment"
      >Non prima di: giorno e ora in Italia <small>Per togliere l’embargo lascia vuoto.</small></label
    >
    <input type="datetime-local" id="f-moment" name="moment" value="${said['moment'] ?? kept}" />
    <p>Un testo sotto embargo non deve stare in un deposito pubblico: lì lo legge chiunque.</p>
    <button>Salva l’embargo</button>`;
};

const withdrawal = (content: Content, note: ContentEntry, said: Said): Html => {
  const records = content.entries.filter(({ isRecord }) => isRecord);
  const { files, figures, quotes, city } = restingOn(records, note);
  const others = records.filter((entry) => entry.concept === 'press-notes' && entry !== note);
  return html`<p>
      La pagina resta al suo indirizzo e spiega. Il testo, i file, il posto nei feed e nella ricerca no.
    </p>
    <p>
      Con la nota se ne vanno ${figures === 1 ? 'una cifra' : `${figures} cifre`} e
      ${quotes === 1 ? 'una citazione' : `${quotes} citazioni`}, anche dalle altre pagine.
    </p>
    ${
      files.length > 0
        ? html`<p>Si basano su questa nota, e restano: rileggili.</p>
            <ul>
              ${files.map((file) => html`<li><code>${file}</code></li>`)}
            </ul>`
        : html`<p>Nessun altro file la nomina.</p>`
    }
    ${city !== undefined && html`<p>Rileggi anche il racconto della città: <code>${city}</code>.</p>`}
    <fieldset>
      <legend>Che cosa è successo?</legend>
      <label class="choice"
        ><input type="radio" name="status" value="withdrawn" ${said['status'] !== 'error' && html`checked`} />
        Non vale più: ritirata</label
      >
      <label class="choice"
        ><input type="radio" name="status" value="error" ${said['status'] === 'error' && html`checked`} /> Non
        doveva uscire: pubblicata per errore</label
      >
    </fieldset>
    ${field('reason', 'Perché (lo legge chi arriva alla pagina)', said['reason'] ?? '')}
    <label for="f-replacedBy">Quale nota la sostituisce</label>
    <select id="f-replacedBy" name="replacedBy">
      <option value="">nessuna</option>
      ${others.map((other) => html`<option value="${other.id}" ${said['replacedBy'] === other.id && html`selected`}>${titleOf(other)}</option>`)}
    </select>
    <button>Ritira la nota</button>`;
};
