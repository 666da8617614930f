import sharp from 'sharp';
import type { FixtureContent } from '../fixture-site.ts';

/** The note with a picture. */
export const pictureNote = '2023-12-01-palermo';

/** A photo as a telephone makes it: lying on its side, with the place where it was taken. */
const photo = (): Promise<Buffer> =>
  sharp({ create: { width: 1000, height: 2000, channels: 3, background: '#2a6f97' } })
    .jpeg()
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Make: 'Telefono' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '38/1 6/1 57/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '13/1 21/1 41/1',
      },
    })
    .toBuffer();

const note = `---
title: "Una nota con una foto"
subtitle: "Il sommario della nota di prova."
citySummary: "Nella città di Palermo, in particolare, una foto di prova."
description: "Una nota di prova con una foto, per vedere come la mostra la pagina."
city: palermo
edition: lgnet2
date: 2023-12-01
pictures:
  laboratorio:
    file: foto.jpg
    credit: "Comune di Palermo"
    licence: "CC BY 4.0"
    release: "nessuna persona riconoscibile"
    alt: "Un rettangolo azzurro"
    caption: "La foto di prova."
---

**Palermo, 1 dicembre 2023** – Il testo della nota di prova.

<Picture id="laboratorio" />

<Video id="video-pillole" />
`;

/** A note with a picture and with a video that is planned. */
export const addNoteWithPicture = async ({ write, writeBytes }: FixtureContent): Promise<void> => {
  write(`press-notes/${pictureNote}/it.mdx`, note);
  writeBytes(`press-notes/${pictureNote}/foto.jpg`, await photo());
};
