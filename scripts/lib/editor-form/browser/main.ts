import CMS from '@sveltia/cms';
import { config, formats, hasRepository } from 'virtual:editor-form';
import { toFile, toForm } from '../codec.ts';
import './form.css';

const isLocal = /^(.+\.)?localhost$|^127\.0\.0\.1$/.test(location.hostname);

if (!hasRepository && !isLocal) {
  // Nobody could save anything here: say where one can.
  const place = document.querySelector('#nc-root');
  if (place)
    place.innerHTML = `<div class="without-repository">
      <h1>Il modulo si usa sul proprio computer</h1>
      <p>Questo sito non ha un deposito collegato: da qui non si salva niente. Nella cartella del sito lancia
      <code>npm run redazione</code>: il modulo si apre nel browser e scrive nei file di lì, senza chiedere un accesso.</p>
    </div>`;
} else {
  for (const [name, format] of Object.entries(formats)) {
    CMS.registerCustomFormat(name, format.extension, {
      fromFile: (text: string) => toForm(text, format),
      toFile: (values: Record<string, unknown>) => toFile(values, format),
    });
  }
  await CMS.init({ config });
}
