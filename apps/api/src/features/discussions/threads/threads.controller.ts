import {
  closeThread,
  followThread,
  listPartners,
  listReaders,
  listThreads,
  markAnswer,
  readNews,
  readThread,
  readUpTo,
  searchTalk,
  sendMessage,
  startThread,
} from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { mayTalk, mayWriteMessages } from '../discussions.policy';
import { NewsOfEdition } from '../news-of-edition';
import { KeepReading } from './keep-reading';
import { MessagePartners } from './message-partners';
import { ModerateThread } from './moderate-thread';
import { SendMessage } from './send-message';
import { StartThread } from './start-thread';
import { ThreadPage } from './thread-page';
import { ThreadsOfEdition } from './threads-of-edition';

@Controller()
export class ThreadsController {
  constructor(
    private readonly threads: ThreadsOfEdition,
    private readonly page: ThreadPage,
    private readonly starting: StartThread,
    private readonly partners: MessagePartners,
    private readonly sending: SendMessage,
    private readonly reading: KeepReading,
    private readonly moderating: ModerateThread,
    private readonly news: NewsOfEdition,
  ) {}

  @Handles(listThreads, mayTalk)
  list(request: RequestOf<typeof listThreads>) {
    return this.threads.list(request.actor, request);
  }

  @Handles(readThread, mayTalk)
  read(request: RequestOf<typeof readThread>) {
    return this.page.read(request.actor, request);
  }

  @Handles(startThread, mayTalk)
  start(request: RequestOf<typeof startThread>) {
    return this.starting.run(request.actor, request);
  }

  @Handles(listReaders, mayTalk)
  readers(request: RequestOf<typeof listReaders>) {
    return this.page.readers(request.actor, request);
  }

  @Handles(listPartners, mayWriteMessages)
  listPartners({ actor, params }: RequestOf<typeof listPartners>) {
    return this.partners.list(actor, params.editionId);
  }

  @Handles(sendMessage, mayWriteMessages)
  send(request: RequestOf<typeof sendMessage>) {
    return this.sending.run(request.actor, request);
  }

  @Handles(markAnswer, mayTalk)
  answer(request: RequestOf<typeof markAnswer>) {
    return this.moderating.answer(request.actor, request);
  }

  @Handles(closeThread, mayTalk)
  close(request: RequestOf<typeof closeThread>) {
    return this.moderating.close(request.actor, request);
  }

  @Handles(followThread, mayTalk)
  follow(request: RequestOf<typeof followThread>) {
    return this.reading.follow(request.actor, request);
  }

  @Handles(readUpTo, mayTalk)
  readUpTo(request: RequestOf<typeof readUpTo>) {
    return this.reading.upTo(request.actor, request);
  }

  @Handles(readNews, mayTalk)
  unread({ actor, params }: RequestOf<typeof readNews>) {
    return this.news.unread(actor, params.editionId);
  }

  @Handles(searchTalk, mayTalk)
  search(request: RequestOf<typeof searchTalk>) {
    return this.news.search(request.actor, request);
  }
}
