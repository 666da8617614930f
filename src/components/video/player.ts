/** The film of a page: loads it when it is asked for, and takes it to the moments that chapters and transcript name. */

const stored = (key: string): boolean => {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    // Storage can be forbidden: then nothing is remembered.
    return false;
  }
};

const store = (key: string, remembered: boolean): void => {
  try {
    if (remembered) localStorage.setItem(key, '1');
    else localStorage.removeItem(key);
  } catch {
    // As above.
  }
};

/**
 * Makes a player and the links to its moments work.
 * @param root the element around poster, button and notice
 */
export const startPlayer = (root: HTMLElement): void => {
  const stage = root.querySelector<HTMLElement>('[data-video-stage]');
  const template = root.querySelector('template');
  const button = root.querySelector('button');
  const remember = root.querySelector('input');
  if (!stage || !template || !button) return;
  const key = `video ${root.dataset['host']}`;
  let moment = Number(new URLSearchParams(location.search).get('t')) || 0;
  let film: HTMLVideoElement | HTMLIFrameElement | null = null;

  const goTo = (playing: boolean): void => {
    if (film instanceof HTMLVideoElement) {
      film.currentTime = moment;
      // A browser may want another click: the film's own buttons are there for it.
      if (playing) film.play().catch(() => undefined);
    } else if (film) {
      const address =
        moment > 0 ? (root.dataset['moment'] ?? '').replace('{t}', `${Math.floor(moment)}`) : film.src;
      film.src = playing ? address : address.replace('autoplay=1', 'autoplay=0');
    }
  };
  const load = (playing: boolean): void => {
    const copy = template.content.cloneNode(true) as DocumentFragment;
    film = copy.querySelector('video, iframe');
    // Before it is in the page, so that nothing is asked for twice.
    if (film instanceof HTMLIFrameElement) goTo(playing);
    stage.replaceChildren(copy);
    if (film instanceof HTMLVideoElement) goTo(playing);
    if (playing) film?.focus();
  };

  button.hidden = false;
  button.addEventListener('click', () => {
    if (remember?.checked) store(key, true);
    load(true);
  });
  if (remember) {
    const line = remember.closest('p');
    if (line) line.hidden = false;
    remember.checked = stored(key);
    remember.addEventListener('change', () => store(key, remember.checked && film !== null));
    if (remember.checked) load(false);
  }
  document.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-moment-at]') : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    moment = Number(link.dataset['momentAt']);
    stage.scrollIntoView({ block: 'nearest' });
    if (film) goTo(true);
    // Nobody else's server is contacted by a link that does not name it.
    else if (remember) button.focus();
    else load(true);
  });
};
