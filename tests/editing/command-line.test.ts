import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { anteprima } from '../../scripts/anteprima.ts';
import { bollettino } from '../../scripts/bollettino.ts';
import { controlla } from '../../scripts/controlla.ts';
import { fonti } from '../../scripts/fonti.ts';
import { importa } from '../../scripts/importa.ts';
import { nuovo } from '../../scripts/nuovo.ts';
import { redazione } from '../../scripts/redazione.ts';
import { traduzioni } from '../../scripts/traduzioni.ts';
import { embarghi } from '../../scripts/embarghi.ts';
import { indirizzi } from '../../scripts/indirizzi.ts';
import { sposta } from '../../scripts/sposta.ts';
import { start } from '../../scripts/start.ts';
import { runCommand } from './run-command.ts';

const commands = {
  ...{
    anteprima,
    bollettino,
    controlla,
    embarghi,
    fonti,
    importa,
    indirizzi,
    nuovo,
    redazione,
    sposta,
    start,
  },
  traduzioni,
};

test('every command that editors run is in the table', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const italian = Object.keys(scripts).filter((name) =>
    readFileSync('content/README.md', 'utf8').includes(`npm run ${name}`),
  );
  expect(italian.filter((name) => !['build', 'dev'].includes(name) && !(name in commands))).toEqual([]);
  expect(Object.keys(commands).filter((name) => !(name in scripts))).toEqual([]);
});

test.each(Object.entries(commands))(
  '%s answers an option that is not there in one Italian sentence',
  async (_name, command) => {
    const { status, out, told } = await runCommand(command, '--sbagliata');
    expect([status, out]).toEqual([1, '']);
    expect(told).toMatch(
      /^L’opzione --sbagliata non esiste\. (Le opzioni sono: .*|Forse intendevi --\w+)\.\n$/,
    );
  },
);

test.each([
  ['controlla', ['--jsn'], 'L’opzione --jsn non esiste. Forse intendevi --json.'],
  ['controlla', ['--json=si'], 'L’opzione --json non vuole un valore.'],
  ['importa', [], 'Di’ quale file importare'],
  ['importa', ['nota.docx', '--cartela', 'x'], 'Forse intendevi --cartella.'],
  ['importa', ['nota.docx', '--cartella'], 'Dopo --cartella manca il valore'],
  ['importa', ['nota', 'stampa.docx'], 'fra virgolette'],
  ['traduzioni', ['--stam', 'x'], 'Forse intendevi --stamp.'],
  ['traduzioni', ['--stamp'], 'Scrivi quali traduzioni'],
  ['traduzioni', ['--content', '/nowhere'], 'non esiste'],
  ['fonti', ['--content', '/nowhere'], 'non esiste'],
  ['anteprima', ['--dopo', 'nuovo'], 'Di’ anche dove sta il sito com’è adesso'],
  ['anteprima', ['--prima', '/nowhere'], 'La cartella /nowhere non esiste'],
  ['redazione', ['--port', 'molti'], '--port vuole un numero'],
  ['start', ['--port', '0'], '--port vuole un numero'],
  ['start', ['qui'], 'Non so che cosa fare di "qui"'],
] as const)('%s %j is refused in one sentence', async (name, options, words) => {
  const { status, told } = await runCommand(commands[name], ...options);
  expect(status).toBe(1);
  expect(told).toContain(words);
  expect(told.trim().split('\n')).toHaveLength(1);
});

test.each(Object.keys(commands))('%s runs as a process, with its exit code and its error stream', (name) => {
  const done = spawnSync(process.execPath, [`scripts/${name}.ts`, '--sbagliata'], { encoding: 'utf8' });
  expect([done.status, done.stdout]).toEqual([1, '']);
  expect(done.stderr).toMatch(/^L’opzione --sbagliata non esiste\. .*\n$/);
});
