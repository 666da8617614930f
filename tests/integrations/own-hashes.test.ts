import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { withOwnHashes } from '../../src/integrations/policy/own-hashes.ts';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page = (policy: string): string =>
  [
    `<meta http-equiv="content-security-policy" content="${policy}">`,
    '<style>a{color:red}</style><script type="module">go()</script><script src="/x.js"></script>',
  ].join('');

test('a page allows its own styles and scripts, and no others', () => {
  const [style, script, other] = [hash('a{color:red}'), hash('go()'), hash('elsewhere()')];
  const all = `default-src 'self'; script-src 'self' ${other} ${script}; style-src 'self' ${style} ${other};`;
  expect(withOwnHashes(page(all))).toBe(
    page(`default-src 'self'; script-src 'self' ${script}; style-src 'self' ${style};`),
  );
});

test('an empty external script needs no hash', () => {
  const empty = hash('');
  expect(withOwnHashes(page(`script-src 'self' ${empty};`))).toBe(page("script-src 'self';"));
});
