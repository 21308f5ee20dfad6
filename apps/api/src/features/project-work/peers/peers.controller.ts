import {
  giveFeedback,
  hideFeedback,
  readFeedbackFile,
  readFeedbackOf,
  readFeedbackOverview,
  readFeedbackToGive,
  readOwnFeedback,
  saveFeedbackDraft,
} from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FileStore } from '../../../platform/files/file-store';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { mayReadWorks, mayTakePart } from '../project-work.policy';
import { FeedbackAtHand } from './feedback-at-hand';
import { FeedbackOverviews } from './feedback-overviews';
import { HideFeedback } from './hide-feedback';
import { OwnFeedback } from './own-feedback';
import { WriteFeedback } from './write-feedback';

@Controller()
export class PeersController {
  constructor(
    private readonly files: FileStore,
    private readonly own: OwnFeedback,
    private readonly atHand: FeedbackAtHand,
    private readonly writing: WriteFeedback,
    private readonly overviews: FeedbackOverviews,
    private readonly hiding: HideFeedback,
  ) {}

  @Handles(readOwnFeedback, mayTakePart)
  ownFeedback({ actor, ...asked }: RequestOf<typeof readOwnFeedback>) {
    return this.own.of(actor, asked);
  }

  @Handles(readFeedbackToGive, mayTakePart)
  toGive({ actor, params }: RequestOf<typeof readFeedbackToGive>) {
    return this.atHand.of(actor, params);
  }

  @Handles(readFeedbackFile, mayTakePart)
  async file({ actor, params, query }: RequestOf<typeof readFeedbackFile>, reply: FastifyReply) {
    const { file, masked } = await this.atHand.file(actor, params);
    const how = { inPlace: query.inPlace === 'true' };
    await (masked ? this.files.sendCopy(reply, masked, how) : this.files.send(reply, file, how));
  }

  @Handles(saveFeedbackDraft, mayTakePart)
  save({ actor, params, body }: RequestOf<typeof saveFeedbackDraft>) {
    return this.writing.save(actor, params, body);
  }

  @Handles(giveFeedback, mayTakePart)
  give({ actor, params, body }: RequestOf<typeof giveFeedback>) {
    return this.writing.give(actor, params, body);
  }

  @Handles(readFeedbackOverview, mayReadWorks)
  overview({ actor, ...asked }: RequestOf<typeof readFeedbackOverview>) {
    return this.overviews.of(actor, asked);
  }

  @Handles(readFeedbackOf, mayReadWorks)
  ofPerson({ actor, ...asked }: RequestOf<typeof readFeedbackOf>) {
    return this.overviews.ofPerson(actor, asked);
  }

  @Handles(hideFeedback, mayReadWorks)
  hide({ actor, params, body }: RequestOf<typeof hideFeedback>) {
    return this.hiding.run(actor, params, body);
  }
}
