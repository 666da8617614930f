/** What the form lends of its own React, under the names that it gives in the browser. */

export type Element = object;

/** A component as `createClass` makes it; `this` in its methods. */
export interface Component<Props, State> {
  props: Props;
  state: State;
  setState: (state: Partial<State>) => void;
}

declare global {
  interface Window {
    h: (type: unknown, props?: object | null, ...children: unknown[]) => Element;
    createClass: (methods: object) => unknown;
  }
}

/**
 * A component of the form.
 * @param methods its methods, `render` among them
 */
export const component = <Props, State>(
  methods: { render: (this: Component<Props, State>) => Element } & ThisType<
    Component<Props, State> & Record<string, unknown>
  > &
    object,
): never => window.createClass(methods) as never;

export const h: Window['h'] = (...all) => window.h(...all);
