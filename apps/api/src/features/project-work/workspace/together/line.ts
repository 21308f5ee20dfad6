import {
  type PersonInWorkspace,
  type SaidByWorkspace,
  type WorkspaceCursor,
  saidToWorkspace,
} from '@libretto/contracts';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { WebSocket } from 'ws';
import * as z from 'zod/mini';
import { closedBecause, sendTo } from '../../../../platform/http/sockets';
import { reasonOf, Refused } from '../../../../platform/refusals/refused';
import type { OpenWorkspace } from '../workspace-door';

/** A browser joins what is written and sends it a few times a second; whoever sends much more is cut off. */
const perTenSeconds = 200;

/** What a line needs of the process around it. */
export interface Around {
  /** Looks again at who this is, and whether they still come in; `null` if not. */
  ask(): Promise<OpenWorkspace | null>;
  write(open: OpenWorkspace, update: Uint8Array): Promise<void>;
  joined(line: Line, known: number): Promise<void>;
  /** Somebody came, went or moved their cursor. */
  moved(): void;
  failed(error: unknown): void;
}

/** One browser at a text: what it says is done one after the other, and each change is acknowledged once it is kept. */
export class Line {
  /** The newest change that this browser has been sent; `null` before it joins. */
  known: number | null = null;
  at: WorkspaceCursor = null;
  private readonly rate = new RateLimiterMemory({ points: perTenSeconds, duration: 10 });
  private last: Promise<void> = Promise.resolve();
  private saidStanding = '';

  constructor(
    readonly number: number,
    readonly name: string,
    private open: OpenWorkspace,
    private readonly socket: WebSocket,
    private readonly around: Around,
  ) {
    socket.on('message', (data, isBinary) => {
      // What was said while the last is being done waits in the socket.
      socket.pause();
      this.last = this.last.then(() => this.hear(isBinary ? '' : String(data))).finally(() => socket.resume());
    });
  }

  send(message: SaidByWorkspace): void {
    sendTo(this.socket, JSON.stringify(message));
  }

  end(why: keyof typeof closedBecause): void {
    this.socket.close(closedBecause[why]);
  }

  /** Looks again whether this person may be here, and may write. */
  async check(): Promise<void> {
    const open = await this.around.ask();
    if (!open) return this.end('notAllowed');
    this.open = open;
    this.sayStanding();
  }

  private async hear(text: string): Promise<void> {
    try {
      await this.rate.consume('all');
    } catch {
      return this.end('tooMuch');
    }
    const said = z.safeParse(saidToWorkspace, jsonIn(text));
    if (!said.success) return this.end('tooMuch');
    try {
      await this.answer(said.data);
    } catch (error) {
      this.around.failed(error);
      this.end('unavailable');
    }
  }

  private async answer(said: z.infer<typeof saidToWorkspace>): Promise<void> {
    if (said.is === 'join') {
      this.sayStanding();
      await this.around.joined(this, said.known);
    } else if (said.is === 'point') {
      this.at = said.at;
      this.around.moved();
    } else await this.write(said.turn, Buffer.from(said.update, 'base64'));
  }

  private async write(turn: number, update: Uint8Array): Promise<void> {
    try {
      await this.around.write(this.open, update);
      this.send({ is: 'written', turn });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { refused: code, numbers } = error.refusal;
      this.send({ is: 'refused', turn, why: { code, numbers: { ...numbers } } });
      await this.check();
    }
  }

  private sayStanding(): void {
    const { whyNotWrite: why } = this.open;
    const standing: SaidByWorkspace = {
      is: 'standing',
      canWrite: why === null,
      whyNot: reasonOf(why),
    };
    const words = JSON.stringify(standing);
    if (words !== this.saidStanding) this.send(standing);
    this.saidStanding = words;
  }
}

/** Those who are here, as one of them sees them. */
export const seenBy = (line: Line, people: readonly Omit<PersonInWorkspace, 'isYou'>[]): SaidByWorkspace => ({
  is: 'people',
  people: people.map((one) => ({ ...one, isYou: one.number === line.number })),
});

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
