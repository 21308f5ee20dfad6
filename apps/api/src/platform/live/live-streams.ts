import { finished } from 'node:stream';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { refuse } from '@libretto/domain';
import type { FastifyReply } from 'fastify';
import { Refused } from '../refusals/refused';
import { Live } from './live';

/** One person has a few windows, each with a stream. */
const mostOfOnePerson = 8;
/** Changes within this time are told together. */
const togetherMs = 200;
/** Keeps proxies from closing a quiet stream, and shows a browser that it is still there. */
const beatMs = 15_000;
/** Then the browser opens another one, for which the policy of its route is asked again. */
const longestMs = 10 * 60_000;

/** The open streams of this process, by which browsers hear that they should ask again (server-sent events). */
@Injectable()
export class LiveStreams implements BeforeApplicationShutdown {
  private readonly open = new Map<string, Set<() => void>>();

  constructor(private readonly live: Live) {}

  /**
   * Answers a request with a stream of what is told about a topic: `changed` each time, also at the beginning, and `beat`
   * in between. Refuses with `common.too-many-requests` whoever has too many.
   */
  async send(reply: FastifyReply, accountId: string, topic: string): Promise<void> {
    const { raw } = reply;
    const own = this.open.get(accountId) ?? new Set();
    if (own.size >= mostOfOnePerson) throw new Refused(refuse('common.too-many-requests', { minutes: 1 }));
    const say = (what: 'changed' | 'beat') => void raw.write(`data: ${what}\n\n`);
    let soon: NodeJS.Timeout | undefined;
    const changed = () => {
      soon ??= setTimeout(() => {
        soon = undefined;
        say('changed');
      }, togetherMs);
    };
    // Whatever is said after the end is a fault, however long a slow reader takes to get there: first it falls silent.
    const silenced: (() => void)[] = [() => clearTimeout(soon)];
    const silence = () => {
      for (const one of silenced.splice(0)) one();
    };
    const end = () => {
      silence();
      raw.end();
    };
    this.open.set(accountId, own.add(end));
    // Also heard of a reader who left before this.
    finished(raw, () => {
      silence();
      own.delete(end);
      if (!own.size && this.open.get(accountId) === own) this.open.delete(accountId);
    });
    const stop = await this.live.listen(topic, { changed, ended: end });
    const beat = setInterval(() => say('beat'), beatMs);
    const longest = setTimeout(end, longestMs);
    silenced.push(
      stop,
      () => clearInterval(beat),
      () => clearTimeout(longest),
    );
    reply.hijack();
    if (raw.destroyed || raw.writableEnded) return silence();
    raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream',
      // Proxies send it on line by line.
      'x-accel-buffering': 'no',
    });
    say('changed');
  }

  /** A server that closes waits for its open replies. */
  beforeApplicationShutdown(): void {
    for (const own of this.open.values()) for (const end of own) end();
  }
}
