import { beginUpload, handInWork, type InputOf, type ReplyOf, type Route } from '@libretto/contracts';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SignIn } from '../../features/accounts/sign-in/sign-in.entity';
import { hashOfToken, newToken } from '../../features/accounts/codes/tokens';
import { cookieName } from '../../features/accounts/sign-in/who-is-signed-in';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/new-id';
import { Transaction } from '../../platform/database/transaction';
import { type Answer, Caller } from '../../platform/http/caller';
import { JobRunner } from '../../platform/jobs/job-runner';

const dayMs = 86_400_000;

/**
 * Replays the history of the demo: each person calls the API at the time at which it happened. Nothing is written past
 * the rules, so everything that the demo shows could have happened.
 */
export class Story {
  private readonly browsers = new Map<string, Caller>();
  private readonly today = new Date();

  constructor(private readonly app: NestFastifyApplication) {}

  /** The calendar day `days` from today, `2026-11-23`. */
  day(days: number): string {
    return new Date(this.today.getTime() + days * dayMs).toISOString().slice(0, 10);
  }

  /** The instant `days` from today at an hour of UTC. */
  instant(days: number, hour = 9): Date {
    return new Date(`${this.day(days)}T${String(hour).padStart(2, '0')}:00:00Z`);
  }

  /** Moves the clock to a time, after running all jobs that are due by then. */
  async goTo(time: Date): Promise<void> {
    await this.app.get(JobRunner).runAllDue();
    this.app.get(Clock).set(time);
    await this.app.get(JobRunner).runAllDue();
  }

  /** Ends at the present time. */
  async end(): Promise<void> {
    await this.goTo(new Date());
  }

  /** Lets `accountId` call a route. A refusal ends the story, since it could not have happened like that. */
  async let<R extends Route>(accountId: string, route: R, input: Partial<InputOf<R>> = {}): Promise<ReplyOf<R>> {
    const caller = await this.browserOf(accountId);
    return done(route, await caller.call(route, input));
  }

  async upload<R extends Route>(
    accountId: string,
    route: R,
    input: Partial<InputOf<R>>,
    file: { name: string; content: Buffer },
  ): Promise<ReplyOf<R>> {
    const caller = await this.browserOf(accountId);
    return done(route, await caller.upload(route, input, file));
  }

  /** Hands in a file as a version of the project work. */
  async handIn(accountId: string, editionId: string, file: { name: string; content: Buffer }): Promise<void> {
    const params = { editionId };
    const caller = await this.browserOf(accountId);
    const { status, body } = await caller.send(beginUpload, { params }, file);
    if (status !== 204) throw new Error(`The demo’s story does not hold: an upload answered ${JSON.stringify(body)}`);
    await this.let(accountId, handInWork, {
      params,
      body: { files: [body.id], links: [], text: '', isOriginal: true },
    });
  }

  /** A part of the server, for what no request does: writing together goes over a socket. */
  part<T>(type: Type<T>): T {
    return this.app.get(type, { strict: false });
  }

  private async browserOf(accountId: string): Promise<Caller> {
    const known = this.browsers.get(accountId);
    if (known) return known;
    const token = newToken();
    const signIn = {
      id: newId(),
      accountId,
      tokenHash: hashOfToken(token),
      signedInAt: this.instant(-365),
      expiresAt: this.instant(1),
    };
    await this.app.get(Transaction).run((tx) => tx.insert(SignIn, signIn));
    const browser = new Caller(this.app, `${cookieName}=${token}`);
    this.browsers.set(accountId, browser);
    return browser;
  }
}

function done<R extends Route>(route: R, answer: Answer<ReplyOf<R>>): ReplyOf<R> {
  if (answer.status >= 400)
    throw new Error(
      `The demo’s story does not hold: ${route.method} ${route.path} answered ${JSON.stringify(answer.body)}`,
    );
  return answer.body as ReplyOf<R>;
}
