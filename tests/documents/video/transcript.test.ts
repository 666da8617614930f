import { describe, expect, test } from 'vitest';
import { isoDuration, secondsOf, timecode } from '../../../src/documents/video/timecode.ts';
import { parseTranscript, transcriptOf, transcriptText } from '../../../src/documents/video/transcript.ts';
import type { Cue } from '../../../src/documents/video/webvtt.ts';

const cue = (start: number, end: number, text: string, speaker?: string): Cue => ({
  start,
  end,
  line: 1,
  parts: [{ text, ...(speaker !== undefined && { speaker }) }],
});

describe('times', () => {
  test.each([
    ['0:00', 0],
    ['1:05', 65],
    ['61:05', 3665],
    ['1:02:30', 3750],
    ['00:00:01.500', 1.5],
    ['1:75', undefined],
    ['1:60:00', undefined],
    ['75', undefined],
    ['', undefined],
    ['1:5', undefined],
  ])('%s is %s seconds', (time, seconds) => {
    expect(secondsOf(time)).toBe(seconds);
  });

  test.each([
    [0, '0:00', 'PT0S'],
    [65.9, '1:05', 'PT1M6S'],
    [3750, '1:02:30', 'PT1H2M30S'],
    [7200, '2:00:00', 'PT2H'],
  ])('%s seconds are %s and %s', (seconds, shown, iso) => {
    expect([timecode(seconds), isoDuration(seconds)]).toEqual([shown, iso]);
  });
});

describe('a transcript from captions', () => {
  test('joins what one person says, and breaks where another speaks', () => {
    expect(
      transcriptOf([
        cue(1, 3, 'Qui comincia\nil film', 'Uno'),
        cue(3, 5, 'e qui va avanti.', 'Uno'),
        cue(5, 6, 'Sì.', 'Due'),
      ]),
    ).toEqual([
      { start: 1, speaker: 'Uno', text: 'Qui comincia il film e qui va avanti.' },
      { start: 5, speaker: 'Due', text: 'Sì.' },
    ]);
  });

  test('breaks at a pause and at a chapter', () => {
    const starts = transcriptOf(
      [cue(1, 2, 'a'), cue(2, 3, 'b'), cue(9, 10, 'c'), cue(10, 11, 'd')],
      [10],
    ).map(({ start }) => start);
    expect(starts).toEqual([1, 9, 10]);
  });

  test('breaks a long speech after a sentence, never inside one', () => {
    const long = 'parola '.repeat(50);
    expect(transcriptOf([cue(0, 1, `${long}fine.`), cue(1, 2, 'Poi')])).toHaveLength(2);
    expect(transcriptOf([cue(0, 1, `${long}e`), cue(1, 2, 'poi')])).toHaveLength(1);
  });
});

describe('a transcript of its own', () => {
  test('has times, known speakers, and colons that are only colons', () => {
    const { paragraphs, faults } = parseTranscript(
      '[0:01] Antonella Tirrito: Benvenuti\na Palermo.\n\n\n[1:02:03] Attenzione: si parte.\n',
      ['Antonella Tirrito'],
    );
    expect(faults).toEqual([]);
    expect(paragraphs).toEqual([
      { start: 1, speaker: 'Antonella Tirrito', text: 'Benvenuti a Palermo.' },
      { start: 3723, text: 'Attenzione: si parte.' },
    ]);
    expect(parseTranscript(transcriptText(paragraphs), ['Antonella Tirrito']).paragraphs).toEqual(paragraphs);
  });

  test.each([
    ['no time', '[0:01] A\n\nB', 'no-time', 3],
    ['a time that is none', '\n\n[uno] A', 'bad-time', 3],
    ['a step back', '[0:09] A\n\n\n[0:01] B', 'order', 4],
    ['no words', '[0:09] Uno:', 'no-text', 1],
    ['nothing', ' \n', 'no-text', 1],
  ])('%s is told at its line', (_name, text, kind, line) => {
    expect(parseTranscript(text, ['Uno']).faults).toMatchObject([{ kind, line }]);
  });
});
