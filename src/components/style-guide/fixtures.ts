import type { NoteDocument } from '../../documents/note-document/index.ts';
import { languageOf, languages } from '../../i18n/languages.ts';
import { pathIn } from '../../i18n/paths.ts';
import type { Story } from '../../lib/kept-story.ts';
import type { ActivityView } from '../../queries/activities.ts';
import type { ContactView, EditionView } from '../../queries/editions.ts';
import type { TranslationState } from '../../queries/entries.ts';
import type { FactView } from '../../queries/facts.ts';
import type { FigureView } from '../../queries/figure-views.ts';
import type { HelpView } from '../../queries/help.ts';
import type { PartnerView } from '../../queries/partners.ts';
import type { PressNoteView, QuoteView } from '../../queries/press-notes.ts';
import type { PageData } from '../../queries/site.ts';

/** Words that mean nothing on purpose: nothing here may be taken for something that the network says. */
const words = {
  it: {
    short: 'Parole di prova',
    long: 'Una frase di prova, lunga quanto basta perché vada a capo su un telefono.',
  },
  ar: { short: 'كلمات للتجربة', long: 'جملة للتجربة، طويلة بما يكفي لتمتد على أكثر من سطر في شاشة الهاتف.' },
} as const;

/** One long word without a place to break, as German compounds and addresses are. */
const unbreakable = 'Esempiodiunaparolalunghissimacheneancheuntelefonoriesceamandareacapo';

/** Small texts for every component, in the language of the page. */
export const fixturesIn = (lang: string) => {
  const { dir } = languageOf(lang);
  const { short, long } = dir === 'rtl' ? words.ar : words.it;
  const area = (id: string, hue: string, icon: 'hands' | 'door' | 'house') => ({
    id,
    hue,
    icon,
    shortName: short,
    contentLang: lang,
  });
  const note = (state: PressNoteView['state']): PressNoteView =>
    ({
      id: `2020-01-01-${state}`,
      path: '/stile/',
      state,
      date: '2020-01-01',
      title: `${short}: ${state}`,
      citySummary: long,
      contentLang: lang,
      changes: {},
    }) as unknown as PressNoteView;
  const fact = (id: string, confidence: FactView['confidence'], value?: string): FactView => ({
    id,
    edition: 'prova',
    kind: 'event',
    text: long,
    value,
    date: '2020-01',
    timeline: true,
    areas: [],
    confidence,
    source: { id, title: short, url: 'https://lgnet.example/', consulted: '2020-01-01', republishes: false },
    inferred: true,
    lang,
  });
  const edition = {
    id: 'prova',
    name: short,
    path: '/stile/',
    state: 'concluded',
    stateText: short,
    contentLang: lang,
  } as unknown as EditionView;
  const bareHelp = {
    id: 'breve',
    name: short,
    what: long,
    languages: [],
    source: { title: short, url: 'https://lgnet.example/', consulted: '2020-01-01' },
    sourceDateText: short,
    checkedText: short,
    isOld: false,
    contentLang: lang,
  } as unknown as HelpView;
  const fullHelp = {
    ...bareHelp,
    ...{
      id: 'pieno',
      name: unbreakable,
      phone: '000 000',
      phoneFromAbroad: '+39 000 000',
      whatsapp: '+39 000 001',
    },
    ...{ email: `${unbreakable}@lgnet.example`, web: 'https://lgnet.example/', place: short, cost: 'free' },
    ...{
      always: true,
      anonymous: true,
      isOld: true,
      note: long,
      languages: languages.map(({ code }) => code),
    },
  } as unknown as HelpView;
  const facts = [fact('a', 'read'), fact('b', 'excerpt', '1.234'), fact('c', 'contradicted')];
  const link = (label: string, current = false) => ({ label, href: '/stile/', current });
  const text = (value: string) => [{ type: 'text' as const, value }];
  const paragraph = (value: string) => ({ type: 'paragraph' as const, children: text(value) });

  return {
    short,
    long,
    unbreakable,
    areas: [area('uno', 'teal', 'hands'), area('due', 'ochre', 'door'), area('tre', 'plum', 'house')],
    plateAreas: [
      { id: 'uno', hue: 'teal', lit: true, activities: 3 },
      { id: 'due', hue: 'ochre', lit: false, activities: 0 },
      { id: 'tre', hue: 'plum', lit: true, activities: 0 },
    ],
    notes: (['public', 'draft', 'embargoed'] as const).map(note),
    translations: [
      { kind: 'translated', by: 'machine', reviewed: false, stale: false },
      { kind: 'translated', by: 'machine', reviewed: false, stale: true },
      { kind: 'translated', by: 'person', reviewed: true, stale: true },
      { kind: 'missing' },
    ] as TranslationState[],
    quote: {
      id: 'prova',
      words: long,
      speaker: short,
      role: short,
      path: '/stile/',
      lang,
    } satisfies QuoteView,
    figures: (['exactly', 'over', 'about'] as const).map((qualifier): FigureView => ({
      id: qualifier,
      value: 1234,
      qualifier,
      amount: qualifier === 'exactly' ? '7' : '1.234.567',
      label: qualifier === 'over' ? long : short,
      lang,
      areas: [],
      path: '/stile/',
    })),
    activities: [
      { slug: 'piena', forWhom: long, places: [{ name: short }], workshops: [short, short], summary: long },
      { slug: 'breve', places: [], workshops: [], summary: short },
    ].map(
      (activity) =>
        ({
          ...activity,
          ...{ id: activity.slug, title: short, contentLang: lang, editionName: short, editionState: short },
        }) as unknown as ActivityView,
    ),
    partners: [
      { id: 'uno', name: short, explanation: long },
      { id: 'due', name: unbreakable },
    ].map((partner) => ({ ...partner, contentLang: lang }) as unknown as PartnerView),
    facts,
    shownEditions: [edition],
    help: [fullHelp, bareHelp],
    editions: [
      {
        edition,
        groups: facts.map((one) => ({ source: one.source, confidence: one.confidence, facts: [one, one] })),
      },
    ],
    contacts: [
      { name: short, email: 'prova@lgnet.example', press: true, editionName: short },
      { name: unbreakable, email: `${unbreakable}@lgnet.example`, press: false, editionName: short },
    ] satisfies ContactView[],
    downloads: {
      fileLang: lang,
      downloads: (['pdf', 'docx', 'txt', 'md'] as const).map((format, at) => ({
        format,
        href: '/stile/',
        bytes: 48_000 * (at + 1),
      })),
    },
    otherDownloads: languages
      .filter(({ code }) => code !== lang)
      .map(({ code }) => ({ fileLang: code, href: pathIn(code, '/stile/') })),
    pack: { format: 'zip' as const, href: '/stile/', bytes: 3_456_789 },
    changes: [
      {
        date: '2020-02-01',
        text: long,
        lang,
        dir,
        notice: short,
      },
    ],
    links: [link(short), link(short)],
    story: { name: short, page: '/stile/', pages: [], files: [], words: '' } satisfies Story,
    body: {
      blocks: [
        { type: 'heading', depth: 2, children: text(short) },
        {
          type: 'paragraph',
          children: [
            ...text(`${long} `),
            { type: 'strong', children: text(short) },
            ...text(' '),
            { type: 'emphasis', children: text(short) },
            ...text(' '),
            { type: 'link', url: '/stile/', children: text(short) },
          ],
        },
        { type: 'heading', depth: 3, children: text(short) },
        { type: 'list', ordered: false, start: 1, items: [1, 2].map(() => ({ content: [paragraph(long)] })) },
        { type: 'list', ordered: true, start: 3, items: [1, 2].map(() => ({ content: [paragraph(short)] })) },
        { type: 'callout', kind: 'note', content: [paragraph(long)] },
        { type: 'callout', kind: 'warning', content: [paragraph(long)] },
        { type: 'quote', id: 'altra', speaker: short, role: short, content: [paragraph(long)] },
      ],
    } as unknown as NoteDocument,
    page: {
      lang,
      dir,
      writtenIn: [lang],
      contentLang: lang,
      contentDir: dir,
      path: '/stile/',
      title: short,
      documentTitle: short,
      description: long,
      canonical: '/stile/',
      alternates: [],
      noindex: true,
      feeds: [],
      sharingPicture: '/',
      fediverse: null,
      siteName: short,
      structuredData: [],
      ogLocale: 'it_IT',
      search: undefined,
      contacts: {},
      home: link(short),
      nav: [link(short, true), ...['a', 'b', 'c', 'd', 'e', 'f'].map(() => link(short))],
      breadcrumbs: [link(short)],
      languageLinks: languages.map(({ code, name, dir: own, notice }) => ({
        code,
        name,
        dir: own,
        notice,
        href: pathIn(code, '/stile/'),
        current: code === lang,
      })),
      translation: { kind: 'original' },
      originalHref: '/stile/',
      searchHref: '/cerca/',
      help: link(short),
      footer: {
        fundingStatement: long,
        editionName: short,
        sections: [{ title: short, links: [link(short), link(short)] }],
        accessibilityHref: '/stile/',
        accessibilityDeclarationUrl: null,
        privacyHref: '/stile/',
        legalHref: '/stile/',
      },
    } as PageData,
  };
};
