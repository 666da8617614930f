import { html, type Html } from './html.ts';
import type { FieldProblem } from './check.ts';

/** What is wrong in a file, in a list. */
export const problemList = (problems: readonly FieldProblem[], title: string): Html | undefined =>
  problems.length === 0
    ? undefined
    : html`<section class="wrong" aria-label="${title}">
        <h2>${title}</h2>
        <ul>
          ${problems.map(
            ({ label, line, isMistake, what, why, fix }) =>
              html`<li>
                <strong>${label ?? `riga ${line}`}</strong>: ${!isMistake && 'avviso: '}${what} ${why}<br />Correggi
                così:
                <code>${fix}</code>
              </li>`,
          )}
        </ul>
      </section>`;
