import { AsyncLocalStorage } from 'node:async_hooks';
import { deserialize, serialize } from 'node:v8';
import { digest, NotPlainData } from '../../lib/digest.ts';

/** A question that a page asked the queries, and the digest of what it was told. */
export interface Asked {
  /** `press-notes.ts#noteIn` */
  query: string;
  /** What it was asked with, as `v8.serialize` writes it, in base64. */
  given: string;
  answer: string;
}

/** What one page asked, in the order in which it asked. */
export class Record {
  readonly asked: Asked[] = [];
  /** Why the page cannot be kept. */
  unknown: string | undefined;
}

type Query = (...given: unknown[]) => unknown;

/** The bundle of the pages and the build that runs it are different modules: they meet here. */
interface Shared {
  records: AsyncLocalStorage<Record>;
  queries: Map<string, Query>;
}

const place = Symbol.for('lgnet.page-cache');
const shared = ((globalThis as { [place]?: Shared })[place] ??= {
  records: new AsyncLocalStorage(),
  queries: new Map(),
});

/** Larger questions are not worth keeping. */
const MOST_GIVEN = 256 * 1024;

const note = (record: Record, query: string, given: readonly unknown[], result: unknown): unknown => {
  const entry: Asked = { query, given: '', answer: '' };
  // In the order in which they are asked, whichever is answered first.
  record.asked.push(entry);
  try {
    const bytes = serialize(given);
    if (bytes.length > MOST_GIVEN) throw new NotPlainData(`${bytes.length} bytes are too much to keep.`);
    entry.given = bytes.toString('base64');
  } catch (error) {
    record.unknown ??= `${query} was given what cannot be written down: ${String(error)}`;
  }
  const told = (value: unknown): void => {
    try {
      entry.answer = digest(value);
    } catch (error) {
      if (!(error instanceof NotPlainData)) throw error;
      record.unknown ??= `${query} answered with what cannot be compared: ${error.message}`;
    }
  };
  if (!(result instanceof Promise)) {
    told(result);
    return result;
  }
  return result.then((value: unknown) => {
    told(value);
    return value;
  });
};

/**
 * A query that is written down when a page asks it. A value that is no function stays as it is.
 * @param query its name, the same in every build
 */
export const asked = <Exported>(query: string, exported: Exported): Exported => {
  if (typeof exported !== 'function') return exported;
  const real = exported as unknown as Query;
  shared.queries.set(query, real);
  return ((...given: unknown[]) => {
    const record = shared.records.getStore();
    return record ? note(record, query, given, real(...given)) : real(...given);
  }) as Exported;
};

/** Renders a page and writes down what it asks. */
export const recorded = async <Result>(
  render: () => Promise<Result>,
): Promise<{ result: Result; record: Record }> => {
  const record = new Record();
  return { result: await shared.records.run(record, render), record };
};

/**
 * What the queries answer in this build, asked once: pages of one kind ask much the same. A query is a function of the
 * content and the instant, so it answers all of them alike.
 */
export class Answers {
  readonly #digests = new Map<string, Promise<string | undefined>>();

  /** Whether all questions still have the same answers: then a page that asks nothing else is the same page. */
  async areStill(questions: readonly Asked[]): Promise<boolean> {
    for (const { query, given, answer } of questions)
      if ((await this.#digestOf(query, given)) !== answer) return false;
    return true;
  }

  #digestOf(query: string, given: string): Promise<string | undefined> {
    const question = given.length < 512 ? `${query} ${given}` : `${query} ${digest(given)}`;
    let answer = this.#digests.get(question);
    if (!answer) this.#digests.set(question, (answer = digestOfAnswer(query, given)));
    return answer;
  }
}

const digestOfAnswer = async (query: string, given: string): Promise<string | undefined> => {
  const real = shared.queries.get(query);
  try {
    return real && digest(await real(...(deserialize(Buffer.from(given, 'base64')) as unknown[])));
  } catch {
    // What it asked for is not there any more: the page, if there still is one, asks for something else.
    return undefined;
  }
};

interface StaticPath {
  props?: unknown;
  cacheKey?: string;
}

/** The paths of a route, each with the digest of what its page is handed. Without one a page is never kept. */
export const withDigests =
  <Given extends unknown[], Path extends StaticPath>(paths: (...given: Given) => Path[] | Promise<Path[]>) =>
  async (...given: Given): Promise<Path[]> =>
    (await paths(...given)).map((path) => {
      try {
        return { ...path, cacheKey: digest(path.props) };
      } catch (error) {
        if (!(error instanceof NotPlainData)) throw error;
        return path;
      }
    });
