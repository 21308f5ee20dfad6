import {
  changeGroup,
  chooseGroup,
  declareProjectMinutes,
  drawProjectGroups,
  extendProjectDeadline,
  handInWork,
  makeGroup,
  markWork,
  moveMember,
  readGroups,
  readMarkingList,
  readProjectWork,
  readRelease,
  readSubmittedFile,
  readWorkToMark,
  releaseOneResult,
  releaseResults,
  saveMarkingDraft,
} from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FileStore } from '../../platform/files/file-store';
import { Handles, type RequestOf } from '../../platform/http/handles';
import { DeclareMinutes } from './handing-in/declare-minutes';
import { DrawGroups } from './groups/draw-groups';
import { ExtendDeadline } from './groups/extend-deadline';
import { FileOfSubmission } from './handing-in/file-of-submission';
import { GroupsOfEdition } from './groups/groups-of-edition';
import { HandInWork } from './handing-in/hand-in-work';
import { MoveMember } from './groups/move-member';
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
    private readonly moving: MoveMember,
    private readonly drawing: DrawGroups,
    private readonly list: MarkingList,
    private readonly work: WorkToMark,
    private readonly marking: MarkWork,
    private readonly drafting: SaveMarkingDraft,
    private readonly preview: ReleasePreview,
    private readonly releasing: ReleaseResults,
  ) {}

  @Handles(readProjectWork, mayTakePart)
  ownWork({ actor, ...asked }: RequestOf<typeof readProjectWork>) {
    return this.own.of(actor, asked);
  }

  @Handles(handInWork, mayTakePart)
  handIn({ actor, body, ...asked }: RequestOf<typeof handInWork>) {
    return this.handingIn.run(actor, asked, body);
  }

  @Handles(readSubmittedFile, mayAskForFiles)
  async file({ actor, params, query }: RequestOf<typeof readSubmittedFile>, reply: FastifyReply) {
    const { file, masked } = await this.submitted.fileFor(actor, params);
    const how = { inPlace: query.inPlace === 'true' };
    await (masked ? this.files.sendCopy(reply, masked, how) : this.files.send(reply, file, how));
  }

  @Handles(declareProjectMinutes, mayTakePart)
  declare({ actor, ...asked }: RequestOf<typeof declareProjectMinutes>) {
    return this.declaring.run(actor, asked);
  }

  @Handles(extendProjectDeadline, mayRunProjectWork)
  extend({ actor, ...asked }: RequestOf<typeof extendProjectDeadline>) {
    return this.extending.run(actor, asked);
  }

  @Handles(readGroups, mayReadWorks)
  readGroups({ actor, ...asked }: RequestOf<typeof readGroups>) {
    return this.groups.of(actor, asked);
  }

  @Handles(makeGroup, mayRunProjectWork)
  makeGroup(asked: RequestOf<typeof makeGroup>) {
    return this.setting.make(asked);
  }

  @Handles(changeGroup, mayRunProjectWork)
  changeGroup(asked: RequestOf<typeof changeGroup>) {
    return this.setting.change(asked);
  }

  @Handles(moveMember, mayRunProjectWork)
  moveMember(asked: RequestOf<typeof moveMember>) {
    return this.moving.byHand(asked);
  }

  @Handles(drawProjectGroups, mayRunProjectWork)
  drawGroups(asked: RequestOf<typeof drawProjectGroups>) {
    return this.drawing.run(asked);
  }

  @Handles(chooseGroup, mayTakePart)
  chooseGroup({ actor, ...asked }: RequestOf<typeof chooseGroup>) {
    return this.moving.byChoice(actor, asked);
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
  release({ actor, ...asked }: RequestOf<typeof readRelease>) {
    return this.preview.of(actor, asked);
  }

  @Handles(releaseResults, mayRunProjectWork)
  releaseAll({ actor, ...asked }: RequestOf<typeof releaseResults>) {
    return this.releasing.run(actor, asked);
  }

  @Handles(releaseOneResult, mayRunProjectWork)
  releaseOne({ actor, params, body }: RequestOf<typeof releaseOneResult>) {
    return this.releasing.one(actor, params, body);
  }
}
