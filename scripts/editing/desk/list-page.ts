import type { Content, ContentEntry } from '../content/read.ts';
import { textAt } from '../content/values.ts';
import { noteState } from '../form/note-state.ts';
import { surveyTranslations, type TranslationStatus } from '../translations/survey.ts';
import { conceptNames } from '../../../src/schemas/concept-names.ts';
import { deskPage, html, type Html } from './html.ts';

/** How a translation stands, in a word. */
export const translationWords = {
  missing: 'manca',
  unstamped: 'senza impronta',
  stale: 'da aggiornare',
  current: 'completa',
} as const satisfies Record<TranslationStatus['state'], string>;

/** Where a record is translated into a language. */
export const translationAddress = ({ concept, id, language }: TranslationStatus): string =>
  `/redazione/traduzione/${concept}/${id}/${language}/`;

/** The title of a record, or its name, or where it lies. */
export const titleOf = (entry: ContentEntry): string =>
  textAt(entry.yaml.value, ['title']) ?? textAt(entry.yaml.value, ['name']) ?? entry.id;

const translationLink = (status: TranslationStatus): Html =>
  html`<a href="${translationAddress(status)}">${status.language}: ${translationWords[status.state]}</a>`;

/** All notes with their state, and the other records whose translations lack something. */
export const listPage = (content: Content, now: Date): string => {
  const statuses = surveyTranslations(content);
  const of = (entry: ContentEntry): TranslationStatus[] =>
    statuses.filter(({ concept, id }) => concept === entry.concept && id === entry.id);
  const records = content.entries.filter(({ isRecord }) => isRecord);
  const notes = records
    .filter(({ concept }) => concept === 'press-notes')
    .sort((a, b) => (a.id < b.id ? 1 : -1));
  const others = records
    .filter(({ concept }) => concept !== 'press-notes')
    .map((entry) => ({ entry, open: of(entry).filter(({ state }) => state !== 'current') }))
    .filter(({ open }) => open.length > 0);
  return deskPage(
    'Note e traduzioni',
    html`<h1>Note e traduzioni</h1>
      <p><a href="/admin/#/collections/press-notes/new">Scrivi una nota nuova</a></p>
      <div class="scroll" role="region" aria-label="Note stampa" tabindex="0">
        <table>
          <thead>
            <tr>
              <th scope="col">Nota</th>
              <th scope="col">Stato</th>
              <th scope="col">Traduzioni</th>
              <th scope="col">Dove</th>
            </tr>
          </thead>
          <tbody>
            ${notes.map(
              (note) =>
                html`<tr>
                  <td>
                    <a href="/redazione/nota/${note.id}/">${titleOf(note)}</a><br /><small>${note.id}</small>
                  </td>
                  <td><span class="state">${noteState(stateFields(note), now)}</span></td>
                  <td>${of(note).map((status, index) => [index > 0 && ' · ', translationLink(status)])}</td>
                  <td>
                    <a href="/admin/#/collections/press-notes/entries/${note.id}/it">modulo</a> ·
                    <a href="/note-stampa/${note.id}/">pagina</a>
                  </td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <h2>Altri testi da tradurre (${others.length})</h2>
      ${
        others.length === 0
          ? html`<p>Non manca niente.</p>`
          : html`<ul>
              ${others.map(
                ({ entry, open }) =>
                  html`<li>
                    ${conceptNames[entry.concept].one} “${titleOf(entry)}”:
                    ${open.map((status, index) => [index > 0 && ', ', translationLink(status)])}
                  </li>`,
              )}
            </ul>`
      }`,
  );
};

/** What the state of a note depends on. */
export const stateFields = (note: ContentEntry): { status: unknown; date: unknown; embargo: unknown } => ({
  status: textAt(note.yaml.value, ['status']),
  date: textAt(note.yaml.value, ['date']),
  embargo: textAt(note.yaml.value, ['embargo']),
});
