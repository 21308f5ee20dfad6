import { minutesForms } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { MadeFiles } from '../../../platform/files/made-files';
import { allow } from '../../../platform/refusals/refused';
import { Languages } from '../../../platform/language/languages';
import { MinutesAskedFor } from '../dossier/admissions.events';
import { mayReadMeetings } from '../dossier/admissions.policy';
import { Meeting } from './meeting.entity';
import { MinutesDocument } from './minutes.entity';
import { MinutesReading } from './minutes-reading';

/**
 * Asks for the reader's own minutes as files, except those that somebody with the same items has asked for already; for
 * those that failed it asks again.
 */
@Injectable()
export class PrintMinutes {
  constructor(
    private readonly transaction: Transaction,
    private readonly reading: MinutesReading,
    private readonly languages: Languages,
    private readonly made: MadeFiles,
  ) {}

  async run(actor: Actor, of: { editionId: string; meetingId: string }): Promise<void> {
    allow(mayReadMeetings(actor, of));
    const { items, extract } = await this.reading.forReader(actor, of);
    const { meetingId } = of;
    await this.transaction.run(async (tx) => {
      // Two people who ask at the same time ask for one set.
      await tx.lock(Meeting, meetingId);
      const asked = await tx.manager.findBy(MinutesDocument, { meetingId, extract });
      const missing = this.languages.all().flatMap(({ code: language }) =>
        minutesForms
          .filter((form) => !asked.some((one) => one.language === language && one.form === form))
          .map((form) => ({
            ...this.made.asked(),
            meetingId,
            extract,
            language,
            form,
            itemIds: items.map(({ id }) => id),
          })),
      );
      const failed = asked.filter(({ state }) => state === 'failed');
      const toMake = [...missing, ...failed].map(({ id }) => id);
      if (!toMake.length) return;
      await tx.insert(MinutesDocument, missing);
      await this.made.askAgain(tx, failed);
      await tx.publish(new MinutesAskedFor(toMake));
    });
  }
}
