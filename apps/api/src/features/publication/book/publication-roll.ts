import { type ConsentState, canBeSet, leftOut, type LeftOutReason } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import type { Tx } from '../../../platform/database/transaction';
import { orNotFound } from '../../../platform/refusals/refused';
import { type AcceptedWork, AcceptedWorks } from '../../project-work';
import { Publication, PublicationBook, PublicationConsent, PublicationWork } from './publication.entity';

/** A member of a gathered work, and what they say to its publication. */
interface MemberAsked {
  readonly accountId: string;
  readonly name: string;
  readonly consent: ConsentState;
  readonly row: PublicationConsent | null;
}

/** A gathered work as it is now. */
export interface Gathered {
  readonly row: PublicationWork;
  /** `null`: it is no longer accepted. */
  readonly work: AcceptedWork | null;
  readonly members: readonly MemberAsked[];
  readonly leftOut: LeftOutReason | null;
}

/** All of an edition's publication, in one statement with those of the accepted works and their members. */
export interface WholePublication {
  readonly publication: Publication | null;
  readonly gathered: readonly Gathered[];
  readonly accepted: readonly AcceptedWork[];
  readonly books: readonly PublicationBook[];
}

/** Reads and locks publications with what belongs to them. */
@Injectable()
export class PublicationRoll {
  constructor(
    private readonly database: Database,
    private readonly accepted: AcceptedWorks,
  ) {}

  async of(editionId: string): Promise<WholePublication> {
    const values = { editionId };
    const [[publication], works, consents, books, accepted] = await Promise.all([
      this.database.rows(rowsOf(Publication, 'WHERE it.editionId = :editionId', values)),
      this.database.rows(
        rowsOf(PublicationWork, `JOIN publication on publication.id = it.publicationId ${ofEdition}`, values, {
          by: ['position'],
        }),
      ),
      this.database.rows(
        rowsOf(
          PublicationConsent,
          `JOIN publication_work work ON work.id = it.gatheredId
           JOIN publication ON publication.id = work.publicationId ${ofEdition}`,
          values,
        ),
      ),
      this.database.rows(
        rowsOf(PublicationBook, `JOIN publication ON publication.id = it.publicationId ${ofEdition}`, values, {
          by: ['form'],
        }),
      ),
      this.accepted.of(editionId),
    ]);
    const consentOf = new Map(consents.map((row) => [`${row.gatheredId} ${row.accountId}`, row]));
    const workOf = new Map(accepted.map((work) => [work.id, work]));
    return {
      publication: publication ?? null,
      accepted,
      books,
      gathered: works.map((row) => gatheredOf(row, workOf.get(row.workId) ?? null, consentOf)),
    };
  }

  /** The same inside a transaction, with the publication's row locked: one change of it after the other. */
  async lock(tx: Tx, editionId: string): Promise<WholePublication & { readonly publication: Publication }> {
    const [locked] = await tx.lockAll(Publication, { editionId });
    const publication = orNotFound(locked);
    return { ...(await this.of(editionId)), publication };
  }
}

const ofEdition = 'WHERE publication.editionId = :editionId';

function gatheredOf(
  row: PublicationWork,
  work: AcceptedWork | null,
  consentOf: ReadonlyMap<string, PublicationConsent>,
): Gathered {
  const members = (work?.members ?? []).map(({ accountId, name }) => {
    const consent = consentOf.get(`${row.id} ${accountId}`) ?? null;
    return { accountId, name, consent: consent?.state ?? 'asked', row: consent };
  });
  const asRuled = {
    isAccepted: work !== null,
    isSettable: work !== null && (work.text !== '' || work.files.some(({ type }) => canBeSet(type))),
    consents: members.map(({ consent }) => consent),
  };
  return { row, work, members, leftOut: leftOut(asRuled) };
}
