import { mayWriteTogether, mostTextKilobytes, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { newId } from '../../../../platform/database/new-id';
import { Transaction, type Tx } from '../../../../platform/database/transaction';
import { Live } from '../../../../platform/live/live';
import { orRefuse, Refused } from '../../../../platform/refusals/refused';
import { EditionDirectory } from '../../../editions';
import type { Brief } from '../../work/briefs';
import { lockGroupOf } from '../../work/lock-group';
import { TextHasGrown } from '../workspace.events';
import { changeIn, fittingUpdate, freshIn, isThere } from './change-of-text';
import { lockText } from './lock-text';
import { Texts } from './texts';
import { WorkspaceChange, WorkspaceText, WorkspaceWriter } from './workspace-text.entity';

/** So many changes later the text is folded anew. */
const foldedEach = 100;

export const topicOfText = (groupId: string) => `workspace-${groupId}`;

/** Who writes where. */
export interface TextWriter {
  readonly editionId: string;
  readonly groupId: string;
  readonly enrolmentId: string;
  readonly accountId: string;
  readonly brief: Brief;
}

/** Keeps a change of a text, and tells everybody who has it open. What is there already is not kept again. */
@Injectable()
export class WriteText {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly texts: Texts,
    private readonly live: Live,
  ) {}

  /**
   * Refusals: workspace.text-unreadable, workspace.text-too-long, workspace.not-a-member, project-work.being-marked,
   * project-work.already-passed, project-work.no-attempt-left, editions.is-closed.
   */
  async run(writer: TextWriter, sent: Uint8Array): Promise<void> {
    const change = orRefuse(changeIn(sent));
    await this.transaction.run(async (tx) => {
      await this.editions.keepOpen(tx, writer.editionId);
      // Neither a marking nor a change of the group's members runs beside it.
      const group = await lockGroupOf(tx, writer.enrolmentId, writer.brief.id);
      if (group?.groupId !== writer.groupId) throw new Refused(refuse('workspace.not-a-member'));
      const latest = group.works.toSorted((one, other) => other.attempt - one.attempt)[0] ?? null;
      orRefuse(mayWriteTogether(latest, writer.brief.attempts));
      const text = await lockText(tx, writer.groupId);
      const doc = await this.texts.upToDate(tx.manager, writer.groupId);
      await this.keepAuthors(tx, writer, new Set(freshIn(change, doc).map(({ id }) => id.client)));
      const content = Buffer.from(orRefuse(fittingUpdate(change, doc)));
      if (isThere(change, doc)) return;
      if (text.bytes + content.length > mostTextKilobytes * 1024)
        throw new Refused(refuse('workspace.text-too-long', { kilobytes: mostTextKilobytes }));
      const at = this.clock.now();
      const { groupId, accountId } = writer;
      const number = text.newest + 1;
      await tx.insert(WorkspaceChange, { id: newId(), groupId, number, content, accountId, since: at, at });
      await tx.manager.update(WorkspaceText, { groupId }, { newest: number, bytes: text.bytes + content.length });
      if (number % foldedEach === 0) await tx.publish(new TextHasGrown(groupId));
      this.live.tellAfter(tx, topicOfText(groupId));
    });
  }

  /** New characters are the writer's own: nobody writes under the number of somebody else's browser. */
  private async keepAuthors(tx: Tx, { groupId, accountId }: TextWriter, clients: ReadonlySet<number>): Promise<void> {
    if (!clients.size) return;
    const named = [...clients].map(String);
    const known = await tx.manager.findBy(WorkspaceWriter, { groupId, client: In(named) });
    if (known.some((one) => one.accountId !== accountId)) throw new Refused(refuse('workspace.text-unreadable'));
    const missing = named.filter((client) => !known.some((one) => one.client === client));
    if (missing.some((client) => client.length > 10)) throw new Refused(refuse('workspace.text-unreadable'));
    await tx.insert(
      WorkspaceWriter,
      missing.map((client) => ({ id: newId(), groupId, client, accountId })),
    );
  }
}
