import type { KnipConfig } from 'knip';

/** What nobody uses is reported by `npm run check:unused`; here stands what is used in a way that knip cannot see. */
export default {
  entry: [
    'scripts/*.{ts,mjs}',
    // Run in a process of its own, or bundled for the browser.
    'scripts/building/bench/report-memory.ts',
    'scripts/building/steps/check-process.ts',
    'scripts/editing/form/browser/main.ts',
    'src/artefacts/typst/worker.ts',
    // Put in as a route, in development only.
    'src/components/style-guide/page.astro',
    'scripts/building/tests/costs-reporter.mjs',
    'tests/building/steps/{hold-lock,publish-one}.ts',
    'tests/artefacts/typeset-probe.ts',
    'tests/building/releases/publish-one.ts',
    'tests/**/*.test.ts',
  ],
  project: ['{scripts,eslint}/**/*.{ts,js,mjs}', 'src/**/*.{ts,astro}', 'tests/**/*.ts'],
  // Named for its readers, and exported so that it stays where it is.
  ignoreExportsUsedInFile: true,
  // A schema's type stands beside its schema, whoever asks for it today.
  ignoreIssues: { 'src/schemas/*.ts': ['types'] },
  ignoreDependencies: [
    // Read as files: fonts, and the script that the tests put into a page.
    '@expo-google-fonts/*',
    '@fontsource/titillium-web',
    'axe-core',
    // Its rules are imported by their place, see tests/site/hosting.test.ts.
    '@mdn/mdn-http-observatory',
  ],
  // System programs, see scripts/building/setup/system-packages.mjs.
  ignoreBinaries: [
    'pdftoppm',
    'apt-get',
    'dpkg-query',
    'soffice',
    'pdffonts',
    'pdftotext',
    'qpdf',
    'ffmpeg',
    'mkfifo',
    'nginx',
    'wrk',
    'perl',
    'mount',
    'umount',
    'mkfifo',
  ],
} satisfies KnipConfig;
