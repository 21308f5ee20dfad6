import { Injectable } from '@nestjs/common';
import { type EntityManager, LessThanOrEqual, MoreThan } from 'typeorm';
import * as Y from 'yjs';
import { Database } from '../../../../platform/database/database';
import { textName } from './change-of-text';
import { WorkspaceChange, WorkspaceFolding } from './workspace-text.entity';

/** The texts that a process holds, so that a change need not read the whole text: the ones that were used last. */
const mostHeld = 30;

interface HeldText {
  readonly doc: Y.Doc;
  upTo: number;
}

/** The texts of workspaces, as their changes make them. */
@Injectable()
export class Texts {
  private readonly held = new Map<string, HeldText>();

  constructor(private readonly database: Database) {}

  /** The changes after this one as one update, and the number of the newest. Two statements. */
  async since(groupId: string, known: number): Promise<{ newest: number; update: Uint8Array | null }> {
    const { read } = this.database;
    // After a folding the state of that time is the shorter way to the present.
    const folding = known ? null : await read.findOneBy(WorkspaceFolding, { groupId });
    const from = folding?.upTo ?? known;
    const changes = await changesAfter(read, groupId, from);
    const updates = [...(folding ? [folding.content] : []), ...changes.map(({ content }) => content)];
    return { newest: changes.at(-1)?.number ?? from, update: updates.length ? Y.mergeUpdates(updates) : null };
  }

  /** The text as it was after a change, as one update; `null` before the first. */
  async upTo(groupId: string, number: number): Promise<Uint8Array | null> {
    const changes = await this.database.read.find(WorkspaceChange, {
      where: { groupId, number: LessThanOrEqual(number) },
      order: { number: 'ASC' },
    });
    return changes.length ? Y.mergeUpdates(changes.map(({ content }) => content)) : null;
  }

  /** The text now, to be read and not to be changed. */
  async current(groupId: string): Promise<Y.Doc> {
    return this.upToDate(this.database.read, groupId);
  }

  /** The same inside of a transaction that has locked the text. */
  async upToDate(read: EntityManager, groupId: string): Promise<Y.Doc> {
    const held = this.held.get(groupId) ?? { doc: newText(), upTo: 0 };
    const folding = held.upTo ? null : await read.findOneBy(WorkspaceFolding, { groupId });
    if (folding) this.apply(held, folding.content, folding.upTo);
    for (const { content, number } of await changesAfter(read, groupId, held.upTo)) this.apply(held, content, number);
    this.held.delete(groupId);
    this.held.set(groupId, held);
    for (const oldest of [...this.held.keys()].slice(0, -mostHeld)) this.held.delete(oldest);
    return held.doc;
  }

  private apply(held: HeldText, content: Buffer, number: number): void {
    // Another call may have been here meanwhile; what is applied twice changes nothing.
    Y.applyUpdate(held.doc, content);
    held.upTo = Math.max(held.upTo, number);
  }
}

const changesAfter = (read: EntityManager, groupId: string, number: number) =>
  read.find(WorkspaceChange, { where: { groupId, number: MoreThan(number) }, order: { number: 'ASC' } });

/** An empty text. */
export function newText(): Y.Doc {
  const doc = new Y.Doc();
  doc.getXmlFragment(textName);
  return doc;
}

/** The text after these updates. */
export function textOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = newText();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}
