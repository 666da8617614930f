import { describe, expect, test } from 'vitest';
import { parseWebVtt, toSubRip, vttTime } from '../../../src/documents/video/webvtt.ts';

const cue = (time: string, text: string): string => `${time}\n${text}\n`;
const file = (...cues: string[]): string => `WEBVTT\n\n${cues.join('\n')}`;
const kinds = (text: string): string[] => parseWebVtt(text).faults.map(({ kind }) => kind);

const sound = file(
  'NOTE esportato\nsu due righe\n',
  'STYLE\n::cue { color: white }\n',
  `inizio\n${cue('00:01.000 --> 00:04.000 line:0 align:start', '<v.forte Antonella Tirrito>Ciao &amp; <i>benvenuti</i>,\na Palermo.')}`,
  cue('00:04.000 --> 01:00:05.500', '<v Uno>Sì.</v> <v Due>No.'),
  cue('01:00:06.000 --> 01:00:07.000', 'Una <00:00:06.500>voce'),
);

test('a sound file gives its cues with times, speakers and plain words', () => {
  const { cues, faults } = parseWebVtt(sound);
  expect(faults).toEqual([]);
  expect(cues).toEqual([
    {
      start: 1,
      end: 4,
      line: 10,
      parts: [{ speaker: 'Antonella Tirrito', text: 'Ciao & benvenuti,\na Palermo.' }],
    },
    {
      start: 4,
      end: 3605.5,
      line: 14,
      parts: [
        { speaker: 'Uno', text: 'Sì.' },
        { speaker: 'Due', text: 'No.' },
      ],
    },
    { start: 3606, end: 3607, line: 17, parts: [{ text: 'Una voce' }] },
  ]);
});

describe('a fault is found where it stands', () => {
  const first = cue('00:00:01.000 --> 00:00:04.000', 'Prima');
  test.each([
    ['no header', first, 'no-header', 1, 1],
    ['a header that only looks like one', `WEBVTTX\n\n${first}`, 'no-header', 1, 1],
    ['nothing but the header', 'WEBVTT\n', 'no-cues', 1, 1],
    ['an empty file', '', 'no-header', 1, 1],
    ['no time', file(first, 'Solo parole\n'), 'no-time', 6, 1],
    ['a comma', file(cue('00:00:01,000 --> 00:00:04,000', 'A')), 'comma', 3, 1],
    ['a short fraction', file(cue('00:00:01.5 --> 00:00:04.000', 'A')), 'bad-time', 3, 1],
    ['seventy seconds', file(cue('00:00:01.000 --> 00:70.000', 'A')), 'bad-time', 3, 18],
    ['no end', file(cue('00:00:01.000 -->', 'A')), 'bad-time', 3, 1],
    ['an end before the start', file(cue('00:00:04.000 --> 00:00:01.000', 'A')), 'backwards', 3, 1],
    ['the wrong order', file(first, cue('00:00:00.500 --> 00:00:00.900', 'B')), 'order', 6, 1],
    ['an overlap', file(first, cue('00:00:03.999 --> 00:00:05.000', 'B')), 'overlap', 6, 1],
    ['no words', file(cue('00:00:01.000 --> 00:00:04.000', '<i></i>')), 'empty', 3, 1],
    [
      'no blank line',
      file(first.trimEnd(), cue('00:00:05.000 --> 00:00:06.000', 'B')),
      'no-blank-line',
      5,
      1,
    ],
    [
      'a tag of HTML',
      file(first, cue('00:00:05.000 --> 00:00:06.000', 'B <font>C</font>')),
      'unknown-tag',
      7,
      3,
    ],
    [
      'letters of a wrong encoding',
      file(cue('00:00:01.000 --> 00:00:04.000', 'cittÃ\u00a0')),
      'garbled',
      4,
      5,
    ],
    ['lost letters', file(cue('00:00:01.000 --> 00:00:04.000', 'citt\ufffd')), 'garbled', 4, 5],
    ['a long line', file(cue('00:00:01.000 --> 00:00:04.000', 'a'.repeat(43))), 'long-line', 4, 1],
  ])('%s', (_name, text, kind, line, column) => {
    expect(parseWebVtt(text).faults[0]).toMatchObject({ kind, line, column });
  });
});

test('a line has as many letters as a reader sees', () => {
  const line = (text: string): string[] => kinds(file(cue('00:00:01.000 --> 00:00:04.000', text)));
  expect(line(`<v Antonella Tirrito>${'a'.repeat(42)}`)).toEqual([]);
  // An accent of its own, an Arabic vowel sign and an entity take no place of their own.
  expect(line(`${'e\u0301'.repeat(42)}`)).toEqual([]);
  expect(line(`${'\u0645\u064e'.repeat(42)}`)).toEqual([]);
  expect(line(`${'&amp;'.repeat(42)}`)).toEqual([]);
});

test('a time that is almost right is mended', () => {
  const [fault] = parseWebVtt(file(cue('0:4,5 --> 00:00:08.000 line:0', 'A'))).faults;
  expect(fault?.instead).toBe('00:00:04.500 --> 00:00:08.000 line:0');
});

test('Windows line ends are those of the decoder, and a last line without an end counts', () => {
  expect(parseWebVtt('WEBVTT - titolo\n\n00:01.000 --> 00:02.000\nFine').cues).toHaveLength(1);
});

test('SubRip has numbers, commas, and names where the speaker changes', () => {
  expect(toSubRip(parseWebVtt(sound).cues)).toBe(
    '1\n00:00:01,000 --> 00:00:04,000\nAntonella Tirrito: Ciao & benvenuti,\na Palermo.\n\n' +
      '2\n00:00:04,000 --> 01:00:05,500\nUno: Sì.\nDue: No.\n\n' +
      '3\n01:00:06,000 --> 01:00:07,000\nUna voce\n',
  );
});

test('times are rounded to thousandths without ever showing sixty seconds', () => {
  expect([0, 59.9996, 3599.9999, 65.5].map(vttTime)).toEqual([
    '00:00:00.000',
    '00:01:00.000',
    '01:00:00.000',
    '00:01:05.500',
  ]);
});
