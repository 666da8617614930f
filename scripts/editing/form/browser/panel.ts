/** What stands beside the fields on the editors' own server: what the check says while somebody writes, and the real page. */
import type { FileFormat } from '../shape.ts';
import { askCheck, showBesideFields, type FieldProblem, type FormEntry } from './beside.ts';
import { component, h, type Component } from './react.ts';

interface Props {
  entry: FormEntry;
}

interface State {
  problems: readonly FieldProblem[];
  isChecked: boolean;
  /** Counts the saves, so that the page is asked for anew. */
  saves: number;
}

type This = Component<Props, State> & {
  check: () => void;
  waiting?: number;
  saved?: () => void;
  last?: string;
};

/** Told of by the form when an entry has been saved. */
export const afterSave = new EventTarget();

const WAIT_MS = 700;

/**
 * The panel of a collection.
 * @param collection its name
 * @param format how its files are written
 */
export const panel = (collection: string, format: FileFormat | undefined): never =>
  component<Props, State>({
    getInitialState: (): State => ({ problems: [], isChecked: false, saves: 0 }),

    componentDidMount(this: This) {
      this.saved = () => {
        this.setState({ saves: this.state.saves + 1 });
      };
      afterSave.addEventListener('saved', this.saved);
      this.check();
    },

    componentDidUpdate(this: This) {
      this.check();
    },

    componentWillUnmount(this: This) {
      if (this.saved) afterSave.removeEventListener('saved', this.saved);
      window.clearTimeout(this.waiting);
    },

    /** Asks when nobody has written for a moment, and only about something new. */
    check(this: This) {
      const { entry } = this.props;
      const written = JSON.stringify(entry.toJS().data);
      if (written === this.last) return;
      this.last = written;
      window.clearTimeout(this.waiting);
      this.waiting = window.setTimeout(() => {
        void askCheck(entry, format).then((problems) => {
          showBesideFields(problems);
          this.setState({ problems, isChecked: true });
        });
      }, WAIT_MS);
    },

    render(this: This) {
      const { problems, isChecked, saves } = this.state;
      const { path, newRecord } = this.props.entry.toJS();
      const id = /^content\/press-notes\/([^/]+)\/it\.mdx$/.exec(path)?.[1];
      return h(
        'div',
        { style: { font: '1rem/1.5 system-ui, sans-serif', padding: '1rem' } },
        h(
          'div',
          { role: 'status' },
          !isChecked
            ? 'Controllo…'
            : problems.length === 0
              ? 'Il controllo non trova niente da correggere.'
              : h(
                  'ul',
                  null,
                  ...problems.map(({ label, line, isMistake, what, why, fix }, index) =>
                    h(
                      'li',
                      { key: index },
                      h('strong', null, `${label ?? `riga ${line}`}: `),
                      `${isMistake ? '' : 'avviso: '}${what} ${why} Correggi così: `,
                      h('code', null, fix),
                    ),
                  ),
                ),
        ),
        collection === 'press-notes' &&
          (newRecord || id === undefined
            ? h('p', null, 'Salva la bozza: qui compaiono la sua pagina, le traduzioni e le azioni.')
            : h('iframe', {
                key: saves,
                // The preview lies at an address of the browser's own, where a path leads nowhere.
                src: `${location.origin}/redazione/nota/${id}/?modulo`,
                title: 'Stato, traduzioni, azioni e pagina della nota',
                style: { inlineSize: '100%', blockSize: '85vh', border: '0' },
              })),
      );
    },
  } as never);
