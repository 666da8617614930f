import Attribution from './Attribution.astro';
import Callout from './Callout.astro';
import Figure from './Figure.astro';
import Quote from './Quote.astro';

/** The only components that content may use. */
export const proseComponents = { Attribution, Callout, Figure, Quote };
