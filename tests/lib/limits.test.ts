import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { limits } from '../../src/lib/limits.ts';

test('the editors’ guide states every limit as the code has it', () => {
  const guide = readFileSync('content/README.md', 'utf8');
  const [, section = ''] = /## Quanto può essere grande un file\n([\s\S]*?)\n## /.exec(guide) ?? [];
  const mega = (value: number): string => (value / 1e6).toLocaleString('it');
  for (const words of [
    `| ${mega(limits.textBytes)} MB |`,
    `| ${limits.paragraphLetters.toLocaleString('it')} lettere |`,
    `| ${limits.nesting} |`,
    `| ${mega(limits.pictureBytes)} MB e ${mega(limits.picturePixels)} milioni di punti |`,
    `| ${mega(limits.filmBytes)} MB |`,
    `| ${mega(limits.documentBytes)} MB; ${mega(limits.documentUnpackedBytes)} MB quando è aperto, con un testo di ${mega(limits.documentTextBytes)} MB |`,
  ])
    expect(section).toContain(words);
});
