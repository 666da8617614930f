import type { Page } from 'playwright-core';
import sharp from 'sharp';

/**
 * Adds a picture to the note that is open in the editors' form, with all that a picture needs.
 * @param fill writes into the field with this name
 * @param file name of the photo on the editor's computer
 * @returns the photo's bytes
 */
export const addPicture = async (
  page: Page,
  fill: (name: string, value: string) => Promise<void>,
  file: string,
): Promise<Buffer> => {
  await page.getByRole('button', { name: /Aggiungi .*Immagini/ }).click();
  await fill('Il nome della foto', 'porta');
  await fill('Autore', 'Comune di Palermo');
  await fill('Condizioni d’uso', 'CC BY 4.0');
  await fill('Liberatoria', 'nessuna persona riconoscibile');
  await fill('Testo alternativo', 'La porta dello sportello');
  await fill('Didascalia', 'Lo sportello.');
  await page.getByRole('button', { name: 'Sfoglia' }).click();
  const photo = await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#06c' } })
    .jpeg()
    .toBuffer();
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: file, mimeType: 'image/jpeg', buffer: photo });
  await page.getByRole('option', { name: /porta/i }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Inserisci' }).click();
  return photo;
};
