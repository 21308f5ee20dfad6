import { type EntityTarget, type FindOptionsWhere, In, type ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import type { Tx } from '../../../platform/database/transaction';
import { Appeal } from '../appeal/appeal.entity';
import { DossierVersion } from '../dossier/dossier-version.entity';
import { Evidence } from '../dossier/evidence.entity';
import { Declaration } from '../dossier/declaration.entity';
import { Finding } from '../dossier/finding.entity';
import { ViewedVersion } from '../commission/viewed-version.entity';
import { Vote } from '../dossier/vote.entity';
import { Conflict } from '../dossier/conflict.entity';
import { Comment } from '../discussion/comment.entity';
import { Extract } from '../extracts/extract.entity';
import { Letter } from '../letters/letter.entity';
import { MinutesDocument, MinutesItem } from '../meeting/minutes.entity';
import { DossierReturn } from '../return/dossier-return.entity';
import { ReturnQuestion } from '../return/return-question.entity';
import { Ruling } from '../dossier/ruling.entity';

/** Erases one table's rows or words of a dossier, and answers the files that went with it. */
export type Erasure = (tx: Tx, applicationId: string, at: Date) => Promise<string[]>;

type OfApplication = ObjectLiteral & { applicationId: string };

/** The rows go. */
const rows =
  <E extends OfApplication>(entity: EntityTarget<E>): Erasure =>
  async (tx, applicationId) => {
    await tx.manager.delete(entity, { applicationId } as FindOptionsWhere<E>);
    return [];
  };

/** The rows stay, with their dates; their words go. */
const words =
  <E extends OfApplication>(entity: EntityTarget<E>, nothing: QueryDeepPartialEntity<E>): Erasure =>
  async (tx, applicationId) => {
    await tx.manager.update(entity, { applicationId } as FindOptionsWhere<E>, nothing);
    return [];
  };

/**
 * For each table that refers to an application, in this order: how its part of a dossier is erased. A table that is in
 * neither list fails a spec.
 */
export const erasures: Readonly<Record<string, Erasure>> = {
  evidence: async (tx, applicationId) => {
    const evidence = await tx.manager.findBy(Evidence, { applicationId });
    await tx.manager.delete(Evidence, { applicationId });
    return evidence.map(({ fileId }) => fileId);
  },
  dossier_version: rows(DossierVersion),
  return_question: async (tx, applicationId) => {
    const returns = await tx.manager.findBy(DossierReturn, { applicationId });
    if (returns.length) await tx.manager.delete(ReturnQuestion, { returnId: In(returns.map(({ id }) => id)) });
    return [];
  },
  dossier_return: rows(DossierReturn),
  viewed_version: rows(ViewedVersion),
  comment: rows(Comment),
  declaration: words(Declaration, { reason: null }),
  conflict: words(Conflict, { reason: null, endedBecause: null }),
  appeal: words(Appeal, { statement: '' }),
  finding: words(Finding, { note: '' }),
  vote: words(Vote, { reason: '' }),
  /** A bound dossier is in a file of its own, and may be in a zip beside others. */
  extract: async (tx, applicationId) => {
    const bound = await tx.manager.findBy(Extract, { applicationId });
    const wholes = bound.flatMap(({ partOfId }) => partOfId ?? []);
    const ids = [...bound.map(({ id }) => id), ...wholes];
    await tx.manager.delete(Extract, { applicationId });
    if (wholes.length) await tx.manager.update(Extract, { id: In(wholes) }, { state: 'failed' });
    return ids;
  },
  minutes_document: async (tx, applicationId) => {
    const items = await tx.manager.findBy(MinutesItem, { applicationId });
    const meetings = In(items.map(({ meetingId }) => meetingId));
    const documents = items.length ? await tx.manager.findBy(MinutesDocument, { meetingId: meetings }) : [];
    const naming = documents.filter(({ itemIds }) => items.some(({ id }) => itemIds.includes(id)));
    const ids = naming.map(({ id }) => id);
    if (ids.length) await tx.manager.delete(MinutesDocument, { id: In(ids) });
    return ids;
  },
  minutes_item: async (tx, applicationId, erasedAt) => {
    for (const item of await tx.manager.findBy(MinutesItem, { applicationId }))
      await tx.save(
        Object.assign(item, { erasedAt, record: { ...item.record, applicant: '', institution: '', reason: '' } }),
      );
    return [];
  },
  letter: async (tx, applicationId, erasedAt) => {
    await tx.manager.update(Letter, { applicationId }, { erasedAt, subject: '', paragraphs: [], action: null });
    return [];
  },
  ruling: async (tx, applicationId, erasedAt) => {
    for (const ruling of await tx.manager.findBy(Ruling, { applicationId })) {
      const votes = ruling.record.votes.map((vote) => ({ ...vote, reason: '' }));
      await tx.save(Object.assign(ruling, { erasedAt, reason: '', record: { ...ruling.record, votes } }));
    }
    return [];
  },
};

/** Tables that stay, because they hold nobody's words: assignments, desks, and the course of the place. */
export const kept: readonly string[] = ['assignment', 'desk_entry', 'offer', 'waiting_list_entry'];
