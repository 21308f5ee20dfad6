import type { OwnConsent as View } from '@libretto/contracts';
import { type Actor, agree, answer } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { PeopleDirectory, type PersonCard } from '../../accounts';
import type { Publication } from '../book/publication.entity';
import { type Gathered, PublicationRoll } from '../book/publication-roll';

/** What somebody is asked to consent to, in one edition. */
@Injectable()
export class OwnConsent {
  constructor(
    private readonly roll: PublicationRoll,
    private readonly people: PeopleDirectory,
  ) {}

  /** Nobody is told of a publication before it asks them. */
  async of({ accountId }: Actor, editionId: string): Promise<{ items: View[] }> {
    const [{ publication, gathered }, people] = await Promise.all([
      this.roll.of(editionId),
      this.people.byIds([accountId]),
    ]);
    const person = people.get(accountId);
    if (!publication || !person) return { items: [] };
    const own = gathered.flatMap((entry) => {
      const member = entry.members.find((one) => one.accountId === accountId);
      const isTold = publication.state !== 'gathering' || member?.row;
      return member && isTold ? [viewOf(publication, entry, member, person)] : [];
    });
    return { items: own };
  }
}

function viewOf(
  publication: Publication,
  { row, leftOut }: Gathered,
  { consent, row: given }: Gathered['members'][number],
  person: PersonCard,
): View {
  const { statement } = given ?? { statement: null };
  const may = (to: 'given' | 'declined' | 'withdrawn') => agree(answer(consent, publication.state, to));
  const isIn = publication.state === 'in-print' && row.submissionId !== null && leftOut === null;
  return {
    workId: row.workId,
    publication: publication.title,
    title: row.title,
    licence: publication.licence,
    consent,
    at: given?.at?.toISOString() ?? null,
    contribution: statement
      ? {
          name: statement.name,
          institution: statement.institution,
          country: statement.country,
          orcid: statement.orcid,
          roles: [...statement.roles],
        }
      : {
          name: person.name,
          institution: person.institution?.name ?? null,
          country: person.institution?.country ?? null,
          orcid: null,
          roles: [],
        },
    publicationId: isIn ? publication.id : null,
    can: { consent: may('given'), decline: may('declined'), withdraw: may('withdrawn') },
  };
}
