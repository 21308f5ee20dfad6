import { checkIn, followRoll, readCheckInCode, readRollChanges, sayWhetherNear } from '@libretto/contracts';
import { signedIn } from '@libretto/domain';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { LiveStreams } from '../../../platform/live/live-streams';
import { mayAskAboutAttendance, mayTakeRoll } from '../schedule.policy';
import { CheckIn } from './check-in';
import { RollChanges } from './roll-changes';
import { topicOfRoll } from './live-roll';
import { SayWhetherNear } from './say-whether-near';
import { CodeOfSession } from './code-of-session';

@Controller()
export class CheckInController {
  constructor(
    private readonly codes: CodeOfSession,
    private readonly checkingIn: CheckIn,
    private readonly saying: SayWhetherNear,
    private readonly changes: RollChanges,
    private readonly streams: LiveStreams,
  ) {}

  @Handles(readCheckInCode, mayTakeRoll)
  code({ params }: RequestOf<typeof readCheckInCode>) {
    return this.codes.read(params);
  }

  @Handles(followRoll, mayTakeRoll)
  follow({ actor, params }: RequestOf<typeof followRoll>, reply: FastifyReply) {
    return this.streams.send(reply, actor.accountId, topicOfRoll(params.sessionId));
  }

  @Handles(readRollChanges, mayTakeRoll)
  readChanges({ params, query }: RequestOf<typeof readRollChanges>) {
    return this.changes.read(params, query.since);
  }

  /** Whoever is signed in; the code names the session, and one checks in oneself only. */
  @Handles(checkIn, signedIn)
  checkIn(request: RequestOf<typeof checkIn>) {
    return this.checkingIn.run(request.actor, request);
  }

  @Handles(sayWhetherNear, mayAskAboutAttendance)
  sayWhetherNear(request: RequestOf<typeof sayWhetherNear>) {
    return this.saying.run(request.actor, request);
  }
}
