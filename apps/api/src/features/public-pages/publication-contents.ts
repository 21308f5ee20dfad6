import type { PublicationCard, PublicPublication } from '@libretto/contracts';
import { addressOfLicence } from '@libretto/domain';
import { wordList } from '@libretto/language';
import { html } from '../../platform/http/html';
import { wordDay } from '../../platform/language/word-moment';
import { beginning, facts } from './contents';
import type { PageContent } from './frame';
import { countryIn, textIn, type Wording } from './wording';

export function publicationsContent(publications: readonly PublicationCard[], wording: Wording): PageContent {
  const { say } = wording;
  const title = say('publication.public.title');
  const state = say('publication.public.state', { publications: publications.length });
  return {
    title,
    description: state,
    path: 'publications',
    main: html`${beginning(title, state)}
      <ul class="catalogue">
        ${publications.map(
          (one) =>
            html`<li>
              <h2><a href="/publications/${one.id}" lang="${one.language}">${one.title}</a></h2>
              <p lang="${one.language}">${one.subtitle}</p>
              <p class="small">
                ${textIn(wording, one.programme)} · ${say('publication.public.line', { ...one, year: one.year })}
              </p>
            </li>`,
        )}
      </ul>`,
  };
}

export function publicationContent(publication: PublicPublication, address: string, wording: Wording): PageContent {
  const { say, language } = wording;
  const { id, title, subtitle, editors, works, publisher, licence, printedAt, edition } = publication;
  const state = [subtitle, editors.length && say('publication.public.edited', { names: wordList(language, editors) })]
    .filter(Boolean)
    .join('. ');
  const list = works.map(
    (work) =>
      html`<li>
        <strong>${work.title}</strong>
        ${work.contributors.map(
          ({ name, institution, country, orcid }) =>
            html`<p>
              ${name}
              <span class="soft"
                >${[institution, country && countryIn(wording, country)].filter(Boolean).join(', ')}</span
              >
              ${orcid && html`<a href="https://orcid.org/${orcid}">ORCID ${orcid}</a>`}
            </p>`,
        )}
      </li>`,
  );
  return {
    title,
    description: [state, works.map((work) => work.title).join('; ')].filter(Boolean).join('. '),
    path: `publications/${id}`,
    described: bookAsData(publication, address),
    main: html`${beginning(title, state, say('publication.title'))}
      <h2>${say('publication.public.works')}</h2>
      <ol>
        ${list}
      </ol>
      <h2>${say('publication.public.facts')}</h2>
      ${facts([
        [say('publication.public.programme'), textIn(wording, publication.programme)],
        [say('publication.public.edition'), edition],
        [say('publication.public.publisher'), wordList(language, publisher)],
        [say('publication.public.published'), wordDay(new Date(printedAt), { language, timeZone: 'UTC' })],
        [say('publication.public.licence'), say(`publication.licence.${licence}`)],
      ])}`,
  };
}

/** The publication as a book of schema.org. */
function bookAsData(publication: PublicPublication, address: string) {
  const { title, subtitle, language, editors, works, publisher, licence, printedAt, books } = publication;
  const person = ({ name, institution, orcid }: PublicPublication['works'][number]['contributors'][number]) => ({
    '@type': 'Person',
    name,
    ...(orcid ? { '@id': `https://orcid.org/${orcid}`, sameAs: `https://orcid.org/${orcid}` } : {}),
    ...(institution ? { affiliation: { '@type': 'Organization', name: institution } } : {}),
  });
  return {
    '@context': 'https://schema.org',
    '@type': 'Book',
    '@id': address,
    url: address,
    name: title,
    ...(subtitle ? { alternativeHeadline: subtitle } : {}),
    inLanguage: language,
    datePublished: printedAt.slice(0, 10),
    license: addressOfLicence(licence),
    publisher: publisher.map((name) => ({ '@type': 'Organization', name })),
    editor: editors.map((name) => ({ '@type': 'Person', name })),
    hasPart: works.map((work) => ({ '@type': 'Chapter', name: work.title, author: work.contributors.map(person) })),
    encoding: books.map(({ form, bytes }) => ({
      '@type': 'MediaObject',
      contentUrl: `${address.replace('/publications/', '/api/publications/')}/books/${form}`,
      encodingFormat: form === 'pdf' ? 'application/pdf' : 'application/epub+zip',
      contentSize: String(bytes),
    })),
  };
}
