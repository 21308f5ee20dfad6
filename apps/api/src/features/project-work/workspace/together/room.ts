import type { PersonInWorkspace } from '@libretto/contracts';
import * as z from 'zod/mini';
import { type Line, seenBy } from './line';
import type { Texts } from '../text/texts';

/** Movements within this time are told together. */
const togetherMs = 100;
/** Each process says at this interval who is here; of one that has fallen silent nobody is. */
export const beatMs = 10_000;
const silentMs = 25_000;

type Present = Omit<PersonInWorkspace, 'isYou'>;

/** Those who are in a workspace at one process. */
const presentElsewhere = z.object({
  process: z.string(),
  people: z.array(z.object({ number: z.int(), name: z.string(), at: z.nullable(z.any()) })),
});

/** The lines of one text in this process, and who is in the text at the other processes. */
export class Room {
  readonly lines = new Set<Line>();
  private readonly elsewhere = new Map<string, { people: Present[]; heardAt: number }>();
  private soon: NodeJS.Timeout | undefined;
  private isPulling = false;
  private isBehind = false;
  private isOver = false;

  constructor(
    private readonly groupId: string,
    private readonly process: string,
    private readonly texts: Texts,
    private readonly around: { sayToOthers(words: string): void; failed(error: unknown): void },
  ) {}

  /** Sends a browser what it does not have, and from then on everything that is written. */
  async join(line: Line, known: number): Promise<void> {
    const { newest, update } = await this.texts.since(this.groupId, known);
    line.known = newest;
    line.send({ is: 'changes', newest, update: update && inBase64(update) });
    this.moved();
    // Something may have been written meanwhile.
    this.changed();
  }

  /** Reads what was written, in this process or in another, and sends it on. */
  changed(): void {
    this.isBehind = true;
    if (this.isPulling) return;
    this.isPulling = true;
    void this.pull()
      .catch((error: unknown) => {
        this.around.failed(error);
        this.endAll();
      })
      .finally(() => (this.isPulling = false));
  }

  /** Somebody came, went or moved here. */
  moved(): void {
    if (this.isOver) return;
    this.soon ??= setTimeout(() => {
      this.soon = undefined;
      this.say(this.here());
      this.showPeople();
    }, togetherMs);
  }

  /** Another process says who is there. */
  heard(words: string): void {
    const said = z.safeParse(presentElsewhere, JSON.parse(words));
    if (!said.success) return;
    const { process, people } = said.data;
    const isNew = !this.elsewhere.has(process);
    this.elsewhere.set(process, { people, heardAt: Date.now() });
    // It does not know yet who is here.
    if (isNew) this.say(this.here());
    this.showPeople();
  }

  beat(): void {
    for (const [process, { heardAt }] of this.elsewhere)
      if (Date.now() - heardAt > silentMs) this.elsewhere.delete(process);
    this.moved();
    for (const line of this.lines) line.check().catch((error: unknown) => this.around.failed(error));
  }

  /** What was told meanwhile may be lost: browsers begin anew. */
  endAll(): void {
    for (const line of this.lines) line.end('unavailable');
  }

  /** Nobody is here any more. */
  end(): void {
    if (this.isOver) return;
    clearTimeout(this.soon);
    this.say([]);
    this.isOver = true;
  }

  private async pull(): Promise<void> {
    while (this.isBehind) {
      this.isBehind = false;
      const joined = [...this.lines].filter((line) => line.known !== null);
      if (!joined.length) return;
      const from = Math.min(...joined.map(({ known }) => known ?? 0));
      const { newest, update } = await this.texts.since(this.groupId, from);
      for (const line of joined) {
        if (!update || (line.known ?? 0) >= newest) continue;
        line.known = newest;
        line.send({ is: 'changes', newest, update: inBase64(update) });
      }
    }
  }

  private here(): Present[] {
    return [...this.lines].flatMap(({ number, name, at, known }) => (known === null ? [] : [{ number, name, at }]));
  }

  private say(people: readonly Present[]): void {
    this.around.sayToOthers(JSON.stringify({ process: this.process, people }));
  }

  private showPeople(): void {
    const people = [...this.here(), ...[...this.elsewhere.values()].flatMap((other) => other.people)];
    for (const line of this.lines) if (line.known !== null) line.send(seenBy(line, people));
  }
}

const inBase64 = (update: Uint8Array) => Buffer.from(update).toString('base64');
