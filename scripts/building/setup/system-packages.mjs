import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The programs that the tests need, one line each: Debian's package, the program that shows it is there
 * (`null` for a package without one: then only Debian's own list of packages is asked), and why.
 *
 * @type {readonly { name: string, program: string | null, why: string }[]}
 */
export const systemPackages = [
  { name: 'chromium', program: 'chromium', why: 'a real browser for the tests of the built site' },
  { name: 'poppler-utils', program: 'pdftotext', why: 'reads the text and the tags of the PDF files' },
  { name: 'zbar-tools', program: 'zbarimg', why: 'reads the QR codes as a phone does' },
  { name: 'qpdf', program: 'qpdf', why: 'checks that the PDF files are sound' },
  { name: 'libreoffice-writer', program: 'soffice', why: 'opens the Word files as an office would' },
  { name: 'unzip', program: 'unzip', why: 'opens the press packs' },
  { name: 'epubcheck', program: 'epubcheck', why: 'checks the books as libraries and shops do' },
  { name: 'ffmpeg', program: 'ffmpeg', why: 'makes the short clips that the video tests play' },
  { name: 'nginx', program: 'nginx', why: 'serves the built site as a server would' },
  {
    name: 'libnginx-mod-http-brotli-static',
    program: null,
    why: 'lets nginx send the files that the build compressed',
  },
  { name: 'python3', program: 'python3', why: 'runs independent readers of feeds, data and documents' },
];

/** @returns {typeof systemPackages} the packages whose program is not there */
export function missingSystemPackages() {
  return systemPackages.filter(({ name, program }) =>
    program === null ? isDebian() && !isDebianPackage(name) : !isOnPath(program),
  );
}

/**
 * Installs what is missing when that is possible without asking (root on Debian); else says what to install.
 *
 * @returns {boolean} whether every program is in place
 */
export function ensureSystemPackages() {
  const missing = missingSystemPackages();
  if (missing.length === 0) return true;

  const names = missing.map(({ name }) => name);
  if (!isDebian() || process.getuid?.() !== 0) {
    console.error(howToInstall(missing, isDebian()));
    return false;
  }
  console.log(`Installo dai pacchetti Debian: ${names.join(', ')}…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync('apt-get', ['-q', ...args], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

  const update = apt('update');
  const install = apt('install', '-y', '--no-install-recommends', ...names);
  if (install.status === 0) return true;

  console.error(`${update.stderr}${install.stderr}`.trim());
  console.error(howToInstall(missing, true));
  return false;
}

/**
 * One clear sentence on what to install.
 *
 * @param {typeof systemPackages} missing
 * @param {boolean} debian whether `apt-get` is there
 * @returns {string}
 */
export function howToInstall(missing, debian) {
  if (debian) {
    const names = missing.map(({ name }) => name).join(' ');
    return `Per eseguire i test, installa i programmi mancanti:\n  sudo apt-get install --no-install-recommends ${names}`;
  }
  const rows = missing.map(({ name, program, why }) => `  ${program ?? name} (${name} in Debian): ${why}`);
  return `Per eseguire i test, installa questi programmi e riprova:\n${rows.join('\n')}`;
}

function isDebian() {
  return existsSync('/etc/debian_version') && isOnPath('apt-get');
}

/** @param {string} name */
function isDebianPackage(name) {
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f=${db:Status-Status}', name], { encoding: 'utf8' });
  return stdout === 'installed';
}

/** @param {string} program */
function isOnPath(program) {
  // Debian puts servers where only root looks.
  return [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin'].some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
