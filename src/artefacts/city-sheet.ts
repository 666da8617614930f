import { cached } from './cache.ts';
import { euEmblemSvg } from '../lib/eu-emblem.ts';
import { fill, type DocumentLanguage } from '../documents/published-note.ts';
import { plateCrops } from '../map/plate/crops.ts';
import { drawPlate, type PlateData } from '../map/plate/plate.ts';
import { plateSvg } from './plate-svg.ts';
import { qrCodeSvg } from './qr-code.ts';
import { typesetPdf } from './typst/engine.ts';
import { printable } from './typst/printable.ts';

/** What a city's sheet says. */
export interface CitySheetView {
  lang: DocumentLanguage;
  /** The city's name. */
  title: string;
  /** Over the name: the network and its editions. */
  kicker: string;
  /** Its picture, beside the name. */
  plate: { data: PlateData; alt: string };
  /** In easy language; where there are none, the summary is shown. */
  sentences: readonly string[];
  summary: string;
  activities: readonly { title: string; forWhom?: string | undefined; where?: string | undefined }[];
  /** Whole address of the city's page. */
  url: string;
  /** Whole address of the page with help that exists. */
  helpUrl: string;
  translationNotice?: string | undefined;
  fundingStatement: string;
  publisher: string;
  labels: {
    activities: string;
    forWhom: string;
    where: string;
    /** `{label}: {value}` with the language's colon. */
    labelled: string;
    /** Before the address: "Per saperne di più". */
    more: string;
    /** Before the address of help: "Hai bisogno di aiuto oggi?" */
    needHelp: string;
    emblem: string;
    /** `Codice QR: {url}` */
    qrCode: string;
  };
}

/**
 * A city's sheet to print and hang up: one page A4, PDF/UA-1, in letters as large as its words allow. The same view
 * gives the same bytes.
 * @throws TypesettingError when a character has no glyph
 */
export const citySheet = (view: CitySheetView): Promise<Uint8Array> =>
  cached('pdf', ['city-sheet', view], () =>
    typesetPdf(
      'city-sheet',
      printable({
        ...view,
        plate: { svg: plateSvg(drawPlate(view.plate.data, plateCrops.paper)), alt: view.plate.alt },
        keywords: [view.title],
        activities: view.activities.map(({ title, forWhom, where }) => ({
          title,
          forWhom: forWhom ?? null,
          where: where ?? null,
        })),
        translationNotice: view.translationNotice ?? null,
        emblem: { svg: euEmblemSvg, alt: view.labels.emblem },
        qr: { svg: qrCodeSvg(view.url), alt: fill(view.labels.qrCode, { url: view.url }) },
      }),
    ),
  );
