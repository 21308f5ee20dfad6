import { addressOfLicence, type ContributorRole } from '@libretto/domain';
import { type Say, wordCountry, wordList } from '@libretto/language';
import type { Block, Manuscript } from '../../../platform/files/manuscript-reader';
import { wordDay } from '../../../platform/language/word-moment';
import type { Publication, Statement } from '../book/publication.entity';
import { withPictures } from './pictures';
import { mergeReferences, withCitations } from './references';

/** A work as it comes into a book. */
export interface WorkToSet {
  readonly title: string;
  readonly references: string;
  readonly statements: readonly Statement[];
  readonly manuscript: Manuscript;
}

export interface BookToSet {
  readonly publication: Publication;
  readonly preface: readonly Block[];
  readonly works: readonly WorkToSet[];
  readonly edition: { readonly name: string; readonly programme: Readonly<Record<string, string>> };
  readonly publisher: readonly string[];
  readonly address: string;
}

const style = 'apa';

/** The one source of a book, as its template reads it. */
export function bookSource({ publication, preface, works, edition, publisher, address }: BookToSet, say: Say) {
  const { title, subtitle, language, editors, licence } = publication;
  const setAt = publication.setAt ?? new Date(0);
  const { bibtex, keysOf } = mergeReferences(works.map(({ references }) => references));
  const programme = edition.programme[language] ?? edition.programme['en'] ?? '';
  return {
    title,
    subtitle,
    language,
    editors,
    style,
    date: { year: setAt.getUTCFullYear(), month: setAt.getUTCMonth() + 1, day: setAt.getUTCDate() },
    publisher: wordList(language, publisher),
    words: {
      edition: say('publication.book.edition', { programme, edition: edition.name }),
      editors: say('publication.book.editors', { names: wordList(language, editors) }),
      contents: say('publication.book.contents'),
      preface: say('publication.book.preface'),
      contributors: say('publication.book.contributors'),
      references: say('publication.book.references'),
    },
    imprint: [
      say('publication.book.day', { day: wordDay(setAt, { language, timeZone: 'UTC' }) }),
      `${say(`publication.licence.${licence}`)}. ${addressOfLicence(licence)}`,
      say('publication.book.address', { address }),
    ],
    preface,
    chapters: works.map(({ title: chapter, statements, manuscript }, at) => ({
      id: `work-${at + 1}`,
      title: chapter,
      contributors: statements.map(({ name, ...from }) => ({
        line: [name, atWork(from, language)].filter(Boolean).join(', '),
      })),
      blocks: withCitations(
        withPictures(manuscript.blocks, (name) => pictureName(at + 1, name)),
        keysOf[at] ?? new Map(),
      ),
    })),
    contributors: contributorsOf(works).map(({ roles, orcid, ...from }) => ({
      name: from.name,
      'at-work': atWork(from, language),
      roles: wordList(
        language,
        roles.map((role) => say(`publication.role.${role}`)),
      ),
      orcid: orcid && `https://orcid.org/${orcid}`,
    })),
    references: bibtex,
  };
}
export type BookSource = ReturnType<typeof bookSource>;

/** The pictures of all works, by the names that the source has for them. */
export const picturesOf = (works: readonly WorkToSet[]) =>
  works.flatMap(({ manuscript }, at) =>
    manuscript.pictures.map(({ name, bytes }) => ({ name: pictureName(at + 1, name), bytes })),
  );

const pictureName = (work: number, name: string): string => `work-${work}-${name}`;

const atWork = ({ institution, country }: Pick<Statement, 'institution' | 'country'>, language: string): string =>
  [institution, country && wordCountry(language, country)].filter(Boolean).join(', ');

/** Everybody once, with the roles of all their works, in the order in which they come. */
function contributorsOf(works: readonly WorkToSet[]): Statement[] {
  const people = new Map<string, Statement>();
  for (const statement of works.flatMap(({ statements }) => statements)) {
    const key = statement.orcid ?? `${statement.name} ${statement.institution}`;
    const known = people.get(key);
    const roles = new Set<ContributorRole>([...(known?.roles ?? []), ...statement.roles]);
    people.set(key, { ...statement, roles: [...roles] });
  }
  return [...people.values()];
}
