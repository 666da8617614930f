import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, expect, test } from 'vitest';
import { controlla as command } from '../../../scripts/controlla.ts';
import { runCommand } from '../run-command.ts';
import { brokenContent, soundContent } from './broken-content.ts';

const folders: string[] = [];

const controlla = (content: string, ...options: string[]) => {
  folders.push(content);
  return runCommand(command, '--content', content, ...options);
};

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

test('sound content ends well, in one sentence', async () => {
  expect(await controlla(soundContent())).toEqual({
    status: 0,
    out: 'I contenuti sono a posto.\n',
    told: '',
  });
});

test('an edition that nothing belongs to yet comes with the texts to reread, until something is of it', async () => {
  const content = soundContent();
  const old = readFileSync(join(content, 'editions/lgnetea.yaml'), 'utf8');
  writeFileSync(join(content, 'editions/lgnet4.yaml'), old.replace(/^name: .*$/m, 'name: LGNET4'));
  const city = join(content, 'cities/catania.yaml');
  const text = readFileSync(city, 'utf8');
  writeFileSync(city, text.replace(/^summary: .*$/m, 'summary: "Catania fa parte di LgNet2."'));
  const { status, out } = await controlla(content);
  expect(status).toBe(0);
  expect(out).toContain(
    'Edizione nuova, di cui non c’è ancora niente: lgnet4. Questi testi nominano un’edizione',
  );
  expect(out).toMatch(/cities\/catania\.yaml, riga \d+: lgnet2$/m);
  writeFileSync(
    city,
    readFileSync(city, 'utf8').replace('  - edition: lgnetea', '  - edition: lgnetea\n  - edition: lgnet4'),
  );
  expect((await controlla(content)).out).not.toContain('Edizione nuova');
});

test('drafts are counted, with the places that are still to be written', async () => {
  const content = soundContent();
  const path = join(content, 'press-notes/2023-11-03-palermo/it.mdx');
  const draft = readFileSync(path, 'utf8').replace('date: 2023-11-03\n', 'date: 2023-11-03\nstatus: draft\n');
  writeFileSync(path, draft);
  expect((await controlla(content)).out).toContain(
    'press-notes/2023-11-03-palermo/it.mdx: pronta: per pubblicarla togli la riga 9, `status: draft`',
  );
  writeFileSync(path, draft.replace(/^(subtitle|description): .*/gm, '$1: "DA SCRIVERE: una frase"'));
  const { status, out } = await controlla(content);
  expect(status).toBe(0);
  expect(out).toContain('C’è una bozza, che non è nel sito:');
  expect(out).toContain('it.mdx: 2 punti ancora da scrivere');
});

test('a mistake ends with exit code 1 and its words on the error stream', async () => {
  const { status, out, told } = await controlla(brokenContent('italian-date'));
  expect(status).toBe(1);
  expect(out).toBe('');
  expect(told).toContain('Correggi così: date: 2023-11-03');
  expect(told).toContain('C’è 1 problema, in un file.');
});

test('the annotations for a check on the web name file, line and column', async () => {
  const { status, out } = await controlla(brokenContent('italian-date'), '--github');
  expect(status).toBe(1);
  expect(out).toMatch(/^::error file=.*press-notes\/2023-11-03-palermo\/it\.mdx,line=8,col=7,title=/m);
});

test('a warning is told and lets everything go on', async () => {
  const { status, out, told } = await controlla(brokenContent('captions-with-a-line-too-long'), '--github');
  expect(status).toBe(0);
  expect(told).toBe('');
  expect(out).toContain('Avviso: La riga ha 58 lettere');
  expect(out).toContain('C’è 1 avviso, in un file. Il sito si può generare lo stesso.');
  expect(out).toMatch(/^::warning file=.*videos\/docufilm\/it\.vtt,line=14,/m);
});

test('a picture whose pixels are damaged is told of in Italian, its head and end sound as they are', async () => {
  const dir = soundContent();
  const note = join(dir, 'press-notes/2023-11-03-palermo');
  const whole = await sharp({
    create: {
      width: 300,
      height: 200,
      channels: 3,
      background: '#06c',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
    .png()
    .toBuffer();
  whole.fill(0x11, 500, 5000);
  writeFileSync(join(note, 'porta.png'), whole);
  const { status, told } = await controlla(dir);
  expect(status).toBe(1);
  expect(told).toContain('porta.png è rovinata: i suoi punti non si leggono.');
});

test('other programs read the same problems as JSON', async () => {
  const { status, out } = await controlla(brokenContent('italian-date'), '--json');
  expect(status).toBe(1);
  expect(JSON.stringify(JSON.parse(out))).toContain('"code":"wrong-date"');
});

test('a folder that is not there is named', async () => {
  const { status, told } = await controlla('/nowhere/content');
  expect(status).toBe(1);
  expect(told).toContain('non esiste');
});
