import { joinMeeting, listRecordings } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { mayReadSessions } from '../schedule.policy';
import { JoinMeeting } from './join-meeting';

@Controller()
export class MeetingsController {
  constructor(private readonly joining: JoinMeeting) {}

  @Handles(joinMeeting, mayReadSessions)
  join(request: RequestOf<typeof joinMeeting>) {
    return this.joining.run(request.actor, request);
  }

  @Handles(listRecordings, mayReadSessions)
  recordings(request: RequestOf<typeof listRecordings>) {
    return this.joining.recordings(request);
  }
}
