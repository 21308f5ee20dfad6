import { changeNoticeSettings, markRead, readNotices, readNoticeSettings, readUnread } from '@libretto/contracts';
import { signedIn } from '@libretto/domain';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../platform/http/handles';
import { OwnNotices } from './own-notices';

@Controller()
export class NoticesController {
  constructor(private readonly own: OwnNotices) {}

  @Handles(readNotices, signedIn)
  read({ actor, query }: RequestOf<typeof readNotices>) {
    return this.own.read(actor, query);
  }

  @Handles(readUnread, signedIn)
  unread({ actor }: RequestOf<typeof readUnread>) {
    return this.own.unread(actor);
  }

  @Handles(markRead, signedIn)
  mark({ actor, body }: RequestOf<typeof markRead>) {
    return this.own.mark(actor, body);
  }

  @Handles(readNoticeSettings, signedIn)
  settings({ actor }: RequestOf<typeof readNoticeSettings>) {
    return this.own.settings(actor);
  }

  @Handles(changeNoticeSettings, signedIn)
  choose({ actor, body }: RequestOf<typeof changeNoticeSettings>) {
    return this.own.choose(actor, body);
  }
}
