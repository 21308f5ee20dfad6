import type { InputOf, sendMessage } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Transaction } from '../../../platform/database/transaction';
import { orNotFound } from '../../../platform/refusals/refused';
import { WritePost } from '../posts/write-post';
import { MessagePartners } from './message-partners';
import { newThread } from '../thread/new-thread';
import { Thread } from '../thread/thread.entity';

/** Writes to one tutor or participant, in the one thread that the two have. */
@Injectable()
export class SendMessage {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly partners: MessagePartners,
    private readonly writing: WritePost,
  ) {}

  async run(
    actor: Actor,
    { params: { editionId }, body: { accountId, text } }: InputOf<typeof sendMessage>,
  ): Promise<{ id: string }> {
    return this.transaction.run(async (tx) => {
      const own = await this.partners.of(actor, editionId);
      orNotFound(own.accountIds.find((id) => id === accountId));
      const [participantId, tutorId] = own.isTutor ? [accountId, actor.accountId] : [actor.accountId, accountId];
      const directKey = `${editionId} ${participantId} ${tutorId}`;
      const between = { participantId, tutorId, directKey, authorId: actor.accountId, startedAt: this.clock.now() };
      // Two who write first at once have one thread.
      await tx.insertMissing(Thread, [newThread({ editionId, place: 'direct', ...between })]);
      const [thread] = await tx.lockAll(Thread, { directKey });
      await this.writing.within(tx, orNotFound(thread), { authorId: actor.accountId, text, mentioned: [] });
      return { id: orNotFound(thread).id };
    });
  }
}
