import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, Packer, Paragraph, TextRun } from 'docx';
import { controlla } from '../../../scripts/controlla.ts';
import { importa } from '../../../scripts/importa.ts';
import { runCommand } from '../../editing/run-command.ts';
import type { FixtureContent } from '../fixture-site.ts';

/** The note that came in Word. */
export const wordNote = '2024-01-15-bologna';

/** A note as an office would send it; its words are made up for the test. */
const word = (): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph('NOTA STAMPA'),
            new Paragraph({
              children: [new TextRun({ text: 'Bologna: una prova di pubblicazione', bold: true })],
            }),
            new Paragraph('Un sommario di prova della rete LgNet2.'),
            new Paragraph('Nella città di Bologna, in particolare, una prova.'),
            new Paragraph({
              children: [
                new TextRun({ text: 'Bologna, 15 gennaio 2024', bold: true }),
                new TextRun(' – Il testo della prova con una parola rara: mirabilandia.'),
              ],
            }),
          ],
        },
      ],
    }),
  );

/**
 * The note, as an editor publishes it: imported, completed, checked.
 * @returns what the check said
 */
export const addNoteFromWord = async ({ dir, replace }: FixtureContent): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'editor-'));
  try {
    writeFileSync(join(folder, 'nota.docx'), await word());
    await runCommand(importa, join(folder, 'nota.docx'), '--content', dir);
  } finally {
    rmSync(folder, { recursive: true });
  }
  const note = `press-notes/${wordNote}/it.mdx`;
  replace(note, 'status: draft # una bozza: per pubblicare la nota togli questa riga\n', '');
  replace(
    note,
    'DA SCRIVERE: una frase di 160 caratteri al massimo, per i risultati di ricerca',
    'Una prova.',
  );
  replace(
    note,
    'date: 2024-01-15\n',
    [
      'date: 2024-01-15',
      'easy:',
      '  - "Questa è una prova."',
      '  - "La prova è a Bologna."',
      '  - "Nel testo c’è una parola rara."',
      '',
    ].join('\n'),
  );
  const { out, told } = await runCommand(controlla, '--content', dir);
  return `${out}${told}`.trim();
};
