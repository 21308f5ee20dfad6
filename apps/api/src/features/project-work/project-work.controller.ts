import {
  changeGroup,
  declareProjectMinutes,
  extendProjectDeadline,
  handInWork,
  type InputOf,
  makeGroup,
  markWork,
  readGroups,
  readMarkingList,
  readProjectWork,
  readRelease,
  readSubmittedFile,
  readWorkToMark,
  releaseResults,
  saveMarkingDraft,
} from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FileStore } from '../../platform/files/file-store';
import { type ApiRequest, By, Handles, Input, Request } from '../../platform/http/handles';
import { DeclareMinutes } from './handing-in/declare-minutes';
import { ExtendDeadline } from './groups/extend-deadline';
import { FileOfSubmission } from './handing-in/file-of-submission';
import { GroupsOfEdition } from './groups/groups-of-edition';
import { HandInWork } from './handing-in/hand-in-work';
import { MarkWork } from './marking/mark-work';
import { SaveMarkingDraft } from './marking/save-marking-draft';
import { MarkingList } from './marking/marking-list';
import { OwnProjectWork } from './handing-in/own-project-work';
import { mayAskForFiles, mayMark, mayReadWorks, mayRunProjectWork, mayTakePart } from './project-work.policy';
import { ReleasePreview } from './release/release-preview';
import { ReleaseResults } from './release/release-results';
import { SetGroup } from './groups/set-group';
import { WorkToMark } from './marking/work-to-mark';

@Controller()
export class ProjectWorkController {
  constructor(
    private readonly files: FileStore,
    private readonly own: OwnProjectWork,
    private readonly handingIn: HandInWork,
    private readonly submitted: FileOfSubmission,
    private readonly declaring: DeclareMinutes,
    private readonly extending: ExtendDeadline,
    private readonly groups: GroupsOfEdition,
    private readonly setting: SetGroup,
    private readonly list: MarkingList,
    private readonly work: WorkToMark,
    private readonly marking: MarkWork,
    private readonly drafting: SaveMarkingDraft,
    private readonly preview: ReleasePreview,
    private readonly releasing: ReleaseResults,
  ) {}

  @Handles(readProjectWork, mayTakePart)
  ownWork(@By() actor: Actor, @Input() { params }: InputOf<typeof readProjectWork>) {
    return this.own.of(actor, params.editionId);
  }

  @Handles(handInWork, mayTakePart)
  async handIn(@By() actor: Actor, @Input() { params }: InputOf<typeof handInWork>, @Request() request: ApiRequest) {
    await this.handingIn.check(actor, params.editionId);
    const file = await this.files.receive(request, 'project-work');
    return this.files.orErase(file, () => this.handingIn.run(actor, params.editionId, file));
  }

  @Handles(readSubmittedFile, mayAskForFiles)
  async file(
    @By() actor: Actor,
    @Input() { params, query }: InputOf<typeof readSubmittedFile>,
    @Res() reply: FastifyReply,
  ) {
    const fileId = await this.submitted.idFor(actor, params.editionId, params.submissionId);
    await this.files.send(reply, fileId, { inPlace: query.inPlace === 'true' });
  }

  @Handles(declareProjectMinutes, mayTakePart)
  declare(@By() actor: Actor, @Input() { params, body }: InputOf<typeof declareProjectMinutes>) {
    return this.declaring.run(actor, params.editionId, body);
  }

  @Handles(extendProjectDeadline, mayRunProjectWork)
  extend(@By() actor: Actor, @Input() { params, body }: InputOf<typeof extendProjectDeadline>) {
    return this.extending.run(actor, params.editionId, body);
  }

  @Handles(readGroups, mayReadWorks)
  readGroups(@By() actor: Actor, @Input() { params }: InputOf<typeof readGroups>) {
    return this.groups.of(actor, params.editionId);
  }

  @Handles(makeGroup, mayRunProjectWork)
  makeGroup(@Input() { params, body }: InputOf<typeof makeGroup>) {
    return this.setting.make(params.editionId, body);
  }

  @Handles(changeGroup, mayRunProjectWork)
  changeGroup(@Input() { params, body }: InputOf<typeof changeGroup>) {
    return this.setting.change(params.editionId, params.groupId, body);
  }

  @Handles(readMarkingList, mayReadWorks)
  markingList(@By() actor: Actor, @Input() { params, query }: InputOf<typeof readMarkingList>) {
    return this.list.of(actor, params.editionId, query);
  }

  @Handles(readWorkToMark, mayReadWorks)
  workToMark(@By() actor: Actor, @Input() { params }: InputOf<typeof readWorkToMark>) {
    return this.work.of(actor, params.editionId, params.workId);
  }

  @Handles(saveMarkingDraft, mayMark)
  saveDraft(@By() actor: Actor, @Input() { params, body }: InputOf<typeof saveMarkingDraft>) {
    return this.drafting.run(actor, params, body);
  }

  @Handles(markWork, mayMark)
  mark(@By() actor: Actor, @Input() { params, body }: InputOf<typeof markWork>) {
    return this.marking.run(actor, params, body);
  }

  @Handles(readRelease, mayRunProjectWork)
  release(@Input() { params }: InputOf<typeof readRelease>) {
    return this.preview.of(params.editionId);
  }

  @Handles(releaseResults, mayRunProjectWork)
  releaseAll(@By() actor: Actor, @Input() { params, body }: InputOf<typeof releaseResults>) {
    return this.releasing.run(actor, params.editionId, body.nextLastDay);
  }
}
