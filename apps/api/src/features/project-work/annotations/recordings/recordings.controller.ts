import { hearRecording, recordComment, removeRecording, writeOutRecording } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FileStore } from '../../../../platform/files/file-store';
import { Handles, type RequestOf } from '../../../../platform/http/handles';
import { mayAskForFiles, mayMark } from '../../project-work.policy';
import { RecordComment } from './record-comment';
import { VisibleRecordings } from './visible-recordings';

@Controller()
export class RecordingsController {
  constructor(
    private readonly files: FileStore,
    private readonly recording: RecordComment,
    private readonly visible: VisibleRecordings,
  ) {}

  @Handles(recordComment, mayMark)
  async record({ actor, params, raw }: RequestOf<typeof recordComment>) {
    const file = await this.files.receive(raw, 'recorded-comment', 'recording');
    return this.files.orErase(file, () => this.recording.add(actor, params, file));
  }

  @Handles(writeOutRecording, mayMark)
  writeOut({ actor, params, body }: RequestOf<typeof writeOutRecording>) {
    return this.recording.writeOut(actor, params, body.words);
  }

  @Handles(removeRecording, mayMark)
  remove({ actor, params }: RequestOf<typeof removeRecording>) {
    return this.recording.remove(actor, params);
  }

  @Handles(hearRecording, mayAskForFiles)
  async hear({ actor, params }: RequestOf<typeof hearRecording>, reply: FastifyReply) {
    const fileId = await this.visible.fileOf(actor, params, params.recordingId);
    await this.files.send(reply, await this.files.byId(fileId), { inPlace: true });
  }
}
