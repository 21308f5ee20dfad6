import type { InputOf, LedgerView, readLedger } from '@libretto/contracts';
import { type Actor, agree, changeIn, reversalOf } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { Database } from '../../platform/database/database';
import { notFound, orNotFound } from '../../platform/refusals/refused';
import { PeopleDirectory } from '../accounts';
import { EditionDirectory } from '../editions';
import { EnrolmentDirectory } from '../places';
import { HoursByModule } from './hours-by-module';
import { SelfStudyApproval } from './self-study-approval.entity';
import { WorkloadEntry } from './workload-entry.entity';
import { mayApproveMoreSelfStudy, mayReadEveryLedger } from './workload.policy';

@Injectable()
export class LedgerOfEnrolment {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
    private readonly people: PeopleDirectory,
    private readonly hours: HoursByModule,
  ) {}

  /** One person's ledger: planned and recorded minutes, and the entries behind the opened figure. */
  async read(actor: Actor, { params, query }: InputOf<typeof readLedger>): Promise<LedgerView> {
    const { editionId, enrolmentId } = params;
    const enrolment = (await this.enrolments.byIds([enrolmentId])).get(enrolmentId);
    const isOwn = enrolment?.accountId === actor.accountId;
    const readsAll = mayReadEveryLedger(actor, { editionId });
    if (!enrolment || enrolment.editionId !== editionId || !(isOwn || readsAll)) throw notFound();
    const { definition, state } = orNotFound(await this.editions.byId(editionId));
    const changes = agree(changeIn(state));
    const { read } = this.database;
    const entries = await read.find(WorkloadEntry, {
      where: {
        enrolmentId,
        ...(query.module === undefined ? {} : { moduleNumber: query.module }),
        ...(query.kind === undefined ? {} : { kind: query.kind }),
      },
      order: { day: 'DESC', id: 'DESC' },
    });
    const reversals = await read.find(WorkloadEntry, {
      select: { reverses: true },
      where: { enrolmentId, reverses: Not(IsNull()) },
    });
    const takenBack = new Set(reversals.map(({ reverses }) => reverses));
    const approvals = await read.find(SelfStudyApproval, { where: { enrolmentId }, order: { id: 'ASC' } });
    const hands = [...entries, ...approvals].map(({ byAccountId }) => byAccountId);
    const people = await this.people.byIds([enrolment.accountId, ...hands]);
    const nameOf = (accountId: string) => people.get(accountId)?.name ?? '';
    return {
      name: nameOf(enrolment.accountId),
      isOwn,
      minutesPerEcts: Math.round((definition.workload.hours * 60) / definition.workload.ects),
      ...(await this.hours.of(enrolmentId, definition)),
      entries: entries.map((entry) => ({
        ...entry,
        isReversed: takenBack.has(entry.id),
        by: nameOf(entry.byAccountId),
        at: entry.at.toISOString(),
        can: { reverse: changes && agree(reversalOf({ ...entry, isReversed: takenBack.has(entry.id) })) },
      })),
      approvals: approvals.map(({ moduleNumber, minutes, reason, byAccountId, at }) => ({
        moduleNumber,
        minutes,
        reason,
        by: nameOf(byAccountId),
        at: at.toISOString(),
      })),
      can: { declare: changes && isOwn, approveMore: changes && mayApproveMoreSelfStudy(actor, { editionId }) },
    };
  }
}
