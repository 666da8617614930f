/**
 * How large and how deep content may be. Real texts stay far below; what is beyond is a mistake or an attack, and is
 * refused by name before it is parsed, so that a check needs seconds and megabytes whatever lies in the folder.
 * The editors' guide says the same: "Quanto può essere grande un file".
 */
export const limits = {
  /** Bytes of a text, whatever its kind: the longest of the site's own has 60 kB. */
  textBytes: 500_000,
  /** Letters of a paragraph, or of a line of a record: a paragraph of a note has about 1,000. */
  paragraphLetters: 20_000,
  /** Levels of lists, quotes and tags inside each other in a text; of fields inside each other in a record. */
  nesting: 12,
  /** Bytes of a picture file. */
  pictureBytes: 12_000_000,
  /** Pixels of a picture, width × height: what the largest cameras of journalists make. */
  picturePixels: 64_000_000,
  /** Bytes of a film in the content folder. */
  filmBytes: 95_000_000,
  /** Bytes of a Word or OpenDocument file, of its text once it is unpacked, and of all that is in it. */
  documentBytes: 50_000_000,
  documentTextBytes: 5_000_000,
  documentUnpackedBytes: 100_000_000,
  /** Parts of a Word or OpenDocument file. */
  documentParts: 2_000,
} as const;
