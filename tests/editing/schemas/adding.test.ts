import { spawnSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { soundContent } from '../check/broken-content.ts';

const project = resolve(import.meta.dirname, '../../..');
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** What the check, the form and `npm run nuovo` make of the schemas. */
interface Seen {
  problems: { file: string; code: string; what: string; why: string; fix: string }[];
  collections: { name: string; label: string; fields: Record<string, unknown>[] }[];
  newCity: string;
}

const probe = `
import { checkContent } from './scripts/editing/check/check-content.ts';
import { readContent } from './scripts/editing/content/read.ts';
import { editorForm } from './scripts/editing/form/config.ts';
import { kinds } from './scripts/editing/new/kinds.ts';
import { newFile } from './scripts/editing/new/write.ts';
const content = process.env.SITE_CONTENT_DIR;
const answers = { nome: 'Forlì', regione: 'emilia-romagna', lat: '44', lon: '12', edizione: 'lgnet2' };
console.log(JSON.stringify({
  problems: checkContent(content),
  collections: editorForm().collections,
  newCity: newFile(kinds.citta, answers, readContent(content)).text,
}));
`;

/** A copy of the programs, for a change that somebody might make to them. */
const copyOfPrograms = (): string => {
  const root = mkdtempSync(join(tmpdir(), 'programs-'));
  folders.push(root);
  for (const folder of ['src', 'scripts/editing'])
    cpSync(join(project, folder), join(root, folder), { recursive: true });
  for (const file of ['package.json', 'tsconfig.json']) cpSync(join(project, file), join(root, file));
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'), 'dir');
  writeFileSync(join(root, 'probe.ts'), probe);
  return root;
};

const write = (root: string, path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

/** Puts words after a place in a file. */
const insert = (root: string, path: string, after: string, words: string): void => {
  const text = readFileSync(join(root, path), 'utf8');
  expect(text.split(after)).toHaveLength(2);
  write(root, path, text.replace(after, `${after}${words}`));
};

/** The files of the copy that are not as they are in the project. */
const changedFiles = (root: string): string[] =>
  globSync('{src,scripts}/**/*.{ts,astro,json}', { cwd: root })
    .filter((path) => {
      try {
        return readFileSync(join(project, path), 'utf8') !== readFileSync(join(root, path), 'utf8');
      } catch {
        return true;
      }
    })
    .sort();

const look = (root: string, content: string): Seen => {
  const done = spawnSync(process.execPath, ['probe.ts'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e8,
    env: { ...process.env, SITE_CONTENT_DIR: content },
  });
  expect(done.stderr).toBe('');
  return JSON.parse(done.stdout) as Seen;
};

const contentCopy = (): string => {
  const root = soundContent();
  folders.push(root);
  return root;
};

test('a field is added in one place: check, form and new files know it', () => {
  const programs = copyOfPrograms();
  insert(
    programs,
    'src/schemas/city.ts',
    'export const city = z.strictObject({',
    `
  pace: choice('Scrivi', 'oppure', { slow: 'piano', quick: 'in fretta' }).meta({
    title: 'Passo',
    hint: 'Come lavora la città.',
    why: 'Chi legge vuole saperlo.',
    example: 'slow',
  }),
  twin: ref('cities').optional().meta({ title: 'Gemella', hint: 'Un’altra città.' }),`,
  );
  expect(changedFiles(programs)).toEqual(['src/schemas/city.ts']);

  const content = contentCopy();
  const catania = readFileSync(join(content, 'cities/catania.yaml'), 'utf8');
  write(content, 'cities/catania.yaml', `${catania}pace: piano\ntwin: palerma\n`);
  const { problems, collections, newCity } = look(programs, content);

  const told = Object.fromEntries(problems.map((problem) => [`${problem.file} ${problem.code}`, problem]));
  expect(Object.keys(told)).toEqual([
    'cities/catania.yaml wrong-pace',
    'cities/catania.yaml unknown-city',
    'cities/palermo.yaml missing-pace',
  ]);
  expect(told['cities/catania.yaml wrong-pace']).toMatchObject({
    what: 'Il campo "pace" (Passo) vale piano. Scrivi slow (piano) oppure quick (in fretta).',
    fix: 'pace: slow',
  });
  expect(told['cities/catania.yaml unknown-city']).toMatchObject({ fix: 'twin: palermo' });
  expect(told['cities/palermo.yaml missing-pace']).toMatchObject({
    what: 'Manca il campo "pace" (Passo).',
    why: 'Chi legge vuole saperlo.',
    fix: 'pace: slow # un esempio: scrivi ciò che vale qui',
  });

  const fields = collections.find(({ name }) => name === 'cities')?.fields ?? [];
  expect(fields.find(({ name }) => name === 'pace')).toMatchObject({
    label: 'Passo',
    hint: 'Come lavora la città.',
    widget: 'select',
    required: true,
    options: [
      { value: 'slow', label: 'slow (piano)' },
      { value: 'quick', label: 'quick (in fretta)' },
    ],
  });
  expect(fields.find(({ name }) => name === 'twin')).toMatchObject({
    widget: 'relation',
    collection: 'cities',
    required: false,
  });

  expect(newCity).toContain('# Passo: Come lavora la città.\n# pace: slow\n');
  expect(newCity).toContain('# Gemella: Un’altra città.\n# twin: palermo\n');
}, 60_000);

test('a concept is added in three places: check and form know it, and others may name its entries', () => {
  const programs = copyOfPrograms();
  write(
    programs,
    'src/schemas/course.ts',
    `import { z } from 'zod';
import { ref, text, title } from './common.ts';

export const courseTexts = z.object({ title, summary: text.meta({ title: 'In breve', widget: 'text' }) });

/** A course: \`content/courses/italiano.yaml\`. */
export const course = z.strictObject({
  city: ref('cities').meta({ title: 'Città' }),
  before: ref('courses').optional().meta({ title: 'Prima' }),
  ...courseTexts.shape,
});
`,
  );
  insert(
    programs,
    'src/schemas/concept-names.ts',
    'export const conceptNames = {',
    `
  courses: {
    collection: 'courses',
    translations: 'courseTranslations',
    one: 'corso',
    many: 'corsi',
    reference: { the: 'Il corso', all: 'I corsi sono', code: 'unknown-course', why: '…', example: 'italiano' },
  },`,
  );
  insert(
    programs,
    'src/schemas/index.ts',
    "import { area, areaTexts } from './area.ts';",
    "\nimport { course, courseTexts } from './course.ts';",
  );
  insert(
    programs,
    'src/schemas/index.ts',
    'export const concepts = {',
    `
  courses: {
    format: 'yaml',
    record: course,
    texts: courseTexts,
    form: { named: ['title'], listed: ['city', 'title'], icon: 'school' },
  },`,
  );
  expect(changedFiles(programs)).toEqual([
    'src/schemas/concept-names.ts',
    'src/schemas/course.ts',
    'src/schemas/index.ts',
  ]);

  const content = contentCopy();
  write(content, 'courses/italiano.yaml', 'city: palremo\ntitle: "Italiano"\n');
  write(
    content,
    'courses/Ballo.yaml',
    'city: palermo\nbefore: italiana\ntitle: "Ballo"\nsummary: "Un corso."\n',
  );
  const { problems, collections } = look(programs, content);
  expect(problems.map(({ file, code, fix }) => [file, code, fix])).toEqual([
    ['courses/Ballo.yaml', 'misnamed-file', 'Rinominalo: content/courses/ballo.yaml'],
    ['courses/Ballo.yaml', 'unknown-course', 'before: italiano'],
    ['courses/italiano.yaml', 'missing-summary', 'summary: "…" # un esempio: scrivi ciò che vale qui'],
    ['courses/italiano.yaml', 'unknown-city', 'city: palermo'],
  ]);
  expect(collections.find(({ name }) => name === 'courses')).toMatchObject({
    label: 'Corsi',
    label_singular: 'Corso',
    folder: 'content/courses',
    summary: '{{fields.city}} – {{fields.title}}',
  });
}, 60_000);
