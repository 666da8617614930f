/**
 * The map page with a script: filters, the chosen city and its card, all of it in the address. Works on the drawing
 * as it is; Leaflet joins when the drawing comes into view.
 */
import { keepInLanguages } from '../keep-in-languages.ts';
import { everyEdition, readAddress, writeAddress, type MapState } from '../../map/address.ts';
import { networkPath } from '../../map/network.ts';
import type { LeafletMap } from './leaflet-map.ts';

/** A city: its line in the list, its place in the drawing and what the filters ask about it. */
interface CityNodes {
  id: string;
  name: string;
  item: HTMLElement;
  link: SVGAElement;
  dot: { x: number; y: number };
  editions: readonly string[];
  /** `lgnet2/housing`: an area in an edition. */
  areas: readonly string[];
  has: readonly string[];
}

const words = (text: string | undefined): string[] => (text ?? '').split(' ').filter(Boolean);

const find = <Kind extends Element>(root: ParentNode, selector: string): Kind => {
  const found = root.querySelector<Kind>(selector);
  if (!found) throw new Error(`The map page has no ${selector}.`);
  return found;
};

const citiesIn = (root: HTMLElement): CityNodes[] =>
  [...root.querySelectorAll<SVGAElement>('.network-map-city')].map((link) => {
    const id = link.dataset['city'] ?? '';
    const item = find<HTMLElement>(root, `li[data-city="${id}"]`);
    const { e: x, f: y } = link.transform.baseVal.consolidate()?.matrix ?? { e: 0, f: 0 };
    return {
      id,
      name: find(link, 'text').textContent.trim(),
      item,
      link,
      dot: { x, y },
      editions: words(item.dataset['editions']),
      areas: words(item.dataset['areas']),
      has: words(item.dataset['has']),
    };
  });

/**
 * Makes the map page answer.
 * @param root the element around list, drawing and card
 */
export const explore = (root: HTMLElement): void => {
  const form = find<HTMLFormElement>(root, '.map-filters');
  const status = find<HTMLElement>(root, '[role="status"]');
  const reset = find<HTMLButtonElement>(root, '.map-reset');
  const stage = find<HTMLElement>(root, '[data-map-stage]');
  const lines = find<SVGPathElement>(root, '.network-map-lines');
  const card = find<HTMLElement>(root, '[data-map-card]');
  const content = find<HTMLElement>(card, '[data-map-card-content]');
  const close = find<HTMLButtonElement>(card, '.map-close');
  const prompt = [...content.childNodes];
  const cities = citiesIn(root);
  const current = root.dataset['edition'] ?? '';
  const sentences = JSON.parse(root.dataset['shown'] ?? '[]') as string[];
  const edition = form.elements.namedItem('edizione') as HTMLSelectElement;
  const area = form.elements.namedItem('ambito') as HTMLSelectElement;
  // A filter that would show nothing is not there.
  const note = form.elements.namedItem('nota') as HTMLInputElement | null;
  const video = form.elements.namedItem('video') as HTMLInputElement | null;
  const known = {
    cities: cities.map(({ id }) => id),
    areas: [...area.options].map(({ value }) => value),
    editions: [...edition.options].map(({ value }) => value),
  };
  let leaflet: LeafletMap | undefined;
  /** What the address asks for; a filter that is not offered asks for nothing. */
  const asked = (): MapState => {
    const wanted = readAddress(location.search, known);
    return { ...wanted, note: wanted.note && note !== null, video: wanted.video && video !== null };
  };
  let state = asked();

  const isLit = (city: CityNodes): boolean =>
    state.edition === everyEdition || city.editions.includes(state.edition ?? current);
  const worksIn = (city: CityNodes, area: string): boolean =>
    state.edition === everyEdition
      ? city.areas.some((own) => own.endsWith(`/${area}`))
      : city.areas.includes(`${state.edition ?? current}/${area}`);
  const filters = (): boolean => state.area !== undefined || state.note || state.video;
  // Cities of other editions stay on the map without light; a filter leaves them out with the rest.
  const isShown = (city: CityNodes): boolean =>
    (!filters() || isLit(city)) &&
    (!state.area || worksIn(city, state.area)) &&
    (!state.note || city.has.includes('note')) &&
    (!state.video || city.has.includes('video'));

  const showCard = (city: CityNodes | undefined): void => {
    const template = city?.item.querySelector('template');
    content.replaceChildren(...(template ? [template.content.cloneNode(true)] : prompt));
    card.classList.toggle('is-open', city !== undefined);
    close.hidden = city === undefined;
  };

  const render = (): void => {
    for (const city of cities) {
      const shown = isShown(city);
      city.item.hidden = !shown;
      city.link.classList.toggle('is-off', !shown);
      city.link.classList.toggle('is-unlit', !isLit(city));
      city.link.setAttribute('aria-pressed', String(city.id === state.city));
    }
    for (const region of root.querySelectorAll<HTMLElement>('[data-region]')) {
      region.hidden = !region.querySelector('li:not([hidden])');
    }
    lines.setAttribute(
      'd',
      networkPath(cities.filter((city) => isShown(city) && isLit(city)).map(({ dot }) => dot)),
    );
    edition.value = state.edition ?? '';
    area.value = state.area ?? '';
    if (note) note.checked = state.note;
    if (video) video.checked = state.video;
    reset.hidden = !filters() && state.edition === undefined;
    showCard(cities.find(({ id }) => id === state.city));
    keepInLanguages(writeAddress(state));
    leaflet?.arrange();
  };

  const say = (sentence: string | undefined): void => {
    status.textContent = sentence ?? '';
  };
  const sayCount = (): void => say(sentences[cities.filter((city) => isShown(city) && isLit(city)).length]);

  const change = (next: Partial<MapState>): void => {
    state = { ...state, ...next };
    history.pushState(null, '', `${location.pathname}${writeAddress(state)}`);
    render();
  };

  /** On a phone the card lies over the foot of the map: the page gives way when it covers the chosen city. */
  const uncover = (link: SVGAElement): void => {
    const dot = link.querySelector('.network-map-dot')?.getBoundingClientRect();
    const { top, left, right } = card.getBoundingClientRect();
    const covered = dot && dot.right > left && dot.left < right ? dot.bottom + dot.height - top : 0;
    if (covered > 0) scrollBy({ top: covered });
  };

  const choose = (city: CityNodes, byKeyboard: boolean): void => {
    change({ city: city.id });
    say(root.dataset['chosen']?.replace('{city}', () => city.name));
    leaflet?.reveal(city.link);
    // A thumb or a mouse stays where it is; the keyboard goes on to the card and comes back from it.
    if (byKeyboard) content.querySelector('h3')?.focus({ preventScroll: true });
    uncover(city.link);
  };

  const leaveCard = (): void => {
    const city = cities.find(({ id }) => id === state.city);
    const inside = card.contains(document.activeElement);
    change({ city: undefined });
    sayCount();
    if (inside) city?.link.focus();
  };

  for (const city of cities) {
    // What was a link to a page now shows a card; with a modifier key it is a link again.
    city.link.setAttribute('role', 'button');
    city.link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const byKeyboard = event.detail === 0;
      if (byKeyboard || !leaflet?.wasDragged()) choose(city, byKeyboard);
    });
    city.link.addEventListener('keydown', (event) => {
      if (event.key !== ' ') return;
      event.preventDefault();
      choose(city, true);
    });
    city.link.addEventListener('focus', () => leaflet?.reveal(city.link));
  }
  close.addEventListener('click', leaveCard);
  card.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && state.city) leaveCard();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', () => {
    change({
      edition: edition.value || undefined,
      area: area.value || undefined,
      note: note?.checked ?? false,
      video: video?.checked ?? false,
    });
    sayCount();
  });
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    change({ edition: undefined, area: undefined, note: false, video: false });
    sayCount();
    edition.focus();
  });
  addEventListener('popstate', () => {
    state = asked();
    render();
    sayCount();
  });

  render();
  if (location.search) sayCount();
  if (state.city && !location.hash) stage.scrollIntoView({ block: 'center', behavior: 'instant' });

  new IntersectionObserver((entries, observer) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    void import('./leaflet-map.ts').then(({ takeOver }) => {
      leaflet = takeOver(root, stage);
    });
  }).observe(stage);
};
