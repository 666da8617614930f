/**
 * The field of a note's text: the text as it is in its file, with buttons that write the marks for whoever does not know them.
 * Every character stays as it was written; only what a button puts in is new.
 */
import { component, h, type Component } from './react.ts';

interface Props {
  value: string | undefined;
  forID: string;
  classNameWrapper: string;
  entry?: { toJS: () => { data: Record<string, unknown> } };
  onChange: (value: string) => void;
}

interface State {
  /** Which button asks for something, and where the chosen words stood when it was pressed. */
  asking?: Button | undefined;
  from: number;
  to: number;
  said: Record<string, string>;
}

interface Question {
  name: string;
  label: string;
  /** What can be chosen from; without it, it is written. */
  choices?: (data: Record<string, unknown>) => string[];
  /** What is said where there is nothing to choose from. */
  none?: string;
}

interface Button {
  label: string;
  questions: readonly Question[];
  /** The mark around the chosen words. */
  mark: (words: string, said: Record<string, string>) => string;
}

/** The names of a table of named things, which is a list in the form. */
const namesIn = (list: unknown): string[] =>
  Array.isArray(list) ? list.map((item: { id?: string }) => item.id ?? '').filter((name) => name !== '') : [];

const quoted = (text: string): string => text.replaceAll('"', '”').trim();

/** A short name for an address: `Antonella Tirrito` is `tirrito`. */
const shortName = (name: string): string =>
  (name.trim().split(/\s+/).at(-1) ?? '')
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '') || 'citazione';

const paragraph = (text: string): string => `\n\n${text}\n\n`;

const buttons: readonly Button[] = [
  { label: 'Grassetto', questions: [], mark: (words) => `**${words || 'parole'}**` },
  { label: 'Corsivo', questions: [], mark: (words) => `*${words || 'parole'}*` },
  {
    label: 'Collegamento',
    questions: [{ name: 'address', label: 'Indirizzo (https://… oppure /citta/palermo/)' }],
    mark: (words, { address = '' }) => `[${words || 'parole'}](${address.trim().replaceAll(')', '%29')})`,
  },
  {
    label: 'Citazione',
    questions: [
      { name: 'speaker', label: 'Chi parla' },
      { name: 'role', label: 'Con quale ruolo' },
    ],
    mark: (words, { speaker = '', role = '' }) =>
      paragraph(
        `<Quote id="${shortName(speaker)}" speaker="${quoted(speaker)}" role="${quoted(role)}">\n${words || '«Le parole di chi parla.»'}\n</Quote>`,
      ),
  },
  {
    label: 'Cifra',
    questions: [
      {
        name: 'id',
        label: 'Quale cifra',
        choices: ({ figures }) => namesIn(figures),
        none: 'Prima descrivi la cifra nel campo «Cifre», qui sopra.',
      },
    ],
    mark: (words, { id = '' }) => `<Figure id="${id}">${words || 'la frase con la cifra'}</Figure>`,
  },
  {
    label: 'Immagine',
    questions: [
      {
        name: 'id',
        label: 'Quale immagine',
        choices: ({ pictures }) => namesIn(pictures),
        none: 'Prima aggiungi l’immagine nel campo «Immagini», qui sopra.',
      },
    ],
    mark: (_words, { id = '' }) => paragraph(`<Picture id="${id}" />`),
  },
];

type This = Component<Props, State> & {
  press: (button: Button) => void;
  put: (button: Button, said: Record<string, string>, from: number, to: number) => void;
  area: () => HTMLTextAreaElement | null;
  question: (question: Question) => object;
};

/** The field, to be registered with the form; made once the form is loaded, with its own React. */
export const textField = (): never =>
  component<Props, State>({
    getInitialState: (): State => ({ from: 0, to: 0, said: {} }),

    area(this: This) {
      return document.getElementById(this.props.forID) as HTMLTextAreaElement | null;
    },

    press(this: This, button: Button) {
      const { selectionStart = 0, selectionEnd = 0 } = this.area() ?? {};
      if (button.questions.length === 0) {
        this.put(button, {}, selectionStart, selectionEnd);
        return;
      }
      this.setState({ asking: button, said: {}, from: selectionStart, to: selectionEnd });
    },

    put(this: This, button: Button, said: Record<string, string>, from: number, to: number) {
      const text = this.props.value ?? '';
      const mark = button.mark(text.slice(from, to), said);
      const [before, after] = [text.slice(0, from), text.slice(to)];
      // A mark of its own paragraph has one empty line around it, however many there were.
      const isBlock = mark.startsWith('\n\n');
      const next = isBlock
        ? `${before.trimEnd()}${before.trim() === '' ? mark.trimStart() : mark}${after.trimStart()}`.trimEnd()
        : before + mark + after;
      this.props.onChange(next);
      this.setState({ asking: undefined });
      requestAnimationFrame(() => {
        const area = this.area();
        const end = isBlock ? next.length - after.trimStart().length : from + mark.length;
        area?.focus();
        area?.setSelectionRange(end, end);
      });
    },

    question(this: This, { name, label, choices, none }: Question) {
      const id = `${this.props.forID}-${name}`;
      const write = (event: { target: { value: string } }): void => {
        this.setState({ said: { ...this.state.said, [name]: event.target.value } });
      };
      const options = choices?.(this.props.entry?.toJS().data ?? {});
      if (options?.length === 0) return h('p', { key: name }, none);
      return h(
        'label',
        { key: name, htmlFor: id },
        label,
        options
          ? h(
              'select',
              { id, value: this.state.said[name] ?? '', onChange: write },
              h('option', { value: '' }, 'scegli'),
              ...options.map((option) => h('option', { key: option, value: option }, option)),
            )
          : h('input', { id, type: 'text', value: this.state.said[name] ?? '', onChange: write }),
      );
    },

    render(this: This) {
      const { asking, said, from, to } = this.state;
      const isComplete = asking?.questions.every(({ name }) => said[name]?.trim()) ?? false;
      return h(
        'div',
        { className: 'note-text' },
        h(
          'div',
          { role: 'toolbar', 'aria-label': 'Segni del testo' },
          ...buttons.map((button) =>
            h(
              'button',
              {
                key: button.label,
                type: 'button',
                'aria-expanded': asking === button || undefined,
                onClick: () => {
                  this.press(button);
                },
              },
              button.label,
            ),
          ),
        ),
        asking &&
          h(
            'div',
            { className: 'question', role: 'group', 'aria-label': asking.label },
            ...asking.questions.map((question) => this.question(question)),
            h(
              'button',
              {
                type: 'button',
                disabled: !isComplete,
                onClick: () => {
                  this.put(asking, said, from, to);
                },
              },
              'Inserisci',
            ),
            h(
              'button',
              {
                type: 'button',
                onClick: () => {
                  this.setState({ asking: undefined });
                },
              },
              'Annulla',
            ),
          ),
        h('textarea', {
          id: this.props.forID,
          className: this.props.classNameWrapper,
          'aria-labelledby': `${this.props.forID}-label`,
          rows: 16,
          spellCheck: true,
          lang: 'it',
          value: this.props.value ?? '',
          onChange: (event: { target: { value: string } }) => {
            this.props.onChange(event.target.value);
          },
        }),
      );
    },
  } as never);
