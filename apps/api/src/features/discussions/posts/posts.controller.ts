import {
  attachToPost,
  changePost,
  hidePost,
  listReports,
  openPostFile,
  removePost,
  reportPost,
  settleReport,
  writePost,
} from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FileStore } from '../../../platform/files/file-store';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { mayModerate, mayTalk } from '../discussions.policy';
import { ChangePost } from './change-post';
import { HidePost } from './hide-post';
import { PostFiles } from './post-files';
import { PostReports } from './post-reports';
import { RemovePost } from './remove-post';
import { WritePost } from './write-post';

@Controller()
export class PostsController {
  constructor(
    private readonly writing: WritePost,
    private readonly changing: ChangePost,
    private readonly removing: RemovePost,
    private readonly hiding: HidePost,
    private readonly reports: PostReports,
    private readonly postFiles: PostFiles,
    private readonly files: FileStore,
  ) {}

  @Handles(writePost, mayTalk)
  write(request: RequestOf<typeof writePost>) {
    return this.writing.run(request.actor, request);
  }

  @Handles(changePost, mayTalk)
  change(request: RequestOf<typeof changePost>) {
    return this.changing.run(request.actor, request);
  }

  @Handles(removePost, mayTalk)
  remove({ actor, params }: RequestOf<typeof removePost>) {
    return this.removing.run(actor, params);
  }

  @Handles(attachToPost, mayTalk)
  attach({ actor, params, raw }: RequestOf<typeof attachToPost>) {
    return this.postFiles.add(actor, params, raw);
  }

  @Handles(openPostFile, mayTalk)
  async open({ actor, params, query }: RequestOf<typeof openPostFile>, reply: FastifyReply) {
    const file = await this.postFiles.fileOf(actor, params);
    await this.files.send(reply, file, { inPlace: query.inPlace === 'true' });
  }

  @Handles(hidePost, mayModerate)
  hide(request: RequestOf<typeof hidePost>) {
    return this.hiding.run(request.actor, request);
  }

  @Handles(reportPost, mayTalk)
  report(request: RequestOf<typeof reportPost>) {
    return this.reports.run(request.actor, request);
  }

  @Handles(listReports, mayModerate)
  list(request: RequestOf<typeof listReports>) {
    return this.reports.list(request.actor, request);
  }

  @Handles(settleReport, mayModerate)
  settle({ actor, params }: RequestOf<typeof settleReport>) {
    return this.reports.settle(actor, params);
  }
}
