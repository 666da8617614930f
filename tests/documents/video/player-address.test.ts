import { describe, expect, test } from 'vitest';
import { remotePlayer } from '../../../src/documents/video/player-address.ts';

describe('the address of a film becomes that of its player, in the language of the page', () => {
  test.each([
    ...[
      'https://www.youtube.com/watch?v=aB3_-678901',
      'https://youtube.com/watch?app=desktop&v=aB3_-678901&list=PL1',
      'https://youtu.be/aB3_-678901?si=abc',
      'https://www.youtube.com/shorts/aB3_-678901',
      'https://www.youtube-nocookie.com/embed/aB3_-678901',
    ].map(
      (page) =>
        [
          'youtube',
          page,
          'https://www.youtube-nocookie.com/embed/aB3_-678901?autoplay=1&rel=0&hl=ar&cc_load_policy=1&cc_lang_pref=ar&start=65',
          'https://www.youtube.com/watch?v=aB3_-678901&t=65s',
        ] as const,
    ),
    [
      'vimeo',
      'https://vimeo.com/123456789',
      'https://player.vimeo.com/video/123456789?autoplay=1&dnt=1&texttrack=ar#t=65s',
      'https://vimeo.com/123456789#t=65s',
    ],
    [
      'vimeo',
      'https://vimeo.com/123456789/0a1b2c',
      'https://player.vimeo.com/video/123456789?h=0a1b2c&autoplay=1&dnt=1&texttrack=ar#t=65s',
      'https://vimeo.com/123456789/0a1b2c#t=65s',
    ],
    [
      'peertube',
      'https://video.example:8443/w/4Jx2fYbXGiTdEbmzQ8RjFK?start=3s',
      'https://video.example:8443/videos/embed/4Jx2fYbXGiTdEbmzQ8RjFK?autoplay=1&p2p=0&warningTitle=0&subtitle=ar&start=65s',
      'https://video.example:8443/w/4Jx2fYbXGiTdEbmzQ8RjFK?start=65s',
    ],
  ] as const)('%s: %s', (provider, page, frame, link) => {
    const player = remotePlayer(provider, page);
    expect(player?.frame('ar', 65.4)).toBe(frame);
    expect(player?.page(65.4)).toBe(link);
    expect(new URL(frame).origin).toBe(player?.origin);
  });
});

describe('what is no film of that provider has no player', () => {
  test.each([
    ['youtube', 'https://www.youtube.com/@lgnet'],
    ['youtube', 'https://www.youtube.com/watch?v=short'],
    ['youtube', 'https://www.youtube.com.example.org/watch?v=aB3_-678901'],
    ['youtube', 'https://vimeo.com/123456789'],
    ['vimeo', 'https://vimeo.com/channels/staffpicks'],
    ['vimeo', 'https://example.org/123456789'],
    ['peertube', 'https://video.example/c/canale/videos'],
    ['peertube', 'http://video.example/w/4Jx2fYbXGiTdEbmzQ8RjFK'],
    ['peertube', 'video.example/w/4Jx2fYbXGiTdEbmzQ8RjFK'],
    ['youtube', 'javascript:alert(1)'],
  ] as const)('%s: %s', (provider, page) => {
    expect(remotePlayer(provider, page)).toBeUndefined();
  });
});

test.each([
  'https://video.example;script-src/w/4Jx2fYbXGiTdEbmzQ8RjFK',
  'https://*.example/w/4Jx2fYbXGiTdEbmzQ8RjFK',
  "https://a.example'unsafe-inline'/w/4Jx2fYbXGiTdEbmzQ8RjFK",
  'https://a,b.example/w/4Jx2fYbXGiTdEbmzQ8RjFK',
])('%s is no server: its name would be words of the content security policy', (page) => {
  expect(remotePlayer('peertube', page)).toBeUndefined();
});
