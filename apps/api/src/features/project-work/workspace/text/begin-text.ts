import { focusOutline } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import * as Y from 'yjs';
import { Clock } from '../../../../platform/clock/clock';
import { Database } from '../../../../platform/database/database';
import { newId } from '../../../../platform/database/new-id';
import { Transaction } from '../../../../platform/database/transaction';
import { Languages } from '../../../../platform/language/languages';
import type { OpenWorkspace } from '../workspace-door';
import { textName } from './change-of-text';
import { lockText } from './lock-text';
import { newText } from './texts';
import { WorkspaceChange, WorkspaceText } from './workspace-text.entity';

/** Begins the text of a focus group with what such a group gathers. */
@Injectable()
export class BeginText {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly languages: Languages,
  ) {}

  async run({ edition, brief, group: { id: groupId } }: OpenWorkspace): Promise<void> {
    if (brief.by !== 'focus-group' || (await this.database.read.existsBy(WorkspaceText, { groupId }))) return;
    const content = Buffer.from(this.outline(edition.definition.languages[0] ?? 'en'));
    await this.transaction.run(async (tx) => {
      const { newest } = await lockText(tx, groupId);
      if (newest) return;
      const at = this.clock.now();
      await tx.insert(WorkspaceChange, { id: newId(), groupId, number: 1, content, accountId: null, since: at, at });
      await tx.manager.update(WorkspaceText, { groupId }, { newest: 1, bytes: content.length });
    });
  }

  private outline(language: string): Uint8Array {
    const say = this.languages.in(language);
    const text = newText();
    const blocks = focusOutline.flatMap((part) => {
      const heading = new Y.XmlElement('heading');
      heading.setAttribute('level', 2 as never);
      heading.insert(0, [new Y.XmlText(say(`workspace.outline.${part}`))]);
      return [heading, new Y.XmlElement('paragraph')];
    });
    text.getXmlFragment(textName).insert(0, blocks);
    return Y.encodeStateAsUpdate(text);
  }
}
