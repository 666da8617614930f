/** What a program would do that should never run: set this name, or open a dialog. */
const RUN = 'window.__hostile=1';

/**
 * Strings that break what is careless: HTML, attributes, addresses, scripts, styles, XML, JSON, CSV, Markdown, Typst, Word,
 * templates, paths, regular expressions, directions of scripts, letters beyond the first 65,536. All of them are texts that an
 * editor may write: they come out as they are.
 */
export const hostileStrings: readonly string[] = [
  // HTML and SVG
  `<script>${RUN}</script>`,
  `</script><script>${RUN}</script>`,
  `<img src=x onerror=${RUN}>`,
  `<svg onload=${RUN}>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`,
  `<iframe src="javascript:${RUN}"></iframe>`,
  `<iframe srcdoc="<script>parent.__hostile=1</script>"></iframe>`,
  `<math><mtext></mtext><script>${RUN}</script></math>`,
  `<details open ontoggle=${RUN}>`,
  `<video><source onerror=${RUN}></video>`,
  `<body onload=${RUN}>`,
  `<input autofocus onfocus=${RUN}>`,
  `<a href="javascript:${RUN}">qui</a>`,
  `<meta http-equiv="refresh" content="0;url=https://hostile.example/">`,
  `<base href="https://hostile.example/">`,
  `<link rel=stylesheet href=https://hostile.example/a.css>`,
  `<style>@import "https://hostile.example/a.css";</style>`,
  `<form action=https://hostile.example/><button>invia</button></form>`,
  `<object data="https://hostile.example/"></object>`,
  `<template><script>${RUN}</script></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `</title><script>${RUN}</script>`,
  `</style><script>${RUN}</script>`,
  `</textarea><script>${RUN}</script>`,
  `</main></body></html><h1>fine</h1>`,
  `<!-- commento --><script>${RUN}</script>`,
  `--><script>${RUN}</script><!--`,
  `<![CDATA[<script>${RUN}</script>]]>`,
  `]]><script>${RUN}</script>`,
  `<?php echo 1 ?>`,
  `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>`,
  // Attributes
  `" onmouseover="${RUN}`,
  `' onmouseover='${RUN}`,
  '" autofocus onfocus="window.__hostile=1" x="',
  '`onmouseover=window.__hostile=1`',
  '"><img src=x onerror=window.__hostile=1>',
  "'><img src=x onerror=window.__hostile=1>",
  '&quot; onload=&quot;window.__hostile=1',
  '&lt;script&gt;window.__hostile=1&lt;/script&gt;',
  '&#60;script&#62;window.__hostile=1&#60;/script&#62;',
  '&amp;lt;b&amp;gt;',
  '&#x3c;b&#x3e; e &copy e &nbsp',
  // Addresses
  `javascript:${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  '//hostile.example/a',
  'https://hostile.example/?a=1&b=2#c',
  '../../../../etc/passwd',
  '%2e%2e%2f%00',
  'C:\\Windows\\system32',
  'file:///etc/passwd',
  'CON, NUL, aux.txt',
  // JSON and scripts
  '"}]}</script><script>window.__hostile=1</script>',
  '\\"}; window.__hostile=1; //',
  '{"__proto__":{"x":1}}',
  '\\u003cscript\\u003e',
  '${window.__hostile=1}',
  '{{constructor.constructor("window.__hostile=1")()}}',
  '<%= 7*7 %> #{7*7} {7*7}',
  // Tables, calculation sheets
  '=HYPERLINK("https://hostile.example/","qui")',
  '=cmd|’ /C calc’!A0',
  '+39 091 000000',
  '-2+3',
  '@SUM(1+1)',
  'a;b,c\td "e" | f',
  // Markdown
  '[qui](javascript:window.__hostile=1)',
  '![x](https://hostile.example/x.png)',
  '**non chiuso _e_ `codice`',
  '1. primo # titolo > citazione',
  '~~barrato~~ --- *** ___',
  '<https://hostile.example/>',
  'www.hostile.example\\<img src=x onerror=window.__hostile=1>',
  // Typst and TeX
  '#eval("1+1") #include "/etc/passwd"',
  '$ x^2 $ @etichetta <etichetta> _a_ *b*',
  '#set page(width: 1pt) // commento',
  '\\input{/etc/passwd} \\write18{id}',
  // Templates of our own
  '{value} {name} {count} {page} {total}',
  '%s %d %n $& $1 $`',
  '(a+)+$ [\\w-]{1,} ^.*?',
  // Names of things in JavaScript
  '__proto__',
  'constructor toString hasOwnProperty',
  'null undefined NaN true -0',
  // Writing systems and letters
  'L’è, perché, così; «virgolette» – trattini — e …',
  'Nomeconunaparolalunghissima'.repeat(6),
];

/**
 * Letters and signs that the fonts of the printed files lack: pages and data say them, and the typesetter stops at them.
 */
export const beyondTheFonts: readonly string[] = [
  'e\u0301 n\u0303 contro é ñ',
  'ﬁne ﬀ ﷺ ﷽',
  'עברית עם english 123',
  'العربية مع italiano ١٢٣',
  'বাংলা ሰላም 中文 日本語 한국어 ไทย',
  '😀 👩‍👩‍👧‍👦 🏴 🇮🇹 1️⃣',
  '𝕃𝔾ℕ𝕖𝕥 𐐷 𠜎',
  'a\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308',
  'İstanbul ı ß ẞ ǅ',
  'a\u00adb\u200bc\u200dd\u00a0e',
  'x\u200fy\u200ez\u061cw',
];
