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
  /** Counts the saves, so that the note's state is asked for anew. */
  saves: number;
  /** The name of the texts that the page is shown with; none: as it is saved. */
  preview?: string | undefined;
  /** Whether the page shows what stands in the fields now. */
  isShown: boolean;
  /** Counts what was done beside the fields, so that the page is asked for anew. */
  actions: number;
}

type This = Component<Props, State> & {
  check: () => void;
  waiting?: number;
  saved?: () => void;
  last?: string;
  asked?: number;
  isOpen?: boolean;
  /** How far down the page was read. */
  scrolled?: number;
  stateCame: () => void;
  pageCame: (event: { target: HTMLIFrameElement }) => void;
};

/** Told of by the form when an entry has been saved. */
export const afterSave = new EventTarget();

const WAIT_MS = 700;

const frameStyle = (blockSize: string) => ({ inlineSize: '100%', blockSize, border: '0' });

/** What the page beside the fields shows, in a sentence. */
const pageIs = (isUnsaved: boolean, isShown: boolean): string => {
  const now = 'ciò che è scritto nei campi adesso';
  if (isShown)
    return isUnsaved ? `Mostra ${now}: è salvato solo quando premi Salva.` : 'La nota com’è salvata.';
  return `Non può mostrare ${now}: c’è qualcosa da correggere, o un’immagine ancora da salvare. È la versione di prima.`;
};

/**
 * The panel of a collection.
 * @param collection its name
 * @param format how its files are written
 */
export const panel = (collection: string, format: FileFormat | undefined): never =>
  component<Props, State>({
    getInitialState: (): State => ({ problems: [], isChecked: false, saves: 0, isShown: true, actions: 0 }),

    componentDidMount(this: This) {
      this.saved = () => {
        // The state comes anew because of the save: the fields know of that.
        this.isOpen = false;
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
        const asked = (this.asked ?? 0) + 1;
        this.asked = asked;
        void askCheck(entry, format).then(({ problems, preview }) => {
          // An older answer may come later.
          if (asked !== this.asked) return;
          showBesideFields(problems);
          const isShown = preview !== undefined;
          this.setState({ problems, isChecked: true, isShown, ...(isShown && { preview }) });
        });
      }, WAIT_MS);
    },

    /** The note's state is there for the first time, or something was done with it, which the fields know nothing of. */
    stateCame(this: This) {
      if (this.isOpen) this.setState({ preview: undefined, isShown: true, actions: this.state.actions + 1 });
      this.isOpen = true;
    },

    /** The page comes anew at every pause in writing: it stays where it was read. */
    pageCame(this: This, { target: { contentWindow } }: { target: HTMLIFrameElement }) {
      contentWindow?.scrollTo(0, this.scrolled ?? 0);
      contentWindow?.addEventListener('scroll', () => {
        this.scrolled = contentWindow.scrollY;
      });
    },

    render(this: This) {
      const { problems, isChecked, saves, preview, isShown, actions } = this.state;
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
            : h(
                'div',
                null,
                h('iframe', {
                  key: saves,
                  // The preview lies at an address of the browser's own, where a path leads nowhere.
                  src: `${location.origin}/redazione/nota/${id}/?modulo`,
                  title: 'Stato, traduzioni e azioni della nota',
                  style: frameStyle('45vh'),
                  onLoad: () => this.stateCame(),
                }),
                h('h2', null, 'La pagina'),
                h('p', { role: 'status' }, pageIs(preview !== undefined, isShown)),
                isChecked &&
                  h('iframe', {
                    src: `${location.origin}/redazione/pagina/${id}/?${new URLSearchParams({
                      ...(preview !== undefined && { anteprima: preview }),
                      volta: String(actions),
                    })}`,
                    title: 'La pagina della nota, con ciò che è scritto nei campi',
                    style: frameStyle('85vh'),
                    onLoad: (event: { target: HTMLIFrameElement }) => this.pageCame(event),
                  }),
              )),
      );
    },
  } as never);
