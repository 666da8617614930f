/** Run as a process that is told of other fonts: typesets in weights that the site's fonts lack, to the standard output. */
import typeset from '../../src/artefacts/typst/worker.ts';
import type { Template } from '../../src/artefacts/typst/engine.ts';

const probe = `
#set text(fallback: false, weight: 600)
#text(font: "Noto Sans Arabic", lang: "ar", dir: rtl)[شبكة من المدن]
#text(font: "Titillium Web")[Rete di città]
`;
const drawn = await typeset({
  template: 'probe' as Template,
  data: '{}',
  files: { 'probe.typ': Buffer.from(probe) },
  fonts: { text: ['Titillium Web'], pictures: ['Noto Sans Arabic'], scripts: [] },
  as: 'svg',
});
process.stdout.write(JSON.stringify(drawn), () => process.exit());
