import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** nginx at work on a port of this machine. */
export interface RunningNginx {
  origin: string;
  port: number;
  stop: () => Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => found(port));
    });
  });

/**
 * Runs Debian's nginx over a folder on a free loopback port, with no file outside a temporary folder.
 * @param root the folder that is served
 * @param settings lines for the server block, such as `include deploy/nginx.conf`
 * @throws Error with what nginx said when it does not start
 */
export const runNginx = async (root: string, settings: string): Promise<RunningNginx> => {
  const folder = mkdtempSync(join(tmpdir(), 'lgnet-nginx-'));
  const port = await freePort();
  const brotli = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder};`)
    .join(' ');
  writeFileSync(
    join(folder, 'nginx.conf'),
    [
      existsSync(brotli) ? `load_module ${brotli};` : '',
      // In a container everybody is root, and the folder is root's.
      process.getuid?.() === 0 ? 'user root;' : '',
      `daemon off; worker_processes 2; pcre_jit on; pid ${folder}/pid; error_log stderr warn; events { worker_connections 1024; }`,
      `http { access_log off; sendfile on; tcp_nopush on; ${temporary}`,
      `server { listen 127.0.0.1:${port}; root ${resolve(root)};\n${settings}\n} }`,
    ].join('\n'),
  );
  const nginx = spawn('nginx', ['-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')], {
    env: { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  nginx.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = new Promise<void>((done) => nginx.once('close', () => done()).once('error', () => done()));
  const stop = async (): Promise<void> => {
    nginx.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const origin = `http://127.0.0.1:${port}`;
  for (const deadline = performance.now() + 10_000; ; await wait(50)) {
    if (await fetch(origin).catch(() => undefined)) return { origin, port, stop };
    if (nginx.exitCode !== null || performance.now() > deadline) {
      await stop();
      throw new Error(`nginx did not start:\n${said}`);
    }
  }
};
