import type { makeShareLink, readShareLinks, InputOf, ReplyOf } from '@libretto/contracts';
import { type Actor, agree, endOfLink, linkState, makeLink, withdrawLink } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { Transaction } from '../../../platform/database/transaction';
import { notFound, orRefuse } from '../../../platform/refusals/refused';
import { Award } from '../award/award.entity';
import { CurrentCredentials } from '../award/current-credentials';
import { OwnEnrolment } from '../award/own-enrolment';
import { newPublicId } from '../award/public-id';
import { ShareLink } from './share-link.entity';

/** The links of the signed-in person to their credential of one edition. */
@Injectable()
export class OwnLinks {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly own: OwnEnrolment,
    private readonly current: CurrentCredentials,
  ) {}

  async read(actor: Actor, editionId: string): Promise<ReplyOf<typeof readShareLinks>> {
    const award = await this.awardOf(actor, editionId);
    if (!award) return { items: [], can: { make: false } };
    const credential = await this.current.ofAward(award.id);
    const links = await this.database.read.find(ShareLink, { where: { awardId: award.id }, order: { id: 'DESC' } });
    const now = this.clock.now();
    return {
      items: links.map((link) => ({
        id: link.id,
        publicId: link.publicId,
        shows: link.shows,
        name: link.name,
        state: linkState(link, now),
        madeAt: link.madeAt.toISOString(),
        endsAt: link.endsAt.toISOString(),
        looks: link.looks,
        lastLookAt: link.lastLookAt?.toISOString() ?? null,
      })),
      can: { make: agree(makeLink(credential?.state ?? null, links, now)) },
    };
  }

  /** Makes a link, once for each `linkId`. Refusals: credentials.nothing-to-share, credentials.too-many-links. */
  async make(actor: Actor, editionId: string, asked: InputOf<typeof makeShareLink>['body']): Promise<void> {
    const award = await this.awardOf(actor, editionId);
    await this.transaction.run(async (tx) => {
      // Locked first: two requests at once do not both make the last link.
      if (award) await tx.lock(Award, award.id);
      const credential = award && (await this.current.ofAward(award.id));
      const links = award ? await this.database.read.findBy(ShareLink, { awardId: award.id }) : [];
      const known = await this.database.read.findOneBy(ShareLink, { id: asked.linkId });
      if (known && known.awardId === award?.id) return;
      const madeAt = this.clock.now();
      orRefuse(makeLink(credential?.state ?? null, links, madeAt));
      // An id is the link's own: that of another credential's link makes none here.
      if (!award || known) throw notFound();
      await tx.insert(ShareLink, {
        ...{ id: asked.linkId, awardId: award.id, publicId: newPublicId(), shows: asked.shows, name: asked.name },
        ...{ madeAt, endsAt: endOfLink(madeAt, asked.days), withdrawnAt: null },
        ...{ looks: 0, lastLookAt: null },
      });
    });
  }

  /** Ends a link before its time. Refusals: credentials.link-not-open. */
  async withdraw(actor: Actor, editionId: string, linkId: string): Promise<void> {
    const award = await this.awardOf(actor, editionId);
    await this.transaction.run(async (tx) => {
      const link = await tx.lock(ShareLink, linkId);
      if (link.awardId !== award?.id) throw notFound();
      orRefuse(withdrawLink(link, this.clock.now()));
      await tx.save(Object.assign(link, { withdrawnAt: this.clock.now() }));
    });
  }

  private async awardOf(actor: Actor, editionId: string): Promise<Award | null> {
    const { id } = await this.own.of(actor, editionId);
    return this.database.read.findOneBy(Award, { enrolmentId: id });
  }
}
