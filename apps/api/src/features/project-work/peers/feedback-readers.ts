import { type Actor, whyUnseen, type WhyUnseen } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import type { EditionCard } from '../../editions';
import { isHiddenFrom } from '../anonymity/masks';
import { GroupRoll } from '../work/group-roll';
import { releasedRows } from './feedback-rows';
import { type PeerBrief, peerBriefsOf } from './feedback-terms';

/** Which peer feedback somebody may know of who looks after an edition, beside what is asked of themselves. */
@Injectable()
export class FeedbackReaders {
  constructor(
    private readonly database: Database,
    private readonly roll: GroupRoll,
  ) {}

  /** The briefs whose feedback they see nothing of, with the reason. */
  async unseen(reader: Actor, edition: EditionCard): Promise<ReadonlyMap<string, WhyUnseen>> {
    const briefs = peerBriefsOf(edition);
    if (!briefs.length) return new Map();
    const editionId = edition.id;
    const [works, groups] = await Promise.all([
      this.database.rows(
        releasedRows(
          editionId,
          briefs.map(({ id }) => id),
        ),
      ),
      this.roll.groupsByBrief(editionId, reader.accountId),
    ]);
    const whyNot = (brief: PeerBrief): WhyUnseen | null => {
      const of = works.find(({ briefId }) => briefId === brief.id);
      return whyUnseen(
        {
          hidesNames: isHiddenFrom(reader, edition, { editionId, briefId: brief.id, releasedAt: null }),
          isOut: of !== undefined && Number(of.all) === Number(of.released),
        },
        { anonymous: brief.peerFeedback.anonymous, takesPart: groups.has(brief.id) },
      );
    };
    return new Map(
      briefs.flatMap((brief) => {
        const why = whyNot(brief);
        return why ? [[brief.id, why] as const] : [];
      }),
    );
  }
}
