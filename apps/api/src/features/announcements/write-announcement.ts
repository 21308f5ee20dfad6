import type { InputOf, writeAnnouncement } from '@libretto/contracts';
import { type Actor, instantOf, plain, refuse, sendingAt } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/new-id';
import { Transaction } from '../../platform/database/transaction';
import { orNotFound, orRefuse, Refused } from '../../platform/refusals/refused';
import { type EditionCard, EditionDirectory } from '../editions';
import { GroupDirectory } from '../project-work';
import { Announcement } from './announcement.entity';
import { sendAnnouncement } from './jobs/send-announcement.job';
import { WhomItReaches } from './whom-it-reaches';

type Written = InputOf<typeof writeAnnouncement>['body'];

/** Writes an announcement. A job sends it when its time has come, which may be now. */
@Injectable()
export class WriteAnnouncement {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly groups: GroupDirectory,
    private readonly reaching: WhomItReaches,
  ) {}

  /**
   * Refusals: announcements.nobody-to-tell, announcements.time-is-past, schedule.no-such-local-time,
   * schedule.no-such-zone.
   */
  async run(actor: Actor, { params, body }: InputOf<typeof writeAnnouncement>): Promise<{ id: string }> {
    const { title, text, to } = body;
    const id = newId();
    await this.transaction.run(async (tx) => {
      const edition = orNotFound(await this.editions.byId(params.editionId));
      const groupId = to.audience === 'group' ? to.groupId : null;
      if (groupId) orNotFound((await this.groups.knownTo(actor, edition)).find((group) => group.id === groupId));
      const writtenAt = this.clock.now();
      const sendAt = orRefuse(sendingAt(chosenIn(edition, body), writtenAt));
      if (!body.sendAt && !(await this.reaching.now(edition, to.audience, groupId)).length)
        throw new Refused(refuse('announcements.nobody-to-tell'));
      await tx.insert(Announcement, {
        ...{ id, editionId: edition.id, audience: to.audience, groupId, authorId: actor.accountId },
        ...{ title, text, foundBy: plain(`${title} ${text}`) },
        ...{ state: 'scheduled', sendAt, writtenAt, recipients: 0 },
      });
      await tx.enqueue(sendAnnouncement, { announcementId: id }, { dueAt: sendAt });
    });
    return { id };
  }
}

const chosenIn = ({ timeZone }: EditionCard, { sendAt }: Written): Date | null =>
  sendAt && orRefuse(instantOf(`${sendAt.day}T${sendAt.time}`, timeZone));
