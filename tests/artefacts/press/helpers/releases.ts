import { globSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { PublishedNote } from '../../../../src/documents/published-note.ts';
import { formatDate } from '../../../../src/i18n/format.ts';
import { documentLanguage } from '../../../../src/i18n/languages.ts';
import { parseNoteDocument } from '../../../../src/documents/note-document/index.ts';
import { labels } from './labels.ts';

const yamlOf = (file: string): Record<string, never> =>
  parse(readFileSync(file, 'utf8')) as Record<string, never>;
const frontMatterOf = (text: string): Record<string, string> =>
  parse(/^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '') as Record<string, string>;

/** Ids of the published notes. */
export const noteIds = globSync('content/press-notes/*/it.mdx')
  .map((file) => file.split('/')[2] as string)
  .sort();

/** A published note as its documents are made from it. */
export const releaseOf = (id: string, lang = 'it'): PublishedNote => {
  const italian = readFileSync(`content/press-notes/${id}/it.mdx`, 'utf8');
  const file = `content/press-notes/${id}/${lang}.mdx`;
  const mdx = readFileSync(file, 'utf8');
  const record = frontMatterOf(italian) as { city: string; edition: string; date: string };
  const texts = { ...frontMatterOf(italian), ...frontMatterOf(mdx) } as Record<string, string>;
  const edition = yamlOf(`content/editions/${record.edition}.yaml`) as unknown as {
    name: string;
    letterhead: Record<string, string>;
    summary: string;
    fundingStatement: string;
  };
  const translated =
    lang === 'it' ? edition : { ...edition, ...yamlOf(`content/editions/${record.edition}.${lang}.yaml`) };
  const city = yamlOf(`content/cities/${record.city}${lang === 'it' ? '' : `.${lang}`}.yaml`) as unknown as {
    name: string;
  };
  const { kicker, ...lines } = edition.letterhead as Record<string, string> & { kicker: string };
  return {
    id,
    lang: documentLanguage(lang),
    city: { id: record.city, name: city.name },
    edition: { id: record.edition, name: edition.name },
    letterhead: { lang: 'it', lines: Object.values(lines), kicker },
    title: texts['title'] as string,
    subtitle: texts['subtitle'] as string,
    citySummary: texts['citySummary'],
    date: { iso: id.slice(0, 10), text: formatDate(lang, id.slice(0, 10)) },
    document: parseNoteDocument(mdx, file),
    url: `https://lgnet.example/${lang === 'it' ? '' : `${lang}/`}note-stampa/${id}/`,
    ...(lang === 'it'
      ? {}
      : {
          translationNotice: (
            JSON.parse(readFileSync(`content/ui/${lang}.json`, 'utf8')) as Record<string, string>
          )['translation.machine'],
        }),
    changes: [],
    pictures: [],
    videos: [],
    contacts: [{ name: 'Comunicazione e Promozione ANCI comunicare', email: 'infocomunicare@anci.it' }],
    boilerplate: [translated.summary],
    fundingStatement: translated.fundingStatement,
    publisher: 'Rete LGNet',
    labels: labels[lang === 'ar' ? 'ar' : lang === 'it' ? 'it' : 'en'],
  };
};

/** A note in Arabic with Latin names, numbers and a quote; its text is made up for the tests only. */
export const arabicRelease = (): PublishedNote => ({
  ...releaseOf('2023-11-03-palermo'),
  lang: documentLanguage('ar'),
  city: { id: 'palermo', name: 'باليرمو' },
  title: 'باليرمو بين بلديات شبكة LgNet2، المشروع الذي يعزّز سياسات الإدماج في المدن',
  subtitle:
    'المبادرة التي تضمّ 16 بلدية في إيطاليا كلها، والمموّلة من الموارد الأوروبية لصندوق FAMI 2014-2020، تنسّقها وزارة الداخلية بالتعاون مع Anci، جمعية البلديات الإيطالية.',
  citySummary:
    'في مدينة باليرمو أُنشئ مركز "one stop shop" للرعاية الاجتماعية والصحية، ومساحة مخصّصة للأمهات، لما مجموعه 200 مستفيد.',
  date: { iso: '2023-11-03', text: '3 نوفمبر 2023' },
  document: parseNoteDocument(
    [
      '**باليرمو، 3 نوفمبر 2023** – الوصول إلى المهاجرين الذين يعيشون في مدننا في ظروف هشاشة خاصة، وتيسير التكفّل بهم. هذا هو هدف المشروع **"LgNet2"** المموّل من الموارد الأوروبية لصندوق **FAMI 2014-2020** (الصندوق الأوروبي للجوء).',
      '## أنشطة المدينة',
      'أُنشئ كذلك في مركز Centro Penc الفضاء النسائي **"Safe Space"**، وفيه ورش:',
      '- المعلوماتية\n- الخياطة\n- الرقص',
      '<Figure id="beneficiari">شارك في الأنشطة **200 مستفيد**</Figure>.',
      '<Quote id="tirrito" speaker="Antonella Tirrito" role="عضوة المجلس البلدي">\n«هذا مشروع يراهن على الناس وحاجاتهم. ولا يترك أحدًا وراءه».\n</Quote>',
      'لمزيد من المعلومات: [صفحة المدينة](/ar/citta/palermo/).',
    ].join('\n\n'),
    'ar.mdx',
  ),
  url: 'https://lgnet.example/ar/note-stampa/2023-11-03-palermo/',
  translationNotice: 'هذه ترجمة مجاملة أنجزتها آلة ولم يراجعها شخص. النص الإيطالي هو المعتمد.',
  boilerplate: ['شبكة من 16 مدينة إيطالية تصل إلى المهاجرين الأكثر هشاشة وترافقهم نحو الإدماج.'],
  fundingStatement: 'مشروع مموّل من صندوق اللجوء والهجرة والإدماج (FAMI) 2014-2020 التابع للاتحاد الأوروبي.',
  labels: labels.ar,
});
