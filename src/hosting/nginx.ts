import { contentTypes, namedTypes } from './content-types.ts';
import { addresses } from '../lib/addresses.ts';
import { everywhere, inFolders, inFrames, revalidate, type Headers } from './headers.ts';
import { redirects } from './redirects.ts';

const quoted = (value: string): string => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** nginx forgets the headers of the server where a location has one of its own: each has all. */
const addHeaders = (...parts: readonly Headers[]): string[] => {
  const lines: [string, string][] = [];
  for (const [name, value] of parts.flatMap((part) => Object.entries(part))) {
    // Two policies hold together; of anything else the last counts.
    const before = lines.findIndex(([other]) => other === name);
    if (before >= 0 && name !== 'Content-Security-Policy') lines.splice(before, 1);
    lines.push([name, value]);
  }
  return lines.map(([name, value]) => `add_header ${name} ${quoted(value)} always;`);
};

const pattern = (name: string): string => name.replaceAll('.', '\\.');
const block = (head: string, lines: readonly string[]): string =>
  [`${head} {`, ...lines.map((line) => `  ${line}`), '}'].join('\n');

/**
 * The settings of the site for nginx, to be included in a `server` block that says `listen`, `server_name` and `root`.
 * The same for every content: a language is found in the address.
 */
export const nginxConf = (): string => {
  const server: Headers = { ...everywhere, 'Cache-Control': revalidate };
  const text = contentTypes
    .filter((type) => type.text && !['text/html', 'application/wasm'].includes(type.type))
    .map(({ type }) => type);
  return `${[
    `# How nginx serves the site. Written from src/hosting/ by "npx vitest --project unit tests/hosting -u": change it there.
# Include it in a server block of your own: docs/hosting/nginx.md.`,
    block(
      'types',
      contentTypes.map(({ type, endings }) => `${type} ${endings.join(' ')};`),
    ),
    `default_type application/octet-stream;
charset utf-8;
charset_types ${[...text, ...namedTypes.map(({ type }) => type)].join(' ')};`,
    `index index.html;
autoindex off;
server_tokens off;
absolute_redirect off;`,
    `# The build has compressed the files; brotli needs Debian's libnginx-mod-http-brotli-static.
gzip off;
gzip_static on;
gzip_vary on;
brotli_static on;`,
    addHeaders(server).join('\n'),
    `# What is missing is said in the language of the address, where the site has it.
error_page 404 @lgnet_missing;
# A folder without a page is as good as missing.
error_page 403 =404 @lgnet_missing;
location @lgnet_missing {
  rewrite "^(/[a-z]{2,3})/" $1/404.html break;
  try_files $uri /404.html =404;
}`,
    `# Meant for other hosts.
location = /_headers {
  return 404;
}
location = /_redirects {
  return 404;
}
# Nothing else begins with a dot.
location ^~ /. {
  return 404;
}
location ^~ /.well-known/ {
}`,
    // One pattern for a page to be compared with: what is below is looked at only when it fits.
    block('location ~ \\.(br|gz|xml|json)$', [
      '# The server itself chooses the compressed copy.',
      'location ~ \\.(br|gz)$ {',
      '  return 404;',
      '}',
      ...namedTypes.flatMap(({ name, type }) => [
        `location ~ /${pattern(name)}$ {`,
        '  types {}',
        `  default_type ${type};`,
        '}',
      ]),
    ]),
    redirects.map(({ from, to }) => block(`location = ${from}`, [`return 301 ${to};`])).join('\n'),
    inFolders
      .map(({ folder, headers }) => block(`location ^~ ${folder}`, addHeaders(server, headers)))
      .join('\n'),
    // The policy that forbids frames would hold beside the one that allows them.
    block(`location ^~ ${addresses.frames}`, addHeaders({ ...server, ...inFrames })),
  ].join('\n\n')}\n`;
};
