import {
  addWorkspaceFile,
  addWorkspaceTask,
  changeWorkspaceTask,
  handInText,
  joinWorkspace,
  readTextVersion,
  readTextVersions,
  readWorkspace,
  readWorkspaceFile,
  removeWorkspaceFile,
  removeWorkspaceTask,
} from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FileStore } from '../../../platform/files/file-store';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { ShareFiles } from './files/share-files';
import { TextHistory } from './history/text-history';
import { KeepTasks } from './tasks/keep-tasks';
import { Rooms } from './together/rooms';
import { HandInText } from './work-of-text/hand-in-text';
import { WorkspaceOfGroup } from './workspace-of-group';
import { mayOpenWorkspaces, mayWorkTogether } from './workspace.policy';

@Controller()
export class WorkspaceController {
  constructor(
    private readonly files: FileStore,
    private readonly workspace: WorkspaceOfGroup,
    private readonly rooms: Rooms,
    private readonly history: TextHistory,
    private readonly sharing: ShareFiles,
    private readonly tasks: KeepTasks,
    private readonly handingIn: HandInText,
  ) {}

  @Handles(readWorkspace, mayOpenWorkspaces)
  read({ actor, params }: RequestOf<typeof readWorkspace>) {
    return this.workspace.of(actor, params);
  }

  @Handles(joinWorkspace, mayOpenWorkspaces)
  join(request: RequestOf<typeof joinWorkspace>, reply: FastifyReply) {
    return this.rooms.join(request, reply);
  }

  @Handles(readTextVersions, mayOpenWorkspaces)
  versions({ actor, ...input }: RequestOf<typeof readTextVersions>) {
    return this.history.versions(actor, input);
  }

  @Handles(readTextVersion, mayOpenWorkspaces)
  version({ actor, ...input }: RequestOf<typeof readTextVersion>) {
    return this.history.version(actor, input);
  }

  @Handles(addWorkspaceFile, mayWorkTogether)
  addFile({ actor, params, raw }: RequestOf<typeof addWorkspaceFile>) {
    return this.sharing.add(actor, params, raw);
  }

  @Handles(readWorkspaceFile, mayOpenWorkspaces)
  async file({ actor, params, query }: RequestOf<typeof readWorkspaceFile>, reply: FastifyReply) {
    const file = await this.sharing.fileFor(actor, params);
    await this.files.send(reply, file, { inPlace: query.inPlace === 'true' });
  }

  @Handles(removeWorkspaceFile, mayWorkTogether)
  removeFile({ actor, params }: RequestOf<typeof removeWorkspaceFile>) {
    return this.sharing.remove(actor, params);
  }

  @Handles(addWorkspaceTask, mayWorkTogether)
  addTask({ actor, ...input }: RequestOf<typeof addWorkspaceTask>) {
    return this.tasks.add(actor, input);
  }

  @Handles(changeWorkspaceTask, mayWorkTogether)
  changeTask({ actor, ...input }: RequestOf<typeof changeWorkspaceTask>) {
    return this.tasks.change(actor, input);
  }

  @Handles(removeWorkspaceTask, mayWorkTogether)
  removeTask({ actor, ...input }: RequestOf<typeof removeWorkspaceTask>) {
    return this.tasks.remove(actor, input);
  }

  @Handles(handInText, mayWorkTogether)
  handIn({ actor, ...input }: RequestOf<typeof handInText>) {
    return this.handingIn.run(actor, input);
  }
}
