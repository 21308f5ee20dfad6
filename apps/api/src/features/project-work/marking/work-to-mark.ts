import type { WorkToMarkView } from '@libretto/contracts';
import { type Actor, rubricOf } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { PeopleDirectory } from '../../accounts';
import { isHiddenFrom, masked } from '../anonymity/masks';
import {
  agreementOn,
  canBeside,
  contributionsTo,
  namedBeside,
  ownMarking,
  standBefore,
  whatWasSaid,
  whoIsAtIt,
} from './before-a-work';
import { WorkAtHand } from './work-at-hand';

/** One work beside its rubric, as one marker may see it. */
@Injectable()
export class WorkToMark {
  constructor(
    private readonly clock: Clock,
    private readonly people: PeopleDirectory,
    private readonly atHand: WorkAtHand,
  ) {}

  async of(actor: Actor, editionId: string, workId: string): Promise<WorkToMarkView> {
    const read = await this.atHand.read(actor, editionId, workId);
    const { edition, work, brief, members, versions, around } = read;
    const before = standBefore(actor, read, this.clock.now());
    const people = await this.people.byIds(namedBeside(read, before));
    const { mayMark: mark, ...own } = ownMarking(read, before);
    const view: WorkToMarkView = {
      workId,
      group: work.groupName === null ? null : String(work.groupName),
      members,
      attempt: work.attempt,
      state: work.state,
      versions,
      title: brief.title,
      brief: brief.brief,
      rubric: rubricOf(brief.rubric),
      markersNeeded: brief.markers,
      ...whatWasSaid(read, before, people),
      ...own,
      atIt: whoIsAtIt(before, people),
      agreement: agreementOn(read, before, people),
      contributions: contributionsTo(read),
      next: around?.next ?? null,
      previous: around?.previous ?? null,
      can: { mark, ...canBeside(read, before) },
    };
    return isHiddenFrom(actor, edition, work) ? masked(view, brief) : view;
  }
}
