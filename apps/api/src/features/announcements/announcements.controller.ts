import {
  cancelAnnouncement,
  listAnnouncements,
  openAnnouncement,
  readAnnouncement,
  readAudiences,
  writeAnnouncement,
} from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../platform/http/handles';
import { AnnouncementsOfEdition } from './announcements-of-edition';
import { mayAnnounce, mayReadAnnouncements } from './announcements.policy';
import { CancelAnnouncement } from './cancel-announcement';
import { OpenAnnouncement } from './open-announcement';
import { WriteAnnouncement } from './write-announcement';

@Controller()
export class AnnouncementsController {
  constructor(
    private readonly announcements: AnnouncementsOfEdition,
    private readonly writing: WriteAnnouncement,
    private readonly cancelling: CancelAnnouncement,
    private readonly opening: OpenAnnouncement,
  ) {}

  @Handles(listAnnouncements, mayReadAnnouncements)
  list(request: RequestOf<typeof listAnnouncements>) {
    return this.announcements.list(request.actor, request);
  }

  @Handles(readAnnouncement, mayReadAnnouncements)
  read({ actor, params }: RequestOf<typeof readAnnouncement>) {
    return this.announcements.one(actor, params.editionId, params.announcementId);
  }

  @Handles(openAnnouncement, mayReadAnnouncements)
  open({ actor, params }: RequestOf<typeof openAnnouncement>) {
    return this.opening.run(actor, params.announcementId);
  }

  @Handles(readAudiences, mayAnnounce)
  audiences({ actor, params }: RequestOf<typeof readAudiences>) {
    return this.announcements.audiences(actor, params.editionId);
  }

  @Handles(writeAnnouncement, mayAnnounce)
  write(request: RequestOf<typeof writeAnnouncement>) {
    return this.writing.run(request.actor, request);
  }

  @Handles(cancelAnnouncement, mayAnnounce)
  cancel({ actor, params }: RequestOf<typeof cancelAnnouncement>) {
    return this.cancelling.run(actor, params);
  }
}
