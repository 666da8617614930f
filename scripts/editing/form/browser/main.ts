import type { FormSettings } from '../bundle.ts';
import { toFile, toForm } from '../codec.ts';
import './form.css';
import './header.css';

/** Put here when the form is bundled. */
declare const FORM_SETTINGS: FormSettings;

const { config, formats, hasRepository } = FORM_SETTINGS;
const isLocal = /^(.+\.)?localhost$|^127\.0\.0\.1$/.test(location.hostname);

const start = async (): Promise<void> => {
  // Italian, like the fields, whatever the browser's language; read when the form's code is loaded.
  const key = 'sveltia-cms.prefs';
  localStorage.setItem(key, JSON.stringify({ locale: 'it', ...readPreferences(localStorage.getItem(key)) }));
  const { default: CMS } = await import('@sveltia/cms');
  for (const [name, format] of Object.entries(formats)) {
    CMS.registerCustomFormat(name, format.extension, {
      fromFile: (text: string) => toForm(text, format),
      toFile: (values: Record<string, unknown>) => toFile(values, format),
    });
  }
  document.body.classList.toggle('without-repository', !hasRepository);
  await CMS.init({ config });
};

const readPreferences = (stored: string | null): object => {
  try {
    return Object(JSON.parse(stored ?? '{}')) as object;
  } catch {
    return {};
  }
};

if (hasRepository || isLocal) await start();
// Nobody could save anything here: the page says where one can.
else document.querySelector('#only-local')?.removeAttribute('hidden');
