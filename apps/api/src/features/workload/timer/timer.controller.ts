import { discardTimedDay, readTimer, startTimer, stopTimer } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { mayDeclareSelfStudy, mayUseOwnTimer } from '../workload.policy';
import { DiscardTimedDay } from './discard-timed-day';
import { OwnTimer } from './own-timer';
import { StartTimer } from './start-timer';
import { StopTimer } from './stop-timer';

@Controller()
export class TimerController {
  constructor(
    private readonly own: OwnTimer,
    private readonly starting: StartTimer,
    private readonly stopping: StopTimer,
    private readonly discarding: DiscardTimedDay,
  ) {}

  @Handles(readTimer, mayUseOwnTimer)
  read(request: RequestOf<typeof readTimer>) {
    return this.own.read(request.actor);
  }

  @Handles(startTimer, mayDeclareSelfStudy)
  start(request: RequestOf<typeof startTimer>) {
    return this.starting.run(request.actor, request);
  }

  @Handles(stopTimer, mayUseOwnTimer)
  stop({ actor, body }: RequestOf<typeof stopTimer>) {
    return this.stopping.run(actor, body);
  }

  @Handles(discardTimedDay, mayUseOwnTimer)
  discard({ actor, body }: RequestOf<typeof discardTimedDay>) {
    return this.discarding.run(actor, body.timedDayId);
  }
}
