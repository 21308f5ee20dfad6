import type { SimilaritiesView } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { type Passage, passagesShared, shareOf, type Word, wordsAt, wordsIn } from '@libretto/domain/similarity';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { cellsOf, rowsOf } from '../../../platform/database/read-together';
import { notFound } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { isHiddenFrom } from '../anonymity/masks';
import { mayReadWorks } from '../project-work.policy';
import { briefOf } from '../work/briefs';
import { GroupRoll } from '../work/group-roll';
import { Participation } from '../work/participation';
import { Work } from '../work/work.entity';
import { shinglesOfBrief } from './brief-words';
import { WorkReading, WorkText } from './work-text.entity';

/** The works with most in common are compared word by word, and those with passages are shown. */
const mostCompared = 12;
const mostWorks = 10;
const mostPassages = 20;
const mostLetters = 1200;

const off: SimilaritiesView = { state: 'off', words: 0, share: 0, works: [] };

/** Where a work says the same as others of its programme, and whose they are as far as its reader may know. */
@Injectable()
export class SimilarPlaces {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly participation: Participation,
    private readonly roll: GroupRoll,
  ) {}

  async of(actor: Actor, { editionId, workId }: { editionId: string; workId: string }): Promise<SimilaritiesView> {
    const [edition, [work], [reading], isMember] = await Promise.all([
      this.participation.edition(editionId),
      this.database.rows(rowsOf(Work, 'WHERE it.id = :workId AND it.editionId = :editionId', { workId, editionId })),
      this.database.rows(rowsOf(WorkReading, 'WHERE it.workId = :workId', { workId })),
      this.roll.isMemberWhere('work.id = :workId', { workId }, actor.accountId),
    ]);
    // Those who wrote a work are not told what it is like, whatever else they are here.
    if (!work || isMember) throw notFound();
    const brief = briefOf(edition, work);
    if (!brief.similarity) return off;
    if (!reading || reading.version < work.versions) return { ...off, state: 'waiting' };
    if (!reading.words) return { ...off, state: 'no-words' };
    const isHidden = isHiddenFrom(actor, edition, work);
    const near = await this.database.rows(worksNear(work, reading.programmeId, isHidden));
    const ids = near.map((one) => String(one.workId));
    const [common, texts, works] = await Promise.all([
      this.database.rows(commonShingles(workId, ids)),
      this.database.rows(textsOf([workId, ...ids])),
      this.database.rows(worksWithGroups(ids)),
    ]);
    const textOf = (id: string) =>
      texts
        .filter((part) => part.workId === id)
        .map(({ words }) => words)
        .join('');
    const own = readable(textOf(workId));
    const leftOut = shinglesOfBrief(brief);
    const found = works
      .map((one) => {
        const other = readable(textOf(one.id));
        const places = common
          .filter((at) => at.workId === one.id)
          .map((at) => ({ own: Number(at.own), other: Number(at.other) }));
        return { one, other, passages: passagesShared(own.words, other.words, places, leftOut) };
      })
      .filter(({ passages }) => passages.length > 0)
      .map((like) => ({ ...like, share: shareOf(ownPlaces(like.passages), own.words.length) }))
      .sort((one, next) => next.share - one.share)
      .slice(0, mostWorks);
    const { editions, nameOf } = await this.namesOf(
      actor,
      found.map(({ one }) => one),
      isHidden,
    );
    return {
      state: 'read',
      words: reading.words,
      share: shareOf(
        found.flatMap(({ passages }) => ownPlaces(passages)),
        own.words.length,
      ),
      works: found.map(({ one, other, passages, share }) => ({
        edition: editions.get(one.editionId)?.name ?? '',
        isThisEdition: one.editionId === editionId,
        ...nameOf(one),
        share,
        passages: passages.slice(0, mostPassages).map((passage) => ({
          own: said(own, passage.own),
          other: said(other, passage.other),
        })),
        more: Math.max(0, passages.length - mostPassages),
      })),
    };
  }

  /** Beside a work whose group somebody may not know, no other is named: it might be of the same people. */
  private async namesOf(actor: Actor, works: readonly WorkWithGroup[], isHidden: boolean) {
    const editions = await this.editions.byIds(works.map(({ editionId }) => editionId));
    const isNamed = (one: WorkWithGroup) => {
      const edition = editions.get(one.editionId);
      return !isHidden && edition && mayReadWorks(actor, one) && !isHiddenFrom(actor, edition, one);
    };
    const groupIds = works.filter((one) => isNamed(one) && one.groupName === null).map(({ groupId }) => groupId);
    const members = groupIds.length ? await this.roll.membersOf('it.groupId IN (:...groupIds)', { groupIds }) : null;
    const people = (groupId: string) => (members?.get(groupId) ?? []).map(({ name }) => name).join(', ');
    const nameOf = (one: WorkWithGroup) =>
      isNamed(one)
        ? { group: String(one.groupName ?? people(one.groupId)), workId: one.id, editionId: one.editionId }
        : { group: null, workId: null, editionId: null };
    return { editions, nameOf };
  }
}

interface Readable {
  readonly text: string;
  readonly words: readonly Word[];
}
const readable = (text: string): Readable => ({ text, words: wordsIn(text) });
const ownPlaces = (passages: readonly Passage[]) => passages.map(({ own }) => own);

/** Only what is in both works is told of the other one: nothing that stands around it. */
const said = ({ text, words }: Readable, at: Passage['own']): string => {
  const passage = wordsAt(text, words, at).replace(/\s+/g, ' ');
  return passage.length > mostLetters ? `${passage.slice(0, mostLetters).toWellFormed()} …` : passage;
};

/**
 * The works of the programme that have most shingles in common with one, along the index of shingles: what it costs depends
 * on the length of the work, not on their number. Left out are the attempts before and after it, of its group or, where the
 * reader may not know that, of all groups: a work that is missing would say whose this is.
 */
const worksNear = ({ id, editionId, briefId, attempt, groupId }: Work, programmeId: string, isHidden: boolean) =>
  cellsOf(
    { workId: 'there.workId', shared: 'COUNT(*)' },
    `FROM work_shingle own
     JOIN work_shingle there ON there.shingle = own.shingle AND there.workId <> own.workId
     JOIN work_reading reading ON reading.workId = there.workId AND reading.programmeId = :programmeId
     JOIN work ON work.id = there.workId
     WHERE own.workId = :id AND ${
       isHidden
         ? 'NOT (work.editionId = :editionId AND work.briefId = :briefId AND work.attempt <> :attempt)'
         : 'work.groupId <> :groupId'
     }
     GROUP BY there.workId ORDER BY COUNT(*) DESC, there.workId LIMIT ${mostCompared}`,
    { id, editionId, briefId, attempt, groupId, programmeId },
  );

const commonShingles = (workId: string, ids: readonly string[]) =>
  cellsOf(
    { workId: 'there.workId', own: 'own.place', other: 'there.place' },
    `FROM work_shingle own JOIN work_shingle there ON there.shingle = own.shingle AND there.workId IN (:...ids)
     WHERE own.workId = :workId`,
    { workId, ids },
  );

const textsOf = (ids: readonly string[]) =>
  rowsOf(WorkText, 'WHERE it.workId IN (:...ids)', { ids }, { by: ['workId', 'part'] });

const worksWithGroups = (ids: readonly string[]) =>
  rowsOf(
    Work,
    'JOIN project_group grp ON grp.id = it.groupId WHERE it.id IN (:...ids)',
    { ids },
    { beside: { groupName: 'grp.name' } },
  );
type WorkWithGroup = Work & { readonly groupName: string | number | null };
