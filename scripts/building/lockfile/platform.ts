/** The systems a platform package runs on, in the words of `package.json`. */
export interface Platform {
  os?: string[];
  cpu: string[];
  libc?: string[];
}

const systems: Record<string, string> = {
  aix: 'aix',
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  linuxmusl: 'linux',
  netbsd: 'netbsd',
  openbsd: 'openbsd',
  openharmony: 'openharmony',
  sunos: 'sunos',
  win32: 'win32',
  windows: 'win32',
};

const processors = new Set([
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
]);

/**
 * Reads a platform from a package's name, by the convention of native packages:
 * `@scope/tool-linux-arm64-musl`, `@scope/darwin-x64`, `tool-wasm32-wasi`.
 *
 * @returns `undefined` when the name ends in no known system and processor.
 */
export function platformFromName(name: string): Platform | undefined {
  const words = name.split(/[/-]/);
  const at = words.findLastIndex((word) => processors.has(word));
  const cpu = words[at];
  if (cpu === undefined) return undefined;
  if (cpu === 'wasm32') return { cpu: [cpu] };

  const os = systems[words[at - 1] ?? ''];
  if (os === undefined) return undefined;

  const libc = os === 'linux' ? libcFromName(words[at - 1] ?? '', words[at + 1]) : undefined;
  return { os: [os], cpu: [cpu], ...(libc === undefined ? {} : { libc: [libc] }) };
}

function libcFromName(system: string, abi: string | undefined): string | undefined {
  if (system === 'linuxmusl' || abi?.startsWith('musl') === true) return 'musl';
  if (abi?.startsWith('gnu') === true) return 'glibc';
  return undefined;
}
