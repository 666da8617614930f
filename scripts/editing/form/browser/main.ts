import type { FormSettings } from '../bundle.ts';
import { toFile, toForm } from '../codec.ts';
import { noteState } from '../note-state.ts';
import { STATE, TEXT_FIELD } from '../shape.ts';
import { askCheck, showBesideFields } from './beside.ts';
import './form.css';
import './header.css';
import { afterSave, panel } from './panel.ts';
import { servedBy, servedFolder } from './served-folder.ts';
import { textField } from './text-field.ts';

/** Put here when the form is bundled. */
declare const FORM_SETTINGS: FormSettings;

const { config, formats, hasRepository } = FORM_SETTINGS;
const isLocal = /^(.+\.)?localhost$|^127\.0\.0\.1$/.test(location.hostname);
const served = isLocal ? await servedBy() : 'nobody';

const formatOf = (collection: string) => formats[collection] ?? formats[`${collection}-frontmatter`];

const start = async (): Promise<void> => {
  // Italian, like the fields, whatever the browser's language; read when the form's code is loaded.
  const key = 'sveltia-cms.prefs';
  localStorage.setItem(key, JSON.stringify({ locale: 'it', ...readPreferences(localStorage.getItem(key)) }));
  if (served === 'open') {
    const folder = servedFolder();
    // Browsers that cannot open a folder can open this one.
    Object.assign(globalThis, { lgnetFolder: folder, showDirectoryPicker: () => Promise.resolve(folder) });
    localStorage.setItem('sveltia-cms.user', JSON.stringify({ backendName: 'local' }));
    document.querySelector('#desk-link')?.removeAttribute('hidden');
  }
  const { default: CMS } = await import('@sveltia/cms');
  for (const [name, format] of Object.entries(formats)) {
    const isNote = name.startsWith('press-notes');
    CMS.registerCustomFormat(name, format.extension, {
      fromFile: (text: string) => {
        const values = toForm(text, format);
        return isNote ? { ...values, [STATE]: noteState(values, new Date()) } : values;
      },
      toFile: (values: Record<string, unknown>) => toFile(values, format),
    });
  }
  CMS.registerFieldType(TEXT_FIELD, textField());
  if (served === 'open') {
    for (const collection of config.collections ?? [])
      if ('name' in collection && collection.name !== undefined)
        CMS.registerPreviewTemplate(collection.name, panel(collection.name, formatOf(collection.name)));
    CMS.registerEventListener({
      name: 'preSave',
      handler: async ({ entry }) => {
        const { collection } = entry.toJS() as unknown as { collection: string };
        const { problems } = await askCheck(entry, formatOf(collection));
        showBesideFields(problems);
        const mistakes = problems.filter(({ isMistake }) => isMistake);
        if (mistakes.length === 0) return;
        const words = mistakes.map(
          ({ label, what, fix }) => `${label ?? 'Nel file'}: ${what} Correggi così: ${fix}`,
        );
        throw new Error(`Non ho salvato. ${words.join(' — ')}`, { cause: { message: words.join(' — ') } });
      },
    });
    CMS.registerEventListener({
      name: 'postSave',
      handler: () => {
        afterSave.dispatchEvent(new Event('saved'));
      },
    });
  }
  document.body.classList.toggle('without-repository', !hasRepository);
  await CMS.init({ config: { ...config, editor: { preview: served === 'open' } } });
};

const readPreferences = (stored: string | null): object => {
  try {
    return Object(JSON.parse(stored ?? '{}')) as object;
  } catch {
    return {};
  }
};

const show = (id: string): void => {
  document.querySelector(id)?.removeAttribute('hidden');
};

if (served === 'closed') show('#no-key');
else if (hasRepository || isLocal) await start();
// Nobody could save anything here: the page says where one can.
else show('#only-local');
