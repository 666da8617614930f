/** What may be written for an attribute. */
interface AttributeRule {
  required: boolean;
  /** A slug, one of these words, or any text. */
  form: 'slug' | 'text' | readonly string[];
}

interface ComponentRule {
  place: 'block' | 'inline';
  attributes: Readonly<Record<string, AttributeRule>>;
  /** How it is written, shown to the editor. */
  example: string;
}

const id: AttributeRule = { required: true, form: 'slug' };
const text: AttributeRule = { required: true, form: 'text' };

/** The only components that a body may use. */
export const components = {
  Quote: {
    place: 'block',
    attributes: { id, speaker: text, role: text },
    example:
      '<Quote id="rossi" speaker="Maria Rossi" role="Sindaca di Genova">, poi le parole su una riga nuova, poi </Quote>',
  },
  Callout: {
    place: 'block',
    attributes: { kind: { required: false, form: ['note', 'warning'] } },
    example: '<Callout>, poi il testo su una riga nuova, poi </Callout>',
  },
  Picture: { place: 'block', attributes: { id }, example: '<Picture id="inaugurazione" />' },
  Video: { place: 'block', attributes: { id }, example: '<Video id="palermo" />' },
  Figure: {
    place: 'inline',
    attributes: { id },
    example: '<Figure id="beneficiari">sono stati 200 i beneficiari</Figure>',
  },
  Attribution: {
    place: 'inline',
    attributes: {},
    example: '<Attribution>– ha detto la sindaca –</Attribution>',
  },
} as const satisfies Record<string, ComponentRule>;

export type ComponentName = keyof typeof components;

export const isComponent = (name: string): name is ComponentName => Object.hasOwn(components, name);

/** The rules of a component, without the literal types. */
export const ruleOf = (name: ComponentName): ComponentRule => components[name];

/** The names of the components, as a sentence lists them. */
export const componentNames = Object.keys(components).join(', ');
