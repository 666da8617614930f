import { keepStory, keptStories, removeStory, sinceWords, type KeptStory } from './kept-stories.ts';
import { fetchWords, formatSize, type ReadingWords } from './words.ts';

/** Lists what is kept on this phone: what, how much, since when; each is brought up to date or taken away here. */
export const keptList = async (root: HTMLElement): Promise<void> => {
  const list = root.querySelector('ul') as HTMLUListElement;
  const status = root.querySelector('[role=status]') as HTMLElement;
  const words = await fetchWords(root.dataset['words'] ?? '');

  const draw = async (said = ''): Promise<void> => {
    const stories = 'caches' in window ? await keptStories() : [];
    list.replaceChildren(...stories.map((kept) => item(kept, words, act)));
    list.hidden = stories.length === 0;
    const bytes = stories.reduce((sum, kept) => sum + kept.bytes, 0);
    const total = bytes ? words.total.replace('{size}', formatSize(words.locale, bytes)) : words.none;
    status.textContent = [said, total].filter(Boolean).join(' ');
  };
  const act = (work: () => Promise<unknown>, done: string): void => {
    status.textContent = words.working;
    work().then(
      () => draw(done),
      () => draw(words.keepFailed),
    );
    // The button that was pressed may be gone: the focus stays where the answer is said.
    status.focus();
  };
  await draw();
};

const item = (
  { story, since, bytes }: KeptStory,
  words: ReadingWords,
  act: (work: () => Promise<unknown>, done: string) => void,
): HTMLLIElement => {
  const made = document.createElement('li');
  const link = document.createElement('a');
  link.href = story.page;
  link.textContent = story.name;
  const when = document.createElement('p');
  when.className = 'meta';
  when.textContent = `${sinceWords(words, since)} ${formatSize(words.locale, bytes)}`;
  const button = (label: string, work: () => Promise<unknown>, done: string): HTMLButtonElement => {
    const press = document.createElement('button');
    press.type = 'button';
    press.textContent = label;
    press.setAttribute('aria-label', `${label}: ${story.name}`);
    press.addEventListener('click', () => act(work, done));
    return press;
  };
  const buttons = document.createElement('div');
  buttons.className = 'reading-tools';
  buttons.append(
    button(words.update, () => keepStory(story), words.kept),
    button(words.remove, () => removeStory(story.page), words.removed),
  );
  made.append(link, when, buttons);
  return made;
};
