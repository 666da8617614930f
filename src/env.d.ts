/// <reference types="astro/client" />

declare namespace App {
  /** What the components inside a text need and cannot be handed: a text names only ids. */
  interface Locals {
    pictures?: readonly {
      id: string;
      alt: string;
      caption: string;
      credit: string;
      licence: string;
      /** Pixels of the original. */
      width: number;
      height: number;
      /** One for each format, the smaller one first. */
      sources: readonly { type: string; srcset: string }[];
      fallback: string;
    }[];
    /** What the card of a video shows. */
    videos?: readonly { video: { id: string }; film: unknown }[];
  }
}
