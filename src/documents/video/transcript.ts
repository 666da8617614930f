import { secondsOf, timecode } from './timecode.ts';
import type { Cue } from './webvtt.ts';

/** What somebody says at a stretch. */
export interface Paragraph {
  /** Second of the film at which it starts. */
  start: number;
  speaker?: string;
  text: string;
}

/** A pause of so many seconds starts a new paragraph. */
const PAUSE = 4;
/** A paragraph of so many letters ends with the next sentence. */
const LONG = 320;
const SENTENCE_END = /[.!?…؟。][»”"')\]]*$/;

/**
 * A transcript made from captions: one paragraph for what a person says at a stretch.
 * @param cues in the order of their times
 * @param breaks seconds at which a paragraph starts in any case: the starts of the chapters
 */
export const transcriptOf = (cues: readonly Cue[], breaks: readonly number[] = []): Paragraph[] => {
  const paragraphs: Paragraph[] = [];
  let end = 0;
  for (const cue of cues) {
    for (const { speaker, text } of cue.parts) {
      const words = text.replace(/\s+/g, ' ');
      const last = paragraphs.at(-1);
      const goesOn =
        last &&
        last.speaker === speaker &&
        cue.start - end < PAUSE &&
        !(last.text.length >= LONG && SENTENCE_END.test(last.text)) &&
        !breaks.some((at) => last.start < at && at <= cue.start);
      if (goesOn) last.text += ` ${words}`;
      else paragraphs.push({ start: cue.start, ...(speaker !== undefined && { speaker }), text: words });
    }
    end = cue.end;
  }
  return paragraphs;
};

/** What is wrong with a transcript file. */
export interface TranscriptFault {
  kind: 'no-time' | 'bad-time' | 'order' | 'no-text';
  /** Counts from 1. */
  line: number;
  found: string;
}

/**
 * Reads a transcript of its own: paragraphs between blank lines, each with its time in front, `[1:05] Nome: …`.
 * @param text the file
 * @param speakers the names of those who speak; other words before a colon are text
 */
export const parseTranscript = (
  text: string,
  speakers: readonly string[],
): { paragraphs: Paragraph[]; faults: TranscriptFault[] } => {
  const paragraphs: Paragraph[] = [];
  const faults: TranscriptFault[] = [];
  let line = 1;
  for (const block of text.split(/\n(?=[ \t]*\n)/)) {
    const at = line + (/^\s*/.exec(block)?.[0].split('\n').length ?? 1) - 1;
    line += block.split('\n').length;
    const words = block.trim().replace(/\s+/g, ' ');
    if (words === '') continue;
    const [, time, rest = ''] = /^\[([^\]]*)\] ?(.*)$/.exec(words) ?? [];
    const start = time === undefined ? undefined : secondsOf(time);
    const report = (kind: TranscriptFault['kind'], found: string): void => {
      faults.push({ kind, line: at, found });
    };
    if (time === undefined) report('no-time', words);
    else if (start === undefined) report('bad-time', time);
    else {
      const speaker = speakers.find((name) => rest.startsWith(`${name}:`));
      const said = (speaker === undefined ? rest : rest.slice(speaker.length + 1)).trim();
      if (start < (paragraphs.at(-1)?.start ?? 0)) report('order', time);
      if (said === '') report('no-text', words);
      paragraphs.push({ start, ...(speaker !== undefined && { speaker }), text: said });
    }
  }
  if (paragraphs.length === 0 && faults.length === 0) faults.push({ kind: 'no-text', line: 1, found: '' });
  return { paragraphs, faults };
};

/** A transcript as plain text; `parseTranscript` reads it back. */
export const transcriptText = (paragraphs: readonly Paragraph[]): string =>
  paragraphs
    .map(
      ({ start, speaker, text }) =>
        `[${timecode(start)}] ${speaker === undefined ? '' : `${speaker}: `}${text}\n`,
    )
    .join('\n');
