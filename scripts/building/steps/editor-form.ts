import { writeEditorForm } from '../../editing/form/bundle.ts';
import type { BuildStep } from './step.ts';

/** The editors' form and guide at `/admin/`; after the search index, which must know nothing of them. */
export const editorForm: BuildStep = {
  name: 'redazione',
  run: ({ stagingDir, contentDir, cacheDir }) =>
    writeEditorForm({ siteDir: stagingDir, contentDir, cacheDir }),
};
