import { fill } from '../../documents/published-note.ts';
import type { BookView } from '../../queries/book.ts';
import { bodyHtml } from '../html.ts';
import { speakerLine } from '../plain-text.ts';
import { aboutOf } from './pdf.ts';
import { element, inLanguage, link, list, type Chapter } from './xhtml.ts';

type City = BookView['cities'][number];

const cityFile = (id: string): string => `city-${id}.xhtml`;
const noteFile = (id: string): string => `note-${id}.xhtml`;

const labelled = ({ labels }: BookView, label: string, value: string): string =>
  fill(labels.labelled, { label, value });

const figure = (file: string, alt: string): string =>
  `<p class="drawing"><img src="${file}"${altOf(alt)}/></p>`;
const altOf = (alt: string): string =>
  element('i', alt).replace(/^<i>(.*)<\/i>$/s, (_, text: string) => ` alt="${text}"`);

const about = (book: BookView): Chapter => {
  const text = aboutOf(book);
  const own = (lang: string): string => inLanguage(book.lang.code, lang);
  return {
    id: 'about',
    title: book.labels.about,
    body: [
      element('p', book.summary.text, ` class="lead"${own(book.summary.lang)}`),
      ...(book.translationNotice ? [element('p', book.translationNotice, ' class="notice"')] : []),
      ...(text ? [`<div${own(text.lang.code)}>${bodyHtml(text)}</div>`] : []),
      ...(book.partners.length > 0 ? [element('h2', book.labels.partners)] : []),
      list(
        book.partners.map(({ name, explanation, lang }) =>
          [
            element('strong', name, own(book.sourceLanguage)),
            ...(explanation ? [element('span', explanation, own(lang))] : []),
          ].join('<br/>'),
        ),
      ),
    ].join('\n'),
  };
};

const map = (book: BookView): Chapter => ({
  id: 'map',
  title: book.labels.cities,
  body: [
    figure('map.svg', book.labels.mapAlt),
    element('p', book.labels.mapLines, ' class="soft"'),
    list(book.cities.map(({ id, name, lang }) => link(cityFile(id), name, inLanguage(book.lang.code, lang)))),
  ].join('\n'),
});

const areas = (book: BookView): Chapter => ({
  id: 'areas',
  title: book.labels.areas,
  body: [
    ...book.areas.map(({ name, question, summary, description, cities, lang, hue }) =>
      [
        `<section class="${hue}"${inLanguage(book.lang.code, lang)}>`,
        element('h2', name),
        ...(question ? [element('p', question, ' class="lead"')] : []),
        `<p>${element('strong', summary)}</p>`,
        ...description.map((paragraph) => element('p', paragraph)),
        '</section>',
        list(cities.map(({ id, name: city }) => link(cityFile(id), city))),
      ].join('\n'),
    ),
    element('h2', book.labels.plate),
    element('p', book.labels.plateArcs),
    element('p', book.labels.plateTicks),
  ].join('\n'),
});

const activities = (book: BookView, city: City): string =>
  city.areas
    .map(({ name, hue, lang, activities: own }) =>
      [
        `<section class="${hue}">`,
        element('h3', name, inLanguage(book.lang.code, lang)),
        ...own.map((activity) =>
          [
            `<div${inLanguage(book.lang.code, activity.lang)}>`,
            element('h4', activity.title),
            element('p', activity.summary),
            '</div>',
            ...activity.details.map(({ label, value }) =>
              element('p', labelled(book, label, value), ' class="soft"'),
            ),
          ].join('\n'),
        ),
        '</section>',
      ].join('\n'),
    )
    .join('\n');

const city = (book: BookView, told: City): Chapter => {
  const { labels } = book;
  const own = (lang: string): string => inLanguage(book.lang.code, lang);
  const part = (title: string, body: string): string[] => (body === '' ? [] : [element('h2', title), body]);
  return {
    id: `city-${told.id}`,
    title: told.name,
    lang: told.lang,
    body: [
      element('p', told.kicker, ' class="kicker"'),
      figure(`city-${told.id}.svg`, told.plate.alt),
      element('p', told.summary, ` class="lead"${own(told.lang)}`),
      ...part(
        labels.easy,
        list(
          told.easy.map((sentence) => element('span', sentence)),
          own(told.lang),
        ),
      ),
      ...part(labels.goal, told.goal ? element('p', told.goal, own(told.lang)) : ''),
      ...part(labels.activities, activities(book, told)),
      ...part(
        labels.figures,
        list(
          told.figures.map(
            ({ amount, label, lang }) =>
              `${element('strong', amount, ' class="amount"')} ${element('span', label, own(lang))}`,
          ),
        ),
      ),
      ...part(
        labels.voices,
        told.quotes
          .map(
            ({ words, speaker, role, lang }) =>
              `<blockquote${own(lang)}>${element('p', fill(labels.quoted, { words }))}${element('p', speakerLine(book, { speaker, role }), ' class="soft"')}</blockquote>`,
          )
          .join('\n'),
      ),
      ...part(
        labels.cityPartners,
        list(told.partners.map(({ name }) => element('span', name, own(book.sourceLanguage)))),
      ),
      ...part(
        labels.elsewhere,
        list(
          told.facts.map(({ text, value, date, lang, source }) =>
            [
              ...(value ? [element('strong', value, own(lang))] : []),
              element('span', text, own(lang)),
              ...(date ? [element('span', date, ' class="soft"')] : []),
              link(`sources.xhtml#source-${source}`, `[${source}]`),
            ].join(' '),
          ),
        ),
      ),
      ...(told.notes.length === 0
        ? [element('p', labels.noNote, ' class="soft"')]
        : told.notes.map((note) => `<p>${link(noteFile(note), labels.cityNote)}</p>`)),
    ].join('\n'),
  };
};

/** Cities that tell with notes of their own, and those of which others tell. */
const cities = (book: BookView): Chapter[] => {
  const { labels } = book;
  const groups = [
    { id: 'cities', title: labels.telling, lead: labels.tellingLead, tells: true },
    { id: 'other-cities', title: labels.told, lead: labels.toldLead, tells: false },
  ];
  return groups.flatMap(({ id, title, lead, tells }) => {
    const own = book.cities.filter((told) => told.tells === tells);
    const links = own.map((told) =>
      link(cityFile(told.id), told.name, inLanguage(book.lang.code, told.lang)),
    );
    return own.length === 0
      ? []
      : [
          {
            ...{ id, title },
            body: `${element('p', lead)}${list(links)}`,
            parts: own.map((told) => city(book, told)),
          },
        ];
  });
};

const notes = (book: BookView): Chapter => ({
  id: 'notes',
  title: book.labels.notes,
  body: list(
    book.notes.map(({ id, title, lang }) => link(noteFile(id), title, inLanguage(book.lang.code, lang.code))),
  ),
  parts: book.notes.map((note) => ({
    id: `note-${note.id}`,
    title: note.title,
    lang: note.lang.code,
    body: [
      `<div${inLanguage(book.lang.code, note.lang.code)}>`,
      element('p', `${note.city.name} · ${note.date.text}`, ' class="soft"'),
      element('p', note.subtitle, ' class="lead"'),
      ...(note.citySummary ? [`<p>${element('strong', note.citySummary)}</p>`] : []),
      bodyHtml(note),
      ...note.changes.map(({ date, text }) =>
        element(
          'p',
          fill(note.labels.labelled, { label: `${note.labels.changes}, ${date.text}`, value: text }),
          ' class="soft"',
        ),
      ),
      '</div>',
    ].join('\n'),
  })),
});

const glossary = (book: BookView): Chapter[] =>
  book.glossary.length === 0
    ? []
    : [
        {
          id: 'glossary',
          title: book.labels.glossary,
          body: `<dl>${book.glossary.map(({ term, meaning }) => `${element('dt', term)}${element('dd', meaning)}`).join('')}</dl>`,
        },
      ];

const sources = (book: BookView): Chapter[] =>
  book.sources.length === 0
    ? []
    : [
        {
          id: 'sources',
          title: book.labels.sources,
          body: `<ol>${book.sources
            .map(
              ({ title, url, about: told }, index) =>
                `<li id="source-${index + 1}">${link(url, title, inLanguage(book.lang.code, book.sourceLanguage))} ${element('span', told, ' class="soft"')}</li>`,
            )
            .join('')}</ol>`,
        },
      ];

const credits = (book: BookView): Chapter => ({
  id: 'credits',
  title: book.labels.credits,
  body: [
    ...book.credits.map((paragraph) => element('p', paragraph)),
    figure('emblem.svg', book.labels.emblem).replace('drawing', 'emblem'),
    element('p', book.fundingStatement.text, inLanguage(book.lang.code, book.fundingStatement.lang)),
    `<p>${link(book.url, book.url, ' dir="ltr"')}</p>`,
  ].join('\n'),
});

/** The chapters of a book in their order. */
export const chaptersOf = (book: BookView): Chapter[] => [
  about(book),
  map(book),
  areas(book),
  ...cities(book),
  notes(book),
  ...glossary(book),
  ...sources(book),
  credits(book),
];
