import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { SaidByWorkspace, SaidToWorkspace } from '@libretto/contracts';
import * as Y from 'yjs';
import { holdKey } from '../../../platform/device/kept-key';
import { KeptHere } from '../../../platform/drafts';
import { SignedIn } from '../../../platform/people';
import { inBytes, inText } from './in-bytes';
import { TextLine, textName } from './text-line';

/** The text as the server has it, and whether it can be reached and takes changes. */
const server = { text: new Y.Doc(), isReachable: true, takes: true };

/** A connection to it. */
class Line {
  static readonly OPEN = 1;
  static opened: Line[] = [];
  readyState = 0;
  onopen: () => void = () => undefined;
  onmessage: (message: { data: string }) => void = () => undefined;
  onclose: (how: { code: number }) => void = () => undefined;

  constructor() {
    Line.opened.push(this);
    setTimeout(() => {
      if (!server.isReachable) return this.close();
      this.readyState = Line.OPEN;
      this.onopen();
    });
  }

  send(message: string): void {
    const said = JSON.parse(message) as SaidToWorkspace;
    if (said.is === 'join') {
      this.say({ is: 'standing', canWrite: true, whyNot: null });
      this.say({ is: 'changes', newest: 1, update: inText(Y.encodeStateAsUpdate(server.text)) });
    } else if (said.is === 'write' && server.takes) {
      Y.applyUpdate(server.text, inBytes(said.update));
      this.say({ is: 'written', turn: said.turn });
    } else if (said.is === 'write')
      this.say({ is: 'refused', turn: said.turn, why: { code: 'workspace.text-unreadable', numbers: {} } });
  }

  close(): void {
    this.readyState = 3;
    this.onclose({ code: 1006 });
  }

  private say(message: SaidByWorkspace): void {
    setTimeout(() => this.onmessage({ data: JSON.stringify(message) }));
  }
}

/** Longer than changes wait for each other. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 1000));

/** A window of whoever is signed in, on the text. */
async function open(account: string) {
  holdKey(account, account === 'ana' ? 'a1'.repeat(32) : 'b2'.repeat(32));
  TestBed.resetTestingModule();
  const me = signal({ accountId: account });
  TestBed.configureTestingModule({ providers: [{ provide: SignedIn, useValue: { me } }] });
  const kept = TestBed.runInInjectionContext(() => new KeptHere<string>());
  const line = new TextLine('ws://localhost/text', {
    take: () => kept.take('text'),
    keep: (updates) => kept.keep('text', updates),
  });
  await settle();
  return line;
}

const write = (line: TextLine, words: string) =>
  line.doc.getXmlFragment(textName).push([new Y.XmlText(words)]) as unknown;
const wordsOf = (doc: Y.Doc) => doc.getXmlFragment(textName).toString();
const held = () =>
  Object.entries({ ...localStorage })
    .flat()
    .join(' ');

describe('a text that several write', () => {
  const { WebSocket } = globalThis;
  beforeEach(() => {
    localStorage.clear();
    Object.assign(server, { text: new Y.Doc(), isReachable: true, takes: true });
    Line.opened = [];
    globalThis.WebSocket = Line as never;
  });
  afterEach(() => (globalThis.WebSocket = WebSocket));

  /** Writes while the server cannot be reached, and closes the window. */
  async function writeOnATrain(words: string): Promise<void> {
    const line = await open('ana');
    write(line, 'At home. ');
    await settle();
    server.isReachable = false;
    Line.opened.at(-1)?.close();
    write(line, words);
    dispatchEvent(new Event('pagehide'));
    line.close();
    server.isReachable = true;
  }

  it('keeps what the server lacks sealed in the browser, and sends it from the next window of the same person', async () => {
    await writeOnATrain('On a train.');
    expect(wordsOf(server.text)).toBe('At home. ');
    expect(localStorage).toHaveLength(1);
    expect(held()).not.toContain('train');
    expect(held()).not.toContain(btoa('On a train.').slice(0, 10));

    const bens = await open('ben');
    expect(wordsOf(bens.doc)).toBe('At home. ');
    bens.close();
    const anas = await open('ana');
    await settle();
    expect(wordsOf(anas.doc)).toBe('At home. On a train.');
    expect(wordsOf(server.text)).toBe('At home. On a train.');
    expect(anas.isSaving()).toBe(false);
    expect(localStorage).toHaveLength(0);
    anas.close();
  });

  it('keeps what was not taken, until it is taken from a later window', async () => {
    const line = await open('ana');
    server.takes = false;
    write(line, 'Too late?');
    await settle();
    expect(line.refused()?.code).toBe('workspace.text-unreadable');
    line.close();
    const again = await open('ana');
    await settle();
    expect([wordsOf(again.doc), wordsOf(server.text)]).toEqual(['Too late?', '']);
    expect(again.refused()).toBeDefined();
    again.close();
    server.takes = true;
    const later = await open('ana');
    await settle();
    expect(wordsOf(server.text)).toBe('Too late?');
    expect(localStorage).toHaveLength(0);
    later.close();
  });

  it('keeps nothing of what is saved', async () => {
    const line = await open('ana');
    write(line, 'Saved.');
    await settle();
    expect(wordsOf(server.text)).toBe('Saved.');
    expect(localStorage).toHaveLength(0);
    line.close();
  });
});
