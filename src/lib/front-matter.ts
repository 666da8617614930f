/** The two parts of an MDX file. */
export interface FrontMatter {
  /** The YAML between the two `---`. */
  yaml: string;
  /** Line of the file where the YAML starts. */
  yamlLine: number;
  body: string;
  /** Line of the file where the body starts. */
  bodyLine: number;
}

/** Why a file has no front matter. */
export type NoFrontMatter = { missing: 'start'; line: number } | { missing: 'end'; line: number };

const FENCE = /^---[ \t]*$/;

/** Splits an MDX file at its `---` lines. */
export const splitFrontMatter = (text: string): FrontMatter | NoFrontMatter => {
  const lines = text.split('\n');
  if (!FENCE.test(lines[0] ?? '')) return { missing: 'start', line: 1 };
  const end = lines.findIndex((line, index) => index > 0 && FENCE.test(line));
  if (end < 0) {
    const blank = lines.findIndex((line, index) => index > 0 && line.trim() === '');
    return { missing: 'end', line: blank < 0 ? lines.length : blank + 1 };
  }
  return {
    yaml: `${lines.slice(1, end).join('\n')}\n`,
    yamlLine: 2,
    body: lines.slice(end + 1).join('\n'),
    bodyLine: end + 2,
  };
};
