import type { Story } from '../../lib/kept-story.ts';
import { keepStory, keptStories, removeStory, sinceWords } from './kept-stories.ts';
import { fetchWords } from './words.ts';

/**
 * Takes the button over: it keeps the story, or takes it away again, and says which.
 * @param href address of the words
 * @param json the story
 * @param pressed whether the button was already pressed
 */
export const keepButton = async (
  button: HTMLButtonElement,
  tools: HTMLElement,
  href: string,
  json: string,
  pressed: boolean,
): Promise<void> => {
  if (button.dataset['keep']) return;
  button.dataset['keep'] = 'taken';
  const story = JSON.parse(json) as Story;
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  tools.append(status);
  const words = await fetchWords(href);
  const link = document.createElement('a');
  link.href = words.list;
  link.textContent = words.see;
  let since = (await keptStories()).find((kept) => kept.story.page === story.page)?.since;
  let busy = false;

  const show = (said: string): void => {
    button.textContent = since ? words.remove : words.keep;
    status.replaceChildren(said, ...(since ? [' ', link] : []));
  };
  const press = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    try {
      if (since) {
        await removeStory(story.page);
        since = undefined;
        show(words.removed);
      } else {
        status.textContent = words.working;
        since = (await keepStory(story)).since;
        show(words.kept);
      }
    } catch {
      show(words.keepFailed);
    }
    busy = false;
  };

  button.addEventListener('click', () => void press());
  if (pressed) await press();
  else if (since) show(sinceWords(words, since));
};
