import { ownVoices } from './voices.ts';

/** A button made by the script, so that nobody without a script meets it. */
const button = (words: string): HTMLButtonElement => {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = words;
  return made;
};

/** Offers to read aloud where the device has a voice of its own for the text, and to keep the story where it can. */
export const offerReading = (tools: HTMLElement): void => {
  const { lang = '', words = '', listen = '', easy = '', keep = '', story = '' } = tools.dataset;

  const offerVoice = (): void => {
    if (!ownVoices(speechSynthesis.getVoices(), lang).length) return;
    speechSynthesis.removeEventListener('voiceschanged', offerVoice);
    const offer = (where: Element | null, label: string, part: string): void => {
      if (!where) return;
      const start = button(label);
      start.dataset['listen'] = part;
      where.prepend(start);
      start.addEventListener('click', () => {
        // Safari lets a voice speak only if it was first asked during the press itself.
        speechSynthesis.speak(new SpeechSynthesisUtterance(''));
        void import('./read-aloud.ts').then(({ readAloud }) => readAloud(start, tools, words, lang, part));
      });
    };
    offer(tools, listen, 'article');
    if (document.querySelector('.easy')) offer(tools, easy, '.easy');
  };
  if ('speechSynthesis' in window) {
    speechSynthesis.addEventListener('voiceschanged', offerVoice);
    offerVoice();
  }

  // Browsers keep pages on secure addresses only.
  if (story && 'serviceWorker' in navigator && 'caches' in window) {
    const press = button(keep);
    press.dataset['keep'] = '';
    tools.append(press);
    const take = (pressed: boolean): void => {
      void import('./keep-button.ts').then(({ keepButton }) =>
        keepButton(press, tools, words, story, pressed),
      );
    };
    press.addEventListener('click', () => take(true), { once: true });
    // Only looks: nothing is made before the button is pressed.
    void caches.keys().then((names) => {
      if (names.includes(`kept ${(JSON.parse(story) as { page: string }).page}`)) take(false);
    });
  }
};
