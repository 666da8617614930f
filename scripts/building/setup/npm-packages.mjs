import { spawnSync } from 'node:child_process';
import { isInstalled, stampInstallation } from './stamp.mjs';

/**
 * Installs the npm packages of the lock file, unless they are there already.
 *
 * @returns {boolean} whether the packages are in place
 */
export function ensureNpmPackages() {
  if (isInstalled()) return true;

  console.log('Installo i pacchetti npm (solo la prima volta, o quando package-lock.json cambia)…');
  // npm warns that Node 20 is too old for some packages: they run under the Node 24 installed here.
  const { status } = spawnSync('npm', ['ci', '--loglevel=error'], { stdio: 'inherit' });
  if (status !== 0) {
    console.error('npm ci non è riuscito. Controlla la connessione e il messaggio qui sopra, poi riprova.');
    return false;
  }
  // With `ignore-scripts` set, npm runs no postinstall and Node 24 is missing: say so, now.
  stampInstallation();
  if (!isInstalled()) {
    console.error(
      'Manca Node 24 (pacchetto npm "node"): gli script di installazione sono disattivati.\n' +
        'Togli "ignore-scripts" dalla configurazione di npm e riprova.',
    );
    return false;
  }
  return true;
}
