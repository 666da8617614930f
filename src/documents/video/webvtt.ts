/** Words of one person in a cue. */
export interface CuePart {
  /** Who speaks, from `<v Name>`. */
  speaker?: string;
  /** Plain text; a line break is `\n`. */
  text: string;
}

/** One caption. */
export interface Cue {
  /** Seconds from the start of the film. */
  start: number;
  end: number;
  parts: CuePart[];
  /** Line of its time in the file. */
  line: number;
}

/** What is wrong with a WebVTT file, at its place; both count from 1. */
export interface VttFault {
  kind:
    | 'no-header'
    | 'no-time'
    | 'comma'
    | 'bad-time'
    | 'backwards'
    | 'order'
    | 'overlap'
    | 'empty'
    | 'no-blank-line'
    | 'unknown-tag'
    | 'garbled'
    | 'no-cues'
    | 'long-line';
  line: number;
  column: number;
  /** The faulty part as it is written. */
  found: string;
  /** What stood in its place, where that can be told. */
  instead?: string;
}

/** Letters a line may have before readers fall behind, by the usual rule of subtitlers. */
export const LONGEST_LINE = 42;

const ARROW = '-->';
const TIME = /^(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})$/;
// No two parts of it can match the same letters: a line of a thousand `<` must not be tried in a million ways.
const TAG = /<(\/?)([^<>\s.]*)((?:[\s.][^<>]*)?)>/g;
const TAGS = ['v', 'i', 'b', 'u', 'c', 'lang', 'ruby', 'rt'];
/** UTF-8 that was once read as Windows-1252 (`Ã¨` for `è`), and letters that are lost. */
const GARBLED = /Ã[\u0080-\u00bf]|â€|\ufffd/;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
};

const unescape = (text: string): string =>
  text.replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_, name: string) => ENTITIES[name] as string);

const secondsOf = (time: string): number | undefined => {
  const match = TIME.exec(time);
  if (!match) return undefined;
  const [, hours = '0', minutes, seconds, thousandths] = match;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(thousandths) / 1000;
};

/** A time as people and other programs write it: `0:04,5`. */
const LOOSE_TIME = /(?:(\d{1,2}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?(?![\d:])/g;

const mend = (_: string, hours = '0', minutes = '', seconds = '', fraction = ''): string =>
  `${[hours, minutes, seconds].map((part) => part.padStart(2, '0')).join(':')}.${fraction.padEnd(3, '0')}`;

const clock = (seconds: number, point: string): string => {
  const thousandths = Math.round(seconds * 1000);
  const part = (divisor: number, modulus: number, width: number): string =>
    String(Math.floor(thousandths / divisor) % modulus).padStart(width, '0');
  return `${part(3_600_000, 100, 2)}:${part(60_000, 60, 2)}:${part(1000, 60, 2)}${point}${part(1, 1000, 3)}`;
};

/** A time as WebVTT writes it: 65.5 is `00:01:05.500`. */
export const vttTime = (seconds: number): string => clock(seconds, '.');

/** The letters of a line as a reader sees them: an accent is none of its own. */
const lengthOf = (line: string): number =>
  [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(line)].length;

const partsOf = (text: string): CuePart[] => {
  const parts: CuePart[] = [];
  let speaker: string | undefined;
  let from = 0;
  const add = (until: number): void => {
    const words = unescape(text.slice(from, until));
    const last = parts.at(-1);
    if (last && last.speaker === speaker) last.text += words;
    else if (words.trim() !== '') parts.push({ ...(speaker !== undefined && { speaker }), text: words });
  };
  for (const { 0: tag, 1: closing, 2: name, 3: rest = '', index } of text.matchAll(TAG)) {
    add(index);
    from = index + tag.length;
    // Classes (`<v.loud Name>`) come before the first blank.
    if (name === 'v')
      speaker = closing ? undefined : unescape(rest.replace(/^\S*\s*/, '').trim()) || undefined;
  }
  add(text.length);
  return parts.map((part) => ({ ...part, text: part.text.trim() })).filter((part) => part.text !== '');
};

interface Block {
  line: number;
  lines: string[];
}

const blocksOf = (lines: readonly string[]): Block[] => {
  const blocks: Block[] = [];
  let open: Block | undefined;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') open = undefined;
    else if (open) open.lines.push(line);
    else blocks.push((open = { line: index + 1, lines: [line] }));
  }
  return blocks;
};

/**
 * Reads a WebVTT file (https://www.w3.org/TR/webvtt1/) and tells everything that is wrong with it, where browsers would
 * silently drop cues. Styles, regions, settings and notes are passed over.
 * @param text the file, lines ending in `\n`
 * @returns the cues that can be read, in the order of the file
 */
export const parseWebVtt = (text: string): { cues: Cue[]; faults: VttFault[] } => {
  const faults: VttFault[] = [];
  const cues: Cue[] = [];
  const [header, ...blocks] = blocksOf(text.split('\n'));
  const hasHeader = header?.line === 1 && /^WEBVTT(?:[ \t]|$)/.test(header.lines[0] as string);
  if (!hasHeader) faults.push({ kind: 'no-header', line: 1, column: 1, found: header?.lines[0] ?? '' });
  for (const block of hasHeader || !header ? blocks : [header, ...blocks]) {
    if (/^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/.test(block.lines[0] as string)) continue;
    const cue = readCue(block, cues.at(-1), faults);
    if (cue) cues.push(cue);
  }
  if (cues.length === 0 && faults.length === 0)
    faults.push({ kind: 'no-cues', line: 1, column: 1, found: '' });
  return { cues, faults };
};

const readCue = (block: Block, before: Cue | undefined, faults: VttFault[]): Cue | undefined => {
  const timeIndex = block.lines.slice(0, 2).findIndex((line) => line.includes(ARROW));
  const report = (kind: VttFault['kind'], index: number, found: string, instead?: string): void => {
    const column = Math.max((block.lines[index] ?? '').indexOf(found), 0) + 1;
    faults.push({ kind, line: block.line + index, column, found, ...(instead !== undefined && { instead }) });
  };
  if (timeIndex < 0) {
    report('no-time', 0, block.lines[0] as string);
    return undefined;
  }
  const timeLine = block.lines[timeIndex] as string;
  const [startText = '', endText = ''] = timeLine
    .split(ARROW)
    .map((part) => part.trim().split(/\s/)[0] ?? '');
  const wrong = [startText, endText].find((time) => secondsOf(time) === undefined);
  if (wrong !== undefined) {
    const pointed = wrong.replace(',', '.');
    const isComma = wrong !== pointed && secondsOf(pointed) !== undefined;
    const mended = timeLine.replace(LOOSE_TIME, mend).trim();
    const isMended = mended
      .split(ARROW)
      .every((part) => secondsOf(part.trim().split(/\s/)[0] ?? '') !== undefined);
    report(isComma ? 'comma' : 'bad-time', timeIndex, wrong, isMended ? mended : undefined);
    return undefined;
  }
  const start = secondsOf(startText) as number;
  const end = secondsOf(endText) as number;
  if (end <= start) report('backwards', timeIndex, timeLine.trim());
  else if (before && start < before.start) report('order', timeIndex, startText, vttTime(before.start));
  else if (before && start < before.end) report('overlap', timeIndex, startText, vttTime(before.end));

  const body = block.lines.slice(timeIndex + 1);
  const next = body.findIndex((line) => line.includes(ARROW));
  if (next >= 0) report('no-blank-line', timeIndex + 1 + next, body[next] as string);
  const own = next < 0 ? body : body.slice(0, next);
  for (const [index, line] of own.entries())
    checkLine(line, (...fault) => report(fault[0], timeIndex + 1 + index, fault[1]));
  const parts = partsOf(own.join('\n'));
  if (parts.length === 0) report('empty', timeIndex, timeLine.trim());
  return { start, end, parts, line: block.line + timeIndex };
};

const checkLine = (line: string, report: (kind: VttFault['kind'], found: string) => void): void => {
  const garbled = GARBLED.exec(line)?.[0];
  if (garbled !== undefined) report('garbled', garbled);
  for (const [tag, closing, name = ''] of line.matchAll(TAG))
    // `<00:01:05.000>` says when the next words are spoken; what is not opened need not be closed.
    if (!closing && !TAGS.includes(name) && secondsOf(tag.slice(1, -1)) === undefined)
      report('unknown-tag', tag);
  const shown = unescape(line.replace(TAG, '')).trim();
  if (lengthOf(shown) > LONGEST_LINE) report('long-line', shown);
};

/** The cue's words on their lines, with the name of the speaker where it changes. */
const spoken = (cue: Cue, before: string | undefined): { text: string; last: string | undefined } => {
  let last = before;
  const lines = cue.parts.map(({ speaker, text }) => {
    const named = speaker !== undefined && speaker !== last ? `${speaker}: ${text}` : text;
    last = speaker;
    return named;
  });
  return { text: lines.join('\n'), last };
};

/** Cues as SubRip (SRT), for players and editing programs that read no WebVTT. */
export const toSubRip = (cues: readonly Cue[]): string => {
  let last: string | undefined;
  return cues
    .map((cue, index) => {
      const words = spoken(cue, last);
      last = words.last;
      return `${index + 1}\n${clock(cue.start, ',')} --> ${clock(cue.end, ',')}\n${words.text}\n`;
    })
    .join('\n');
};
