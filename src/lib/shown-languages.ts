import { isDevServer } from './dev-server.ts';

/**
 * Whether readers get a language. One that is being translated is a draft: it has no page, no menu entry and no file until
 * its own entry says that it is public; whoever works on it sees it on the editors' server.
 */
export const isShown = ({ public: isPublic }: { public?: 'yes' | 'no' | undefined }): boolean =>
  isPublic !== 'no' || isDevServer();
