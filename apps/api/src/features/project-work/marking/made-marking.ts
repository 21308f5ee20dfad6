import type { InputOf, markWork } from '@libretto/contracts';
import {
  type Actor,
  afterMarking,
  fillRubric,
  mayMark,
  pointsOf,
  sayWhatMustChange,
  waitsForMarkers,
} from '@libretto/domain';
import { newId } from '../../../platform/database/new-id';
import { orNotFound, orRefuse } from '../../../platform/refusals/refused';
import { MarkingWanted } from '../project-work.events';
import type { Marking, Work } from '../work/work.entity';
import { asMark, ownMark, settle, type Stand } from './marked-work';

/** One marker's marking, the work as it stands after it, and what follows for its markers. Nothing of it is stored yet. */
export interface MadeMarking {
  readonly marking: Marking;
  readonly work: Work;
  readonly wanted: MarkingWanted | null;
}

/** Refuses as the domain does; a work is marked so whether it comes alone or in a table. */
export function madeMarking(
  stand: Stand,
  { accountId }: Actor,
  said: InputOf<typeof markWork>['body'],
  at: Date,
): MadeMarking {
  const { work, brief, newest, markings, others } = stand;
  const rubric = orRefuse(fillRubric(brief.rubric, said.rubric));
  orRefuse(mayMark(work, said.version, stand, { needed: brief.markers, others: others.length }));
  const mark = ownMark(stand, said);
  const mustChange = orRefuse(sayWhatMustChange(said, said.mustChange ?? ''));
  const points = pointsOf(brief.rubric, rubric);
  const marks = [...markings.map(asMark), asMark(mark)];
  const after = orRefuse(afterMarking(work.state, marks, brief.markers));
  const both = [...markings.map(({ markerId }) => markerId), accountId];
  return {
    marking: {
      id: newId(),
      workId: work.id,
      submissionId: orNotFound(newest).id,
      markerId: accountId,
      ...mark,
      rubric: [...rubric],
      points: points?.points ?? null,
      mostPoints: points?.most ?? null,
      comment: said.comment,
      mustChange,
      stays: mustChange ? said.stays || null : null,
      at,
    },
    work: settle(
      Object.assign(work, { markings: work.markings + 1 }),
      after.state,
      after.mark,
      waitsForMarkers(after.state),
    ),
    wanted: after.state === 'differing' ? new MarkingWanted(work.editionId, work.id, both, 'differing') : null,
  };
}
