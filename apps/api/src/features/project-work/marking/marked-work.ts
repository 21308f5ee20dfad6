import { type Actor, leaseMinutes, markBy, scaleOf, type WorkMark } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { rowsOf, type Values } from '../../../platform/database/read-together';
import type { Tx } from '../../../platform/database/transaction';
import { orNotFound, orRefuse } from '../../../platform/refusals/refused';
import { type Brief, briefOf } from '../work/briefs';
import { GroupRoll } from '../work/group-roll';
import { Participation } from '../work/participation';
import { Marking, Submission, Work } from '../work/work.entity';
import { MarkingDraft } from './marking-draft.entity';
import { MarkingProfessor } from './marking-professor.entity';
import { Proposal } from './proposal.entity';
import { SecondLook } from './second-look.entity';

/** A work as whoever judges it stands before it. */
export interface Stand {
  readonly work: Work;
  readonly brief: Brief;
  /** The version that counts. */
  readonly newest: Submission | undefined;
  /** The markings in the order in which they were made. */
  readonly markings: readonly Marking[];
  readonly hasMarked: boolean;
  readonly isMember: boolean;
  readonly ownDraft: MarkingDraft | null;
  /** The others who have begun to write of it a moment ago. */
  readonly others: readonly MarkingDraft[];
  readonly proposal: Proposal | null;
  readonly looks: readonly SecondLook[];
  readonly professor: MarkingProfessor | null;
}

/** What every command about the marking of one work reads, with the work locked: they go one after the other. */
@Injectable()
export class MarkedWork {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly participation: Participation,
    private readonly roll: GroupRoll,
  ) {}

  async lock(tx: Tx, actor: Actor, { editionId, workId }: { editionId: string; workId: string }): Promise<Stand> {
    return orNotFound((await this.lockAll(tx, actor, editionId, [workId])).get(workId));
  }

  /** Those of the edition, by work. A fixed number of statements, whatever their number. */
  async lockAll(
    tx: Tx,
    actor: Actor,
    editionId: string,
    workIds: readonly string[],
  ): Promise<ReadonlyMap<string, Stand>> {
    const locked = await tx.lockAll(Work, { id: In([...workIds]), editionId });
    const { accountId } = actor;
    const ofWorks = (from = ''): [string, Values] => [`${from} WHERE it.workId IN (:...workIds)`, { workIds }];
    const newestOnes = ofWorks('JOIN work ON work.id = it.workId AND work.versions = it.version');
    const [edition, newest, markings, drafts, proposals, looks, [professor], own] = await Promise.all([
      this.participation.edition(editionId),
      this.database.rows(rowsOf(Submission, ...newestOnes)),
      this.database.rows(rowsOf(Marking, ...ofWorks(), { by: ['id'] })),
      this.database.rows(rowsOf(MarkingDraft, ...ofWorks())),
      this.database.rows(openProposals(workIds)),
      this.database.rows(rowsOf(SecondLook, ...ofWorks())),
      this.database.rows(professorRows(editionId, accountId)),
      this.roll.groupsByBrief(editionId, accountId),
    ]);
    return new Map(
      locked.map((work) => {
        const of = <Row extends { workId: string }>(rows: readonly Row[]) =>
          rows.filter(({ workId }) => workId === work.id);
        return [
          work.id,
          {
            work,
            brief: briefOf(edition, work),
            newest: of(newest)[0],
            markings: of(markings),
            hasMarked: of(markings).some(({ markerId }) => markerId === accountId),
            isMember: own.get(work.briefId) === work.groupId,
            ownDraft: of(drafts).find(({ markerId }) => markerId === accountId) ?? null,
            others: of(drafts).filter(
              ({ markerId, keptAt }) => markerId !== accountId && isAtIt(keptAt, this.clock.now()),
            ),
            proposal: of(proposals)[0] ?? null,
            looks: of(looks),
            professor: professor ?? null,
          },
        ];
      }),
    );
  }
}

/** Whether somebody who wrote then is still taken to be at it. */
export const isAtIt = (keptAt: Date, now: Date): boolean => leaseEnd(keptAt) > now;
export const leaseEnd = (keptAt: Date): Date => new Date(keptAt.getTime() + leaseMinutes * 60_000);

export const openProposals = (workIds: readonly string[]) =>
  rowsOf(Proposal, "WHERE it.workId IN (:...workIds) AND it.state = 'open'", { workIds });

export const professorRows = (editionId: string, accountId: string) =>
  rowsOf(MarkingProfessor, 'WHERE it.editionId = :editionId AND it.accountId = :accountId', { editionId, accountId });

/** The mark of somebody in the form in which rows have it; refuses a grade that is not theirs to give. */
export function ownMark({ brief, professor }: Pick<Stand, 'brief' | 'professor'>, said: WorkMark) {
  const { outcome, grade } = orRefuse(markBy({ isProfessor: professor !== null, scale: scaleOf(brief) }, said));
  return { outcome, grade: grade ?? null, professorId: grade === undefined ? null : (professor?.id ?? null) };
}

/** A row's mark in the form in which rules have it. */
export const asMark = ({ outcome, grade }: Pick<Marking, 'outcome' | 'grade'>): WorkMark =>
  grade === null ? { outcome } : { outcome, grade };

/** Puts an agreed mark, and the state that it leads to, into a work. */
export function settle(work: Work, state: Work['state'], mark: WorkMark | null, waits: boolean): Work {
  if (mark) [work.outcome, work.grade] = [mark.outcome, mark.grade ?? null];
  [work.state, work.waits] = [state, waits];
  return work;
}
