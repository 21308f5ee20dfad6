import {
  changeGroup,
  declareProjectMinutes,
  extendProjectDeadline,
  handInWork,
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
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FileStore } from '../../platform/files/file-store';
import { Handles, type RequestOf } from '../../platform/http/handles';
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
  ownWork({ actor, params }: RequestOf<typeof readProjectWork>) {
    return this.own.of(actor, params.editionId);
  }

  @Handles(handInWork, mayTakePart)
  async handIn({ actor, params, raw }: RequestOf<typeof handInWork>) {
    await this.handingIn.check(actor, params.editionId);
    const file = await this.files.receive(raw, 'project-work');
    return this.files.orErase(file, () => this.handingIn.run(actor, params.editionId, file));
  }

  @Handles(readSubmittedFile, mayAskForFiles)
  async file({ actor, params, query }: RequestOf<typeof readSubmittedFile>, reply: FastifyReply) {
    const fileId = await this.submitted.idFor(actor, params.editionId, params.submissionId);
    await this.files.send(reply, fileId, { inPlace: query.inPlace === 'true' });
  }

  @Handles(declareProjectMinutes, mayTakePart)
  declare({ actor, params, body }: RequestOf<typeof declareProjectMinutes>) {
    return this.declaring.run(actor, params.editionId, body);
  }

  @Handles(extendProjectDeadline, mayRunProjectWork)
  extend({ actor, params, body }: RequestOf<typeof extendProjectDeadline>) {
    return this.extending.run(actor, params.editionId, body);
  }

  @Handles(readGroups, mayReadWorks)
  readGroups({ actor, params }: RequestOf<typeof readGroups>) {
    return this.groups.of(actor, params.editionId);
  }

  @Handles(makeGroup, mayRunProjectWork)
  makeGroup({ params, body }: RequestOf<typeof makeGroup>) {
    return this.setting.make(params.editionId, body);
  }

  @Handles(changeGroup, mayRunProjectWork)
  changeGroup({ params, body }: RequestOf<typeof changeGroup>) {
    return this.setting.change(params.editionId, params.groupId, body);
  }

  @Handles(readMarkingList, mayReadWorks)
  markingList({ actor, params, query }: RequestOf<typeof readMarkingList>) {
    return this.list.of(actor, params.editionId, query);
  }

  @Handles(readWorkToMark, mayReadWorks)
  workToMark({ actor, params }: RequestOf<typeof readWorkToMark>) {
    return this.work.of(actor, params.editionId, params.workId);
  }

  @Handles(saveMarkingDraft, mayMark)
  saveDraft({ actor, params, body }: RequestOf<typeof saveMarkingDraft>) {
    return this.drafting.run(actor, params, body);
  }

  @Handles(markWork, mayMark)
  mark({ actor, params, body }: RequestOf<typeof markWork>) {
    return this.marking.run(actor, params, body);
  }

  @Handles(readRelease, mayRunProjectWork)
  release({ params }: RequestOf<typeof readRelease>) {
    return this.preview.of(params.editionId);
  }

  @Handles(releaseResults, mayRunProjectWork)
  releaseAll({ actor, params, body }: RequestOf<typeof releaseResults>) {
    return this.releasing.run(actor, params.editionId, body.nextLastDay);
  }
}
