/**
 * The folder of the content, read and written through the editors' own server: it answers as a folder that the browser
 * itself would open, which only some browsers can.
 */

/** A file as the server lists it. */
interface ListedFile {
  path: string;
  size: number;
  modified: number;
  text?: string;
}

const AT = '/redazione/file/';

const missing = (name: string): DOMException => new DOMException(`${name} non c’è.`, 'NotFoundError');

const addressOf = (path: string): string => `${AT}?path=${encodeURIComponent(path)}`;

/**
 * Writes a file of the content.
 * @param known when the file was changed that the form has read; none: it is new
 * @returns when it was changed now
 * @throws Error with what the server says against it
 */
const put = async (path: string, data: Blob, known: number | undefined): Promise<number> => {
  const headers = known === undefined ? {} : { 'x-modified': String(known) };
  const response = await fetch(addressOf(path), { method: 'PUT', body: data, headers });
  if (response.ok) return Number(response.headers.get('x-modified'));
  const { problems = [], why } = (await response.json().catch(() => ({}))) as {
    problems?: { what: string }[];
    why?: string;
  };
  throw new Error([why ?? 'Il file non è stato salvato.', ...problems.map(({ what }) => what)].join(' '));
};

/** What the form writes first and then gives its right name. */
const isUnfinished = (name: string): boolean => name.startsWith('.sveltia-tmp-');

class ServedFile {
  readonly kind = 'file';
  name: string;
  path: string;
  #listed: ListedFile | undefined;
  #folder: ServedFolder;
  #unfinished: Blob | undefined;
  #modified: number | undefined;

  constructor(folder: ServedFolder, name: string, listed?: ListedFile) {
    this.#folder = folder;
    this.name = name;
    this.path = folder.pathOf(name);
    this.#listed = listed;
    this.#modified = listed?.modified;
  }

  /** When the file was changed that the form has read, in milliseconds since 1970. */
  get modified(): number | undefined {
    return this.#modified;
  }

  async #write(data: Blob): Promise<void> {
    this.#modified = await put(this.path, data, this.#modified);
  }

  async getFile(): Promise<File> {
    const listed = this.#listed;
    if (this.#unfinished) return new File([this.#unfinished], this.name);
    if (listed?.text !== undefined) {
      // What was listed is right once: afterwards somebody may have changed it elsewhere.
      const { text, modified } = listed;
      delete listed.text;
      return new File([text], this.name, { lastModified: modified });
    }
    const response = await fetch(addressOf(this.path));
    if (!response.ok) throw missing(this.path);
    this.#modified = Number(response.headers.get('x-modified'));
    return new File([await response.blob()], this.name, { lastModified: this.#modified });
  }

  createWritable(): Promise<{ write: (data: BlobPart) => Promise<void>; close: () => Promise<void> }> {
    const parts: BlobPart[] = [];
    return Promise.resolve({
      write: (data) => {
        parts.push(data);
        return Promise.resolve();
      },
      close: async () => {
        const data = new Blob(parts);
        if (isUnfinished(this.name)) this.#unfinished = data;
        else await this.#write(data);
        this.#folder.keep(this);
      },
    });
  }

  async move(folder: ServedFolder, name: string): Promise<void> {
    const data = this.#unfinished ?? (await this.getFile());
    const before = this.#folder;
    const old = this.name;
    const path = folder.pathOf(name);
    this.#modified = await put(path, data, folder.modifiedOf(name));
    await before.removeEntry(old);
    this.#unfinished = undefined;
    this.#folder = folder;
    this.name = name;
    this.path = path;
    folder.keep(this);
  }
}

type Entry = ServedFile | ServedFolder;

class ServedFolder {
  readonly kind = 'directory';
  readonly name: string;
  readonly path: string;
  protected readonly inside = new Map<string, Entry>();

  constructor(path: string) {
    this.path = path;
    this.name = path.split('/').at(-1) || 'contenuti';
  }

  pathOf(name: string): string {
    return this.path === '' ? name : `${this.path}/${name}`;
  }

  keep(entry: Entry): void {
    this.inside.set(entry.name, entry);
  }

  /** When a file of this folder was changed that the form has read; none where there is none. */
  modifiedOf(name: string): number | undefined {
    const found = this.inside.get(name);
    return found instanceof ServedFile ? found.modified : undefined;
  }

  requestPermission(): Promise<'granted'> {
    return Promise.resolve('granted');
  }

  async *entries(): AsyncGenerator<[string, Entry]> {
    for (const pair of await Promise.resolve([...this.inside])) yield pair;
  }

  getDirectoryHandle(name: string, { create = false } = {}): Promise<ServedFolder> {
    const found = this.inside.get(name);
    if (found instanceof ServedFolder) return Promise.resolve(found);
    if (!create) return Promise.reject(missing(name));
    const made = new ServedFolder(this.pathOf(name));
    this.keep(made);
    return Promise.resolve(made);
  }

  getFileHandle(name: string, { create = false } = {}): Promise<ServedFile> {
    const found = this.inside.get(name);
    if (found instanceof ServedFile) return Promise.resolve(found);
    return create ? Promise.resolve(new ServedFile(this, name)) : Promise.reject(missing(name));
  }

  async removeEntry(name: string): Promise<void> {
    const found = this.inside.get(name);
    if (found instanceof ServedFile && !isUnfinished(name))
      await fetch(addressOf(found.path), { method: 'DELETE' });
    this.inside.delete(name);
  }

  /** Puts the files of a list into this folder, with the folders on their way. */
  fill(files: readonly ListedFile[]): void {
    this.inside.clear();
    for (const file of files) {
      const parts = file.path.split('/');
      const name = parts.pop() ?? '';
      // Made as they are needed.
      const folder = parts.reduce<ServedFolder>((inner, part) => inner.folder(part), this);
      folder.keep(new ServedFile(folder, name, file));
    }
  }

  private folder(name: string): ServedFolder {
    const found = this.inside.get(name);
    if (found instanceof ServedFolder) return found;
    const made = new ServedFolder(this.pathOf(name));
    this.keep(made);
    return made;
  }
}

/** The project's folder; whoever looks through it sees the files as they are now. */
class ServedProject extends ServedFolder {
  override async *entries(): AsyncGenerator<[string, Entry]> {
    const response = await fetch(`${AT}elenco/`);
    if (response.ok) this.fill((await response.json()) as ListedFile[]);
    yield* super.entries();
  }
}

/** Whether the page comes from the editors' own server: it lends its files, or wants its key first. */
export const servedBy = async (): Promise<'nobody' | 'closed' | 'open'> => {
  const response = await fetch(`${AT}qui/`).catch(() => undefined);
  if (response?.status === 403) return 'closed';
  return response?.headers.get('x-redazione') === '1' ? 'open' : 'nobody';
};

/** The folder that the editors' own server lends. */
export const servedFolder = (): ServedFolder => new ServedProject('');
