import type { InputOf, LedgerView, readLedger } from '@libretto/contracts';
import { type Actor, agree, changeIn, minutesPerEcts, reversalOf } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { rowsOf } from '../../platform/database/read-together';
import { notFound, orNotFound } from '../../platform/refusals/refused';
import { PeopleDirectory } from '../accounts';
import { EditionDirectory } from '../editions';
import { EnrolmentDirectory } from '../places';
import { HoursByModule } from './hours-by-module';
import { WorkloadEntry } from './workload-entry.entity';
import { mayApproveMoreSelfStudy, mayReadEveryLedger } from './workload.policy';

/** The entries of a ledger, the oldest first. */
const entryRows = (enrolmentId: string) =>
  rowsOf(WorkloadEntry, 'WHERE it.enrolmentId = :enrolmentId', { enrolmentId }, { by: ['day', 'id'] });

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
    const [enrolments, edition, all, approvals] = await Promise.all([
      this.enrolments.byIds([enrolmentId]),
      this.editions.byId(editionId).then(orNotFound),
      this.database.rows(entryRows(enrolmentId)),
      this.hours.approvals(enrolmentId),
    ]);
    const enrolment = enrolments.get(enrolmentId);
    const isOwn = enrolment?.accountId === actor.accountId;
    const readsAll = mayReadEveryLedger(actor, { editionId });
    if (!enrolment || enrolment.editionId !== editionId || !(isOwn || readsAll)) throw notFound();
    const { definition, state } = edition;
    const changes = agree(changeIn(state));
    const entries = all
      .filter(({ moduleNumber }) => query.module === undefined || moduleNumber === query.module)
      .filter(({ kind }) => query.kind === undefined || kind === query.kind)
      .reverse();
    const takenBack = new Set(all.map(({ reverses }) => reverses));
    const hands = [...entries, ...approvals].map(({ byAccountId }) => byAccountId);
    const [people, hours] = await Promise.all([
      this.people.byIds([enrolment.accountId, ...hands]),
      this.hours.of(enrolmentId, definition),
    ]);
    const nameOf = (accountId: string) => people.get(accountId)?.name ?? '';
    return {
      name: nameOf(enrolment.accountId),
      isOwn,
      minutesPerEcts: minutesPerEcts(definition.workload),
      ...hours,
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
