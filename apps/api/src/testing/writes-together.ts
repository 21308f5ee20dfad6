import { setTimeout as pause } from 'node:timers/promises';
import { joinWorkspace, type SaidByWorkspace, type SaidToWorkspace } from '@libretto/contracts';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { Caller } from '../platform/http/caller';
import { aDefinition } from '../features/programmes/programme.builder';
import { aGroup } from '../features/project-work/work/project-work.builder';
import { GroupMember, ProjectGroup } from '../features/project-work/work/project-group.entity';
import { aCourse } from './course';
import type { TestApp } from './test-app';

/** A group of some people, and one who is in no group; the process listens. */
export async function aWorkspace(app: TestApp, people = 2, projectWork: object = {}) {
  if (!app.nest.getHttpServer().listening) await app.nest.listen(0, '127.0.0.1');
  const course = await aCourse(app, people + 1, {
    projectWork: { ...aDefinition().projectWork, ...projectWork } as never,
  });
  const members = course.participants.slice(0, people);
  const rows = aGroup(
    course.edition.id,
    members.map(({ enrolment }) => enrolment.id),
  );
  await app.build(ProjectGroup, rows.group);
  await app.build(GroupMember, ...rows.members);
  const place = { editionId: course.edition.id, groupId: rows.group.id };
  const [first, second] = members.map(({ caller }) => caller);
  if (!first || !second) throw new Error('nobody to write');
  const stranger = course.participants.at(-1)!.caller;
  return { ...course, place, first, second, stranger, members, group: rows.group };
}

export interface Place {
  editionId: string;
  groupId: string;
}

export async function until(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; await pause(20)) if (await isSo()) return;
  throw new Error(`It did not come to this: ${what}`);
}

/** The letters of a text. */
export const lettersOf = (doc: Y.Doc): string => doc.getXmlFragment('text').toString();

/** Somebody who writes with a browser: their text, and what they were told. */
export class Writer {
  readonly doc = new Y.Doc();
  readonly told: SaidByWorkspace[] = [];
  closed: number | undefined;
  private known = 0;
  private turn = 0;
  private readonly unacknowledged = new Map<number, Uint8Array>();
  private socket: WebSocket | undefined;

  constructor(
    private caller: Caller,
    private readonly place: Place,
    private readonly origin = 'http://localhost:4300',
  ) {
    this.doc.getXmlFragment('text');
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return;
      this.unacknowledged.set((this.turn += 1), update);
      this.sendWrite(this.turn, update);
    });
  }

  async join(caller = this.caller): Promise<this> {
    this.caller = caller;
    this.closed = undefined;
    const socket = caller.socket(joinWorkspace, { params: this.place }, { origin: this.origin });
    this.socket = socket;
    socket.on('message', (data) => this.hear(JSON.parse(String(data)) as SaidByWorkspace));
    await new Promise<void>((resolve, reject) => socket.once('open', resolve).once('error', reject));
    socket.on('close', (code) => (this.closed = code)).on('error', () => undefined);
    const before = this.of('changes').length;
    this.say({ is: 'join', known: this.known });
    await until(() => this.of('changes').length > before || this.closed !== undefined, 'it has joined');
    for (const [turn, update] of this.unacknowledged) this.sendWrite(turn, update);
    return this;
  }

  /** Loses the connection. */
  cut(): void {
    this.socket?.terminate();
  }

  say(message: SaidToWorkspace | object): void {
    this.socket?.send(JSON.stringify(message));
  }

  sayRaw(bytes: string | Buffer): void {
    this.socket?.send(bytes);
  }

  /** Adds a paragraph. */
  write(words: string, at?: number): void {
    const text = this.doc.getXmlFragment('text');
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(words)]);
    text.insert(at ?? text.length, [paragraph]);
  }

  sendUpdate(update: Uint8Array, turn = (this.turn += 1)): number {
    this.sendWrite(turn, update);
    return turn;
  }

  of<Is extends SaidByWorkspace['is']>(is: Is): Extract<SaidByWorkspace, { is: Is }>[] {
    return this.told.filter((one): one is Extract<SaidByWorkspace, { is: Is }> => one.is === is);
  }

  /** What became of a change: `written`, or why not. */
  async outcome(turn: number): Promise<string> {
    const answer = () =>
      this.told.find((one) => (one.is === 'written' || one.is === 'refused') && one.turn === turn) ??
      (this.closed !== undefined ? `closed ${this.closed}` : undefined);
    await until(() => answer() !== undefined, 'the change is answered');
    const found = answer();
    if (typeof found === 'string') return found;
    return found?.is === 'refused' ? found.why.code : 'written';
  }

  get allIsKept(): boolean {
    return this.unacknowledged.size === 0;
  }

  private sendWrite(turn: number, update: Uint8Array): void {
    if (this.socket?.readyState === 1) this.say({ is: 'write', turn, update: Buffer.from(update).toString('base64') });
  }

  private hear(message: SaidByWorkspace): void {
    this.told.push(message);
    if (message.is === 'written') this.unacknowledged.delete(message.turn);
    if (message.is !== 'changes') return;
    this.known = message.newest;
    if (message.update) Y.applyUpdate(this.doc, Buffer.from(message.update, 'base64'), this);
  }
}
