import { AsyncLocalStorage } from 'node:async_hooks';
import { isDevServer } from './dev-server.ts';

/** A request that the editors' server is answering. */
interface DevRequest {
  /** Texts of the content by path, as an editor has them in the form: this request alone sees them in the place of the files. */
  unsaved: ReadonlyMap<string, string>;
}

const KEY = Symbol.for('lgnet.dev-request');

// The configuration, the desk and the pages load this file each for itself, and have to mean the same request.
const requests = (): AsyncLocalStorage<DevRequest> =>
  ((globalThis as { [KEY]?: AsyncLocalStorage<DevRequest> })[KEY] ??= new AsyncLocalStorage());

/** Runs what answers a request of the editors' server: what one page was made of is forgotten before the next. */
export const inDevRequest = <Result>(answer: () => Result, unsaved?: DevRequest['unsaved']): Result => {
  const known = unsaved ?? requests().getStore()?.unsaved ?? new Map<string, string>();
  return requests().run({ unsaved: known }, answer);
};

const build = {};

/** What stands for the request that the editors' server is answering; always the same in a build. */
export const devRequest = (): object => (isDevServer() ? requests().getStore() : undefined) ?? build;

/** The unsaved texts that this request sees; none in a build. */
export const unsavedTexts = (): DevRequest['unsaved'] =>
  (isDevServer() ? requests().getStore()?.unsaved : undefined) ?? new Map<string, string>();
