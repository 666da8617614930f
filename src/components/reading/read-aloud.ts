import style from './reader.css?inline';
import { sentencesOf } from './sentences.ts';
import { ownVoices } from './voices.ts';
import { fetchWords, type ReadingWords } from './words.ts';

interface Sentence {
  text: string;
  lang: string;
  block: Element;
  range: Range;
}

/** What is remembered, and only when asked: named on the privacy page. */
const storageKey = 'read-aloud';
const speeds = [0.6, 0.8, 1, 1.2, 1.5];

/** What is told, a block at a time; lists of links, notes to the page and folded parts are not told. */
const told = 'h1, h2, h3, h4, p, li, dt, dd, figcaption';
const untold =
  '[data-pagefind-ignore], [hidden], .no-print, .visually-hidden, .reader, nav, details:not([open]) > :not(summary)';

/** The sentences of a part of the page, in the order in which it shows them. */
const sentencesIn = (root: Element): Sentence[] =>
  [...root.querySelectorAll(told)]
    .filter((block) => !block.querySelector(told) && !block.closest(untold))
    .flatMap((block) => {
      const lang = block.closest('[lang]')?.getAttribute('lang') ?? '';
      const nodes: { node: Text; start: number }[] = [];
      let text = '';
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.parentElement?.closest(`${untold}, button, svg, script`)) continue;
        nodes.push({ node: node as Text, start: text.length });
        text += (node as Text).data;
      }
      return sentencesOf(text, lang || 'it').map(({ start, end }) => {
        const range = new Range();
        const at = (place: number): [Text, number] => {
          const { node, start } = nodes.findLast((entry) => entry.start <= place) as (typeof nodes)[number];
          return [node, place - start];
        };
        range.setStart(...at(start));
        const [last, offset] = at(end - 1);
        range.setEnd(last, offset + 1);
        return { text: text.slice(start, end).replace(/\s+/g, ' '), lang, block, range };
      });
    });

interface Memory {
  speed: number;
  /** By language: the `voiceURI` that was chosen. */
  voices: Record<string, string>;
}

/** What this device was asked to remember; nothing where storage is forbidden. */
const remembered = (): Memory | undefined => {
  try {
    return (JSON.parse(localStorage.getItem(storageKey) ?? 'null') as Memory | null) ?? undefined;
  } catch {
    return undefined;
  }
};

/** The bar with pause, speed and voice. */
const makeBar = (words: ReadingWords) => {
  const bar = document.createElement('section');
  bar.className = 'reader no-print';
  bar.setAttribute('aria-label', words.title);
  const add = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, text = '', parent: Element = bar) => {
    const made = document.createElement(tag);
    made.textContent = text;
    parent.append(made);
    return made;
  };
  const pause = add('button', words.pause);
  const stop = add('button', words.stop);
  pause.type = stop.type = 'button';
  const choice = (text: string): HTMLSelectElement => add('select', '', add('label', `${text} `));
  const speed = choice(words.speed);
  const voice = choice(words.voice);
  const label = add('label');
  const remember = add('input', '', label);
  remember.type = 'checkbox';
  label.append(` ${words.remember}`);
  const status = add('p');
  status.setAttribute('role', 'status');
  return { bar, pause, stop, speed, voice, remember, status };
};

let stopOther: (() => void) | undefined;

/**
 * Reads a part of the page aloud, and shows the bar that steers it.
 * @param start the button that was pressed: it has the focus again at the end
 * @param href address of the words
 * @param part selector of what is read
 */
export const readAloud = async (
  start: HTMLElement,
  tools: HTMLElement,
  href: string,
  lang: string,
  part: string,
): Promise<void> => {
  stopOther?.();
  const words = await fetchWords(href);
  const root = document.querySelector(part);
  if (!root) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

  const sentences = sentencesIn(root);
  const { bar, pause, stop, speed, voice, remember, status } = makeBar(words);
  const memory = remembered();
  const voices = ownVoices(speechSynthesis.getVoices(), lang);
  for (const rate of speeds)
    speed.add(
      new Option(new Intl.NumberFormat(words.locale, { style: 'percent' }).format(rate), String(rate)),
    );
  speed.value = String(speeds.find((rate) => rate === memory?.speed) ?? 1);
  for (const { name, voiceURI } of voices) voice.add(new Option(name, voiceURI));
  const liked = memory?.voices[lang];
  if (voices.some(({ voiceURI }) => voiceURI === liked)) voice.value = liked as string;
  remember.checked = memory !== undefined;
  tools.after(bar);

  let index = 0;
  let playing = true;
  // What was cancelled still reports its end: only the last one asked counts.
  let turn = 0;
  // Chrome forgets an utterance that nobody holds, and then its end is never told.
  let spoken: SpeechSynthesisUtterance | undefined;

  const unmark = (): void => {
    if ('highlights' in CSS) CSS.highlights.delete('reading');
    document.querySelectorAll('.is-read').forEach((block) => block.classList.remove('is-read'));
  };
  const mark = ({ range, block }: Sentence): void => {
    unmark();
    if ('highlights' in CSS) CSS.highlights.set('reading', new Highlight(range));
    else block.classList.add('is-read');
    const { top, bottom } = range.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight - bar.offsetHeight) block.scrollIntoView({ block: 'center' });
  };
  const hush = (): void => {
    turn++;
    speechSynthesis.cancel();
  };
  const close = (): void => {
    hush();
    unmark();
    if (bar.contains(document.activeElement)) start.focus();
    bar.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    removeEventListener('pagehide', close);
    stopOther = undefined;
  };
  const show = (): void => {
    pause.textContent = playing ? words.pause : words.resume;
  };
  const rest = (why: string): void => {
    playing = false;
    status.textContent = why;
    show();
  };
  const speak = (): void => {
    hush();
    const sentence = sentences[index];
    if (!sentence) {
      index = 0;
      unmark();
      rest(words.finished);
      return;
    }
    mark(sentence);
    const mine = turn;
    spoken = new SpeechSynthesisUtterance(sentence.text);
    // A name or a quote of another language has a voice of its own where the device has one.
    const other =
      sentence.lang === lang ? undefined : ownVoices(speechSynthesis.getVoices(), sentence.lang)[0];
    const chosen = other ?? voices.find(({ voiceURI }) => voiceURI === voice.value);
    if (chosen) spoken.voice = chosen;
    spoken.lang = chosen?.lang ?? lang;
    spoken.rate = Number(speed.value);
    spoken.onend = () => {
      if (mine !== turn) return;
      index++;
      speak();
    };
    spoken.onerror = () => {
      if (mine === turn) rest(words.voiceFailed);
    };
    speechSynthesis.speak(spoken);
  };
  const save = (): void => {
    if (remember.checked) {
      const voices = { ...remembered()?.voices, [lang]: voice.value };
      localStorage.setItem(storageKey, JSON.stringify({ speed: Number(speed.value), voices }));
    } else localStorage.removeItem(storageKey);
  };

  // Android has no true pause: the sentence that was begun is read again.
  pause.addEventListener('click', () => {
    playing = !playing;
    status.textContent = '';
    show();
    if (playing) speak();
    else hush();
  });
  stop.addEventListener('click', close);
  bar.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
  for (const choice of [speed, voice])
    choice.addEventListener('change', () => {
      if (remember.checked) save();
      if (playing) speak();
    });
  remember.addEventListener('change', save);
  addEventListener('pagehide', close);
  stopOther = close;
  pause.focus();
  speak();
};
