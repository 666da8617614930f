import type { ContentEntry } from '../content/read.ts';
import type { TranslationStatus } from '../translations/survey.ts';
import type { FieldProblem } from './check.ts';
import { deskPage, html } from './html.ts';
import { titleOf, translationAddress, translationWords } from './list-page.ts';
import { problemList } from './problems.ts';
import { madeBy, pairsOf } from './translate.ts';
import type { Said } from './actions.ts';

/** The Italian of a record beside its translation, box by box. */
export const translationPage = ({
  record,
  translation,
  status,
  dir,
  answer,
}: {
  record: ContentEntry;
  translation?: ContentEntry | undefined;
  status: TranslationStatus;
  dir: 'ltr' | 'rtl';
  answer?: { done: string } | { problems: readonly FieldProblem[]; said: Said };
}): string => {
  const said = answer && 'said' in answer ? answer.said : undefined;
  const made = madeBy(translation);
  const isBy = (by: string): boolean => (said?.['by'] ?? made.by) === by;
  const isReviewed = said ? said['reviewed'] === 'yes' : made.reviewed;
  const back = record.concept === 'press-notes' ? `/redazione/nota/${record.id}/` : '/redazione/';
  return deskPage(
    `${titleOf(record)} (${status.language})`,
    html`<h1>${titleOf(record)}</h1>
      <p><a href="${back}">Indietro</a></p>
      <p>
        Traduzione <strong>${status.language}</strong>:
        <span class="state">${translationWords[status.state]}</span>
        ${status.state === 'stale' && html`<br />L’italiano è cambiato dopo questa traduzione: rileggila tutta e salvala.`}
      </p>
      ${answer && 'done' in answer && html`<p class="done" role="status">${answer.done}</p>`}
      ${answer && 'problems' in answer && problemList(answer.problems, 'Non salvata')}
      <form method="post" action="${translationAddress(status)}">
        ${pairsOf(record, translation).map(
          ({ name, label, source, translation: text, isLong }, index) =>
            html`<div class="beside pair">
              <div>
                <label for="t-${index}">${label}</label>
                <p lang="it">${source}</p>
              </div>
              <textarea
                id="t-${index}"
                name="${name}"
                lang="${status.language}"
                dir="${dir}"
                ${isLong && html`rows="4"`}
              >
${said?.[name] ?? text}</textarea>
            </div>`,
        )}
        <fieldset>
          <legend>Chi l’ha tradotta?</legend>
          <label class="choice"
            ><input type="radio" name="by" value="person" ${isBy('person') && html`checked`} /> una
            persona</label
          >
          <label class="choice"
            ><input type="radio" name="by" value="machine" ${isBy('machine') && html`checked`} /> una
            macchina</label
          >
        </fieldset>
        <label class="choice"
          ><input type="checkbox" name="reviewed" value="yes" ${isReviewed && html`checked`} /> Riveduta da
          una persona competente</label
        >
        <p>Salvando dici che la traduzione corrisponde all’italiano di adesso.</p>
        <button>Salva la traduzione</button>
      </form>`,
  );
};
