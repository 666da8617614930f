/** Leaflet lays itself under the drawing that is already there: nothing moves until the reader moves it. */
import {
  latLng,
  latLngBounds,
  map as createMap,
  svgOverlay,
  tileLayer,
} from 'leaflet/dist/leaflet-src.esm.js';
import { arrange } from '../../map/drawing.ts';
import { bounds, unproject, viewBox } from '../../map/projection.ts';

/** What the page can ask of the map. */
export interface LeafletMap {
  /** Puts targets and names in order again, after a change of what is shown. */
  arrange: () => void;
  /** Brings a city into view. */
  reveal: (link: SVGAElement) => void;
  /** Whether the pointer's last press moved the map, so that it is no choice of a city. */
  wasDragged: () => boolean;
}

/** How much further than the whole of Italy a reader can go in: regions and coasts are drawn no finer. */
const LEVELS = 4;

const world = latLngBounds([bounds.south, bounds.west], [bounds.north, bounds.east]);

/** Zoom level at which the drawing is as wide as its stage; the world is 256 px wide at level 0. */
const wholeZoom = (width: number): number => Math.log2((width * 360) / (256 * (bounds.east - bounds.west)));

/**
 * Makes a map of the drawing.
 * @param root the element around everything that belongs to the map
 * @param stage the element that holds the drawing
 */
export const takeOver = (root: HTMLElement, stage: HTMLElement): LeafletMap => {
  const svg = stage.querySelector<SVGSVGElement>('.network-map');
  const buttons = stage.querySelector<HTMLElement>('.map-buttons');
  const hint = root.querySelector<HTMLElement>('.map-hint');
  if (!svg || !buttons || !hint) throw new Error('The map page has no drawing.');
  const animate = !matchMedia('(prefers-reduced-motion: reduce)').matches;
  const focused = document.activeElement;

  const map = createMap(stage, {
    zoomSnap: 0,
    zoomDelta: 1,
    minZoom: wholeZoom(stage.clientWidth),
    maxZoom: wholeZoom(stage.clientWidth) + LEVELS,
    maxBounds: world,
    maxBoundsViscosity: 1,
    bounceAtZoomLimits: false,
    attributionControl: false,
    zoomControl: false,
    doubleClickZoom: false,
    boxZoom: false,
    touchZoom: true,
    scrollWheelZoom: false,
    fadeAnimation: false,
    zoomAnimation: animate,
    markerZoomAnimation: false,
    inertia: animate,
  });

  const showWhole = (animated: boolean): void => {
    const center = unproject({ x: viewBox.width / 2, y: viewBox.height / 2 });
    map.setView(latLng(center.lat, center.lon), wholeZoom(stage.clientWidth), { animate: animated });
  };
  showWhole(false);
  svgOverlay(svg, world).addTo(map);

  const cities = [...svg.querySelectorAll<SVGAElement>('.network-map-city')].map((link) => {
    const { e: x, f: y } = link.transform.baseVal.consolidate()?.matrix ?? { e: 0, f: 0 };
    return { id: link.dataset['city'] ?? '', link, x, y };
  });

  /** How many times larger than the whole of Italy the drawing is at a zoom level. */
  const enlargement = (zoom: number): number => 2 ** (zoom - wholeZoom(stage.clientWidth));

  /** Dots, targets and names keep their size while the land grows. */
  const scaleCities = (zoom: number): void => {
    for (const { link, x, y } of cities) {
      link.style.transform = `translate(${x}px, ${y}px) scale(${1 / enlargement(zoom)})`;
    }
  };

  const arrangeCities = (): void => {
    const times = enlargement(map.getZoom());
    const shown = cities.filter(({ link }) => !link.classList.contains('is-off'));
    const rank = ({ link }: (typeof cities)[number]): number =>
      link.ariaPressed === 'true' ? 0 : link.classList.contains('is-unlit') ? 2 : 1;
    const dots = shown
      .toSorted((a, b) => rank(a) - rank(b))
      .map((city) => ({
        ...city,
        x: city.x * times,
        y: city.y * times,
        width: city.link.querySelector('text')?.getComputedTextLength() ?? 0,
      }));
    const parts = arrange(dots, { width: viewBox.width * times, height: viewBox.height * times });
    for (const [index, { link }] of dots.entries()) {
      const { target, text } = parts[index] as (typeof parts)[number];
      const circle = link.querySelector('.network-map-target');
      circle?.setAttribute('cx', String(target.x));
      circle?.setAttribute('cy', String(target.y));
      const name = link.querySelector('text');
      name?.classList.toggle('is-crowded', !text);
      if (!text) continue;
      name?.setAttribute('x', String(text.x));
      name?.setAttribute('y', String(text.y));
      name?.setAttribute('text-anchor', text.anchor);
    }
  };

  const showButtons = (): void => {
    for (const [name, off] of [
      ['in', map.getZoom() >= map.getMaxZoom()],
      ['out', map.getZoom() <= map.getMinZoom()],
      ['whole', map.getZoom() <= map.getMinZoom()],
    ] as const) {
      // `disabled` would throw the keyboard's focus away.
      buttons.querySelector(`[data-zoom="${name}"]`)?.setAttribute('aria-disabled', String(off));
    }
  };

  map.on('zoomanim', ({ zoom }) => scaleCities(zoom));
  map.on('zoom', () => scaleCities(map.getZoom()));
  map.on('zoomend', () => {
    arrangeCities();
    showButtons();
  });

  /** Goes in and out around the chosen city, which so stays where it is seen. */
  const zoomBy = (levels: number): void => {
    const chosen = cities.find(({ link }) => link.ariaPressed === 'true');
    const zoom = Math.min(Math.max(map.getZoom() + levels, map.getMinZoom()), map.getMaxZoom());
    if (!chosen) {
      map.setZoom(zoom);
      return;
    }
    const { lat, lon } = unproject(chosen);
    map.setZoomAround([lat, lon], zoom);
  };

  buttons.addEventListener('click', ({ target }) => {
    const wish = (target as Element).closest<HTMLElement>('[data-zoom]')?.dataset['zoom'];
    if (wish === 'in') zoomBy(1);
    if (wish === 'out') zoomBy(-1);
    if (wish === 'whole') showWhole(animate);
  });

  new ResizeObserver(() => {
    const whole = map.getZoom() <= map.getMinZoom();
    const zoom = wholeZoom(stage.clientWidth);
    if (Math.abs(zoom - map.getMinZoom()) < 1e-6) return;
    map.invalidateSize({ pan: false });
    map.setMinZoom(zoom);
    map.setMaxZoom(zoom + LEVELS);
    if (whole) showWhole(false);
    scaleCities(map.getZoom());
    arrangeCities();
  }).observe(stage);

  guardScrolling(stage, map);
  stage.setAttribute('role', 'group');
  stage.setAttribute('aria-label', svg.getAttribute('aria-label') ?? '');
  stage.setAttribute('aria-describedby', hint.id);
  svg.removeAttribute('role');
  svg.removeAttribute('aria-label');
  buttons.hidden = hint.hidden = false;
  offerTiles(root, map);
  scaleCities(map.getZoom());
  showButtons();
  stage.dataset['mapReady'] = '';
  if (focused && svg.contains(focused)) (focused as SVGAElement).focus({ preventScroll: true });

  return {
    arrange: arrangeCities,
    reveal: (link) => {
      const city = cities.find((candidate) => candidate.link === link);
      if (!city) return;
      const { lat, lon } = unproject(city);
      // A map that shows the whole of Italy shows every city: it stays still.
      if (map.getZoom() > map.getMinZoom()) map.panInside([lat, lon], { padding: [70, 40], animate });
    },
    // Leaflet has it, its types do not.
    wasDragged: () => (map.dragging as typeof map.dragging & { moved: () => boolean }).moved(),
  };
};

type LeafletInstance = ReturnType<typeof createMap>;

/** Nobody gets caught: one finger scrolls the page, and the wheel does until Ctrl or a click says otherwise. */
const guardScrolling = (stage: HTMLElement, map: LeafletInstance): void => {
  let active = false;
  document.addEventListener(
    'pointerdown',
    ({ target, pointerType }) => {
      active = stage.contains(target as Node) && pointerType === 'mouse';
      if (pointerType === 'mouse') map.dragging.enable();
      else map.dragging.disable();
    },
    { capture: true },
  );
  stage.addEventListener(
    'wheel',
    ({ ctrlKey }) => {
      if (active || ctrlKey) map.scrollWheelZoom.enable();
      else map.scrollWheelZoom.disable();
    },
    { capture: true, passive: true },
  );
  // Two fingers belong to the map: without this a browser would scroll with them as well.
  for (const type of ['touchstart', 'touchmove'] as const) {
    stage.addEventListener(
      type,
      (event) => {
        if (event.touches.length > 1 && event.cancelable) event.preventDefault();
      },
      { passive: false },
    );
  }
  // A browser scrolls a box with hidden overflow to show the focus; the map moves by itself instead.
  stage.addEventListener('scroll', () => {
    stage.scrollTop = stage.scrollLeft = 0;
  });
};

/** The operator's tile layer: its server hears of the reader only after this click. */
const offerTiles = (root: HTMLElement, map: LeafletInstance): void => {
  const offer = root.querySelector<HTMLElement>('.map-tiles');
  const button = offer?.querySelector<HTMLButtonElement>('[data-map-tiles]');
  const url = button?.dataset['mapTiles'];
  if (!offer || !button || !url) return;
  offer.hidden = false;
  button.addEventListener('click', () => {
    tileLayer(url).addTo(map);
    root.classList.add('has-tiles');
    const credit = offer.querySelector<HTMLElement>('[data-map-tiles-credit]');
    if (credit) credit.hidden = false;
    button.hidden = true;
  });
};
