import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import type { Values } from '../../platform/database/read-together';
import type { EditionCard } from '../editions';
import { GroupDirectory } from '../project-work';
import { mayAnnounce } from './announcements.policy';

/**
 * Which announcements of an edition somebody may read, as SQL on the row `it`. Participants read what was sent to all, to
 * a group that they are in now, or to them; those who teach also what is still to be sent, but nothing of a group of which
 * they may not know who is in it.
 */
@Injectable()
export class ReadableAnnouncements {
  constructor(private readonly groups: GroupDirectory) {}

  async by(actor: Actor, edition: EditionCard): Promise<{ where: string; values: Values }> {
    const groups = await this.groups.knownTo(actor, edition);
    const values = { editionId: edition.id, accountId: actor.accountId, groupIds: groups.map(({ id }) => id) };
    const common = "it.editionId = :editionId AND (it.audience <> 'group' OR it.groupId IN (:...groupIds))";
    if (mayAnnounce(actor, { editionId: edition.id })) return { where: common, values };
    return { where: `${common} AND it.state = 'sent' AND (it.audience <> 'behind' OR ${isTheirs})`, values };
  }
}

const isTheirs = `EXISTS (SELECT 1 FROM announcement_recipient recipient
  WHERE recipient.announcementId = it.id AND recipient.accountId = :accountId)`;
