import { signal } from '@angular/core';
import type { PersonInWorkspace, SaidByWorkspace, SaidToWorkspace, WorkspaceCursor } from '@libretto/contracts';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { inBytes, inText } from './in-bytes';

/** The name of the text in its Yjs document. */
export const textName = 'text';

/** What is written within this time is sent together. */
const togetherMs = 200;
const pointMs = 150;
/** The server says who is there at least every ten seconds. */
const quietMs = 30_000;
const shortestWaitMs = 1000;
const longestWaitMs = 20_000;
/** The server does not let this person in, or does not any more. */
const notAllowed = 4403;

/** Keeps in this browser what the server has not acknowledged, for whoever writes. */
export interface KeepsUnsaved {
  /** What windows that are gone have kept, the oldest first. */
  take(): Promise<readonly string[]>;
  /** `null` drops what this window has kept. */
  keep(updates: string | null): void;
}

/** `opening` until the server has said what is there; `offline` while it cannot be reached; `over`: one may not be here any more. */
export type LineState = 'opening' | 'online' | 'offline' | 'over';

type Refusal = Extract<SaidByWorkspace, { is: 'refused' }>['why'];

/**
 * A text that several people write at once, as this browser has it: sent to the server, and merged with what the others
 * write. What the server has not acknowledged is kept here and sent again, also after days without a connection.
 */
export class TextLine {
  readonly doc = new Y.Doc();
  readonly awareness = new Awareness(this.doc);
  private readonly standing = signal<LineState>('opening');
  private readonly mayWrite = signal<{ canWrite: boolean; whyNot: Refusal | null }>({ canWrite: false, whyNot: null });
  private readonly present = signal<readonly PersonInWorkspace[]>([]);
  private readonly toSend = signal(false);
  private readonly refusal = signal<Refusal | undefined>(undefined);
  readonly state = this.standing.asReadonly();
  readonly writing = this.mayWrite.asReadonly();
  readonly people = this.present.asReadonly();
  /** Whether the server lacks something that may still reach it. */
  readonly isSaving = this.toSend.asReadonly();
  /** Why a change was not taken. */
  readonly refused = this.refusal.asReadonly();

  private socket: WebSocket | undefined;
  private known = 0;
  private turn = 0;
  private waiting: Uint8Array[] = [];
  private readonly sent = new Map<number, Uint8Array>();
  private readonly notTaken: Uint8Array[] = [];
  private hasTakenKept = false;
  private hasJoined = false;
  private isOver = false;
  private waitMs = shortestWaitMs;
  private heardAt = 0;
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly address: string,
    private readonly kept: KeepsUnsaved,
  ) {
    this.doc.getXmlFragment(textName);
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.wait(update);
    });
    this.awareness.on('update', (_: unknown, origin: unknown) => {
      if (origin === 'local') this.soon('point', pointMs, () => this.point());
    });
    addEventListener('online', this.open);
    addEventListener('pagehide', this.flush);
    this.open();
  }

  /** Drops what was not taken, here too, so that the text is what the server has. */
  discard(): void {
    this.waiting = [];
    this.sent.clear();
    this.notTaken.length = 0;
    this.keepUnsaved();
    location.reload();
  }

  close(): void {
    this.isOver = true;
    removeEventListener('online', this.open);
    removeEventListener('pagehide', this.flush);
    this.flush();
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.socket?.close();
    this.awareness.destroy();
    this.doc.destroy();
  }

  private readonly open = (): void => {
    if (this.isOver || (this.socket && this.socket.readyState <= WebSocket.OPEN)) return;
    const socket = new WebSocket(this.address);
    this.socket = socket;
    this.heardAt = Date.now();
    socket.onopen = () => this.say({ is: 'join', known: this.known });
    socket.onmessage = ({ data }) => this.hear(JSON.parse(String(data)) as SaidByWorkspace);
    socket.onclose = ({ code }) => {
      if (socket === this.socket) this.cutOff(code === notAllowed);
    };
    this.soon('watch', quietMs, () => this.watch());
  };

  /** A connection can end without a word. */
  private watch(): void {
    if (Date.now() - this.heardAt < quietMs) return this.soon('watch', quietMs, () => this.watch());
    this.socket?.close();
    this.cutOff(false);
  }

  private cutOff(forGood: boolean): void {
    this.socket = undefined;
    this.hasJoined = false;
    this.waiting = [...this.sent.values(), ...this.waiting];
    this.sent.clear();
    this.showPeople([]);
    this.standing.set(forGood ? 'over' : 'offline');
    if (forGood || this.isOver) return;
    this.soon('open', this.waitMs, this.open);
    this.waitMs = Math.min(longestWaitMs, this.waitMs * 2);
  }

  private hear(said: SaidByWorkspace): void {
    this.heardAt = Date.now();
    if (said.is === 'standing') this.mayWrite.set({ canWrite: said.canWrite, whyNot: said.whyNot });
    else if (said.is === 'people') this.showPeople(said.people);
    else if (said.is === 'changes') this.take(said.newest, said.update ? inBytes(said.update) : null);
    else this.settle(said);
  }

  private take(newest: number, update: Uint8Array | null): void {
    if (update) Y.applyUpdate(this.doc, update, this);
    this.known = newest;
    this.waitMs = shortestWaitMs;
    this.hasJoined = true;
    this.standing.set('online');
    this.flush();
    if (!this.hasTakenKept) void this.takeKept();
  }

  /** It follows from a text that the server has, so that is there first. What the server has of it too is no change there. */
  private async takeKept(): Promise<void> {
    this.hasTakenKept = true;
    const kept = (await this.kept.take()).map(inBytes);
    for (const update of kept) Y.applyUpdate(this.doc, update, this);
    this.waiting.push(...kept);
    this.flush();
  }

  private settle(said: Extract<SaidByWorkspace, { is: 'written' | 'refused' }>): void {
    const update = this.sent.get(said.turn);
    this.sent.delete(said.turn);
    if (said.is === 'refused') {
      if (update) this.notTaken.push(update);
      this.refusal.set(said.why);
    }
    this.keepUnsaved();
  }

  private wait(update: Uint8Array): void {
    this.waiting.push(update);
    this.toSend.set(true);
    this.soon('flush', togetherMs, () => this.flush());
  }

  private readonly flush = (): void => {
    if (this.waiting.length) {
      const update = Y.mergeUpdates(this.waiting);
      if (this.hasJoined && this.socket?.readyState === WebSocket.OPEN) {
        this.waiting = [];
        this.turn += 1;
        this.sent.set(this.turn, update);
        this.say({ is: 'write', turn: this.turn, update: inText(update) });
      } else this.waiting = [update];
    }
    this.keepUnsaved();
  };

  private keepUnsaved(): void {
    const unsaved = [...this.notTaken, ...this.sent.values(), ...this.waiting];
    this.kept.keep(unsaved.length ? inText(Y.mergeUpdates(unsaved)) : null);
    this.toSend.set(this.waiting.length + this.sent.size > 0);
  }

  private point(): void {
    const at = (this.awareness.getLocalState()?.['cursor'] ?? null) as WorkspaceCursor;
    if (this.hasJoined) this.say({ is: 'point', at });
  }

  private say(message: SaidToWorkspace): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }

  private showPeople(people: readonly PersonInWorkspace[]): void {
    this.present.set(people);
    const others = people.filter(({ isYou }) => !isYou);
    const { states, meta, clientID } = this.awareness;
    const removed = [...states.keys()].filter((id) => id !== clientID && !others.some(({ number }) => number === id));
    for (const id of removed) states.delete(id);
    for (const { number, name, at } of others) {
      states.set(number, { user: { name, color: colourOf(number) }, cursor: at });
      meta.set(number, { clock: 0, lastUpdated: Date.now() });
    }
    const changes = [{ added: [], updated: others.map(({ number }) => number), removed }, 'remote'];
    this.awareness.emit('change', changes);
  }

  private soon(what: string, ms: number, work: () => void): void {
    if (this.timers.has(what)) return;
    const done = () => {
      this.timers.delete(what);
      work();
    };
    this.timers.set(what, setTimeout(done, ms));
  }
}

/** Dark enough to be read with white letters on them. */
const colours = ['#1f5f8b', '#8a4b08', '#2f6b3a', '#8b2252', '#5b3f8f', '#0f6b6b', '#7a5c00', '#a0392f'];

/** The colour of somebody who is there, the same for everybody. */
export const colourOf = (number: number): string => colours[number % colours.length] ?? '#444444';
