import {
  type Actor,
  agree,
  type AwardChange,
  changeAward,
  decideOnAward,
  endCredential,
  fullNameOf,
} from '@libretto/domain';
import type { ReplyOf, readAward } from '@libretto/contracts';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { notFound } from '../../../platform/refusals/refused';
import { PeopleDirectory } from '../../accounts';
import { Award } from '../award/award.entity';
import { AwardApproval } from '../award/award-approval.entity';
import { AwardDrafter } from '../award/award-drafter';
import { changing } from './award-changes';
import { AwardsRegister } from './awards-register';
import { corrected } from '../award/award-snapshot';
import { Credential } from '../award/credential.entity';
import { CredentialSuspension } from '../award/credential-suspension.entity';
import { nameOf } from '../documents/printing';

/** The registrar's view of one award. */
@Injectable()
export class AwardFile {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleDirectory,
    private readonly register: AwardsRegister,
    private readonly drafter: AwardDrafter,
  ) {}

  async of(actor: Actor, enrolmentId: string): Promise<ReplyOf<typeof readAward>> {
    const [listed, [award], credentials, suspensions, approvals] = await Promise.all([
      this.register.oneOf(enrolmentId),
      this.database.rows(rowsOf(Award, 'WHERE it.enrolmentId = :enrolmentId', { enrolmentId })),
      this.credentialsOf(enrolmentId),
      this.suspensionsOf(enrolmentId),
      this.approvalsOf(enrolmentId),
    ]);
    if (!listed) throw notFound();
    const { row, accountId } = listed;
    const now = changing(listed, actor);
    const can = (change: AwardChange) => agree(changeAward(change, now));
    const people = await this.people.byIds([
      ...credentials.flatMap(({ endedBy }) => endedBy ?? []),
      ...approvals.map(({ approvedBy: by }) => by),
      ...suspensions.flatMap(({ suspendedBy, liftedBy }) => [suspendedBy, ...(liftedBy ? [liftedBy] : [])]),
    ]);
    const nameOfPerson = (id: string | null) => people.get(id ?? '')?.name ?? '';
    const newest = credentials[0];
    const record = award ? corrected(award.snapshot, newest?.correction ?? null).record : null;
    const enrolment = { id: enrolmentId, editionId: row.editionId };
    const changed =
      record && newest?.state === 'valid' ? await this.drafter.changedGrades(enrolment, record) : undefined;
    // Whoever approves sees the name that would be signed, which need not be that of the account.
    const confirmed =
      row.state === 'unapproved' ? await this.drafter.learnerOf({ id: enrolmentId, accountId }) : undefined;
    return {
      // Once there is a record, the learner keeps the name in it, even if the account changes later.
      row: record
        ? { ...row, learner: nameOf(record) }
        : { ...row, ...(confirmed && { learner: fullNameOf(confirmed) }) },
      isOwn: now.isOwn,
      record: record && { ...record },
      changedGrades: (changed ?? []).flatMap(({ work, grade: is }, at) => {
        const was = record?.grades?.[at]?.grade ?? is;
        return was === is ? [] : [{ work, was, is }];
      }),
      credentials: credentials.map(
        ({ id, number, state, issuedAt, signedAgainAt, endedAt, endedBy, reason, documentId, suspensionList }) => ({
          id,
          number,
          state,
          signedAt: (signedAgainAt ?? issuedAt).toISOString(),
          endedAt: endedAt?.toISOString() ?? null,
          reason,
          endedBy: endedBy && nameOfPerson(endedBy),
          namesSuspensions: suspensionList !== null,
          hasDocument: documentId !== null,
        }),
      ),
      approvals: approvals.map(({ id, approvedBy: by, approvedAt, countsFor }) => ({
        ...{ id, by: nameOfPerson(by), at: approvedAt.toISOString(), counts: countsFor !== null },
      })),
      suspensions: suspensions.map(({ id, number, at, suspendedBy, reason, liftedAt, liftedBy, liftedReason }) => ({
        ...{ id, number: Number(number), at: at.toISOString(), by: nameOfPerson(suspendedBy), reason },
        lifted: liftedAt && {
          ...{ at: liftedAt.toISOString(), by: nameOfPerson(liftedBy), reason: liftedReason ?? '' },
        },
      })),
      can: {
        approve: can('approve'),
        retry: can('retry'),
        suspend: can('suspend'),
        reinstate: can('reinstate'),
        revoke: can('revoke'),
        supersede: newest !== undefined && agree(decideOnAward(now.isOwn), endCredential(newest.state, 'superseded')),
      },
    };
  }

  /** The printed file of one of its credentials. */
  async documentOf(enrolmentId: string, number: number): Promise<string> {
    const award = await this.database.read.findOneBy(Award, { enrolmentId });
    const credential = award && (await this.database.read.findOneBy(Credential, { awardId: award.id, number }));
    if (!credential?.documentId) throw notFound();
    return credential.documentId;
  }

  /** The newest first. */
  private async approvalsOf(enrolmentId: string) {
    const approvals = await this.database.rows(
      rowsOf(AwardApproval, 'WHERE it.enrolmentId = :enrolmentId', { enrolmentId }, { by: ['id'] }),
    );
    return approvals.reverse();
  }

  /** The newest first. */
  private async suspensionsOf(enrolmentId: string) {
    const suspensions = await this.database.rows(
      rowsOf(
        CredentialSuspension,
        `JOIN credential ON credential.id = it.credentialId JOIN award ON award.id = credential.awardId
         WHERE award.enrolmentId = :enrolmentId`,
        { enrolmentId },
        { beside: { number: 'credential.number' } },
      ),
    );
    return suspensions.sort((one, other) => other.id.localeCompare(one.id));
  }

  /** The newest first. */
  private async credentialsOf(enrolmentId: string) {
    const credentials = await this.database.rows(
      rowsOf(
        Credential,
        'JOIN award ON award.id = it.awardId WHERE award.enrolmentId = :enrolmentId',
        { enrolmentId },
        { columns: credentialColumns, by: ['number'] },
      ),
    );
    return credentials.reverse();
  }
}

const credentialColumns = [
  'id',
  'number',
  'state',
  'correction',
  'issuedAt',
  'signedAgainAt',
  'endedAt',
  'endedBy',
  'reason',
  'documentId',
  'suspensionList',
] as const;
