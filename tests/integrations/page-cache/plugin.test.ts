import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** What makes a page: nothing of it may read a file without the queries, which write down what is asked. */
const templates = globSync('src/{pages,layouts,components}/**/*.astro');

test('no page, layout or component reads files by itself', () => {
  expect(templates.length).toBeGreaterThan(60);
  const readers = templates.filter((file) =>
    /from 'node:fs|from 'astro:content'|import\.meta\.glob|process\.env|new Date\(\)|Date\.now/.test(
      readFileSync(file, 'utf8'),
    ),
  );
  expect(readers).toEqual([]);
});

test('every query is exported in a way that can be written down', () => {
  const files = globSync('src/queries/*.ts');
  expect(files.length).toBeGreaterThan(20);
  const others = files.filter((file) =>
    /^export (?:default|\*|\{|let|var)/m.test(readFileSync(file, 'utf8')),
  );
  expect(others).toEqual([]);
});
