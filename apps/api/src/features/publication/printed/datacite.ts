import type { PublicPublication } from '@libretto/contracts';
import { addressOfLicence } from '@libretto/domain';

const person = (name: string) => ({ name, nameType: 'Personal' as const });

/**
 * The metadata that DataCite 4 asks of whoever registers a DOI, without the DOI itself: its prefix is the
 * registrant's. Creators are everybody whose work is in the book.
 */
export function dataCiteOf(publication: PublicPublication, address: string) {
  const { title, subtitle, language, year, editors, works, publisher, licence, printedAt, books } = publication;
  const people = new Map(
    works
      .flatMap(({ contributors }) => contributors)
      .map((one) => [one.orcid ?? `${one.name} ${one.institution}`, one]),
  );
  return {
    schemaVersion: 'http://datacite.org/schema/kernel-4',
    types: { resourceTypeGeneral: 'Book', resourceType: 'Edited collection' },
    identifiers: [{ identifier: address, identifierType: 'URL' }],
    creators: [...people.values()].map(({ name, institution, orcid }) => ({
      ...person(name),
      nameIdentifiers: orcid
        ? [
            {
              nameIdentifier: `https://orcid.org/${orcid}`,
              nameIdentifierScheme: 'ORCID',
              schemeUri: 'https://orcid.org',
            },
          ]
        : [],
      affiliation: institution ? [{ name: institution }] : [],
    })),
    titles: [
      { title, lang: language },
      ...(subtitle ? [{ title: subtitle, titleType: 'Subtitle', lang: language }] : []),
    ],
    publisher: { name: publisher.join('; ') },
    publicationYear: String(year),
    contributors: editors.map((name) => ({ ...person(name), contributorType: 'Editor' })),
    dates: [{ date: printedAt.slice(0, 10), dateType: 'Issued' }],
    language,
    formats: books.map(({ form }) => (form === 'pdf' ? 'application/pdf' : 'application/epub+zip')),
    rightsList: [
      {
        rightsUri: addressOfLicence(licence),
        rightsIdentifier: `${licence.toUpperCase()}-4.0`,
        rightsIdentifierScheme: 'SPDX',
        schemeUri: 'https://spdx.org/licenses/',
      },
    ],
    descriptions: [
      { description: works.map((work) => work.title).join('; '), descriptionType: 'TableOfContents', lang: language },
    ],
    url: address,
  };
}
