import { zipSync, type Zippable } from 'fflate';

/** The first instant that ZIP can hold, in whatever zone the machine is: an archive does not tell when it was made. */
const epoch = (): Date => new Date(1980, 0, 1);

/** File types that are compressed already, and the name by which an EPUB is known, which stands in it as it is. */
const PACKED = /\.(?:jpe?g|png|webp|avif|docx|zip)$|^mimetype$/i;

/**
 * A ZIP archive. The same files in the same order give the same bytes on every machine.
 * @param files contents by path
 */
export const zip = (files: readonly (readonly [path: string, bytes: Uint8Array])[]): Uint8Array => {
  const entries: Zippable = {};
  for (const [path, bytes] of files) {
    if (path in entries) throw new RangeError(`The archive would hold "${path}" twice.`);
    entries[path] = [bytes, { level: PACKED.test(path) ? 0 : 6, mtime: epoch() }];
  }
  // 0 is FAT: no permission bits of the machine.
  return zipSync(entries, { os: 0 });
};
