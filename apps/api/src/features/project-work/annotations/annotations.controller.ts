import {
  readAnnotatedFile,
  readAnnotatedText,
  readAnnotations,
  readAnnotationsOfText,
  readAnnotationsOfWork,
  readWordsOfFile,
  saveAnnotations,
  saveAnnotationsOfText,
} from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FileStore } from '../../../platform/files/file-store';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { mayAskForFiles, mayMark, mayReadWorks } from '../project-work.policy';
import { AnnotatedPart } from './annotated-part';
import { AnnotationsOfSubmission } from './annotations-of-submission';
import { SaveAnnotations } from './save-annotations';
import { WordsOfFile } from './words-of-file';

@Controller()
export class AnnotationsController {
  constructor(
    private readonly files: FileStore,
    private readonly annotations: AnnotationsOfSubmission,
    private readonly saving: SaveAnnotations,
    private readonly annotated: AnnotatedPart,
    private readonly words: WordsOfFile,
  ) {}

  @Handles(readAnnotations, mayAskForFiles)
  read({ actor, params }: RequestOf<typeof readAnnotations>) {
    return this.annotations.of(actor, params);
  }

  @Handles(readAnnotationsOfText, mayAskForFiles)
  readOfText({ actor, params }: RequestOf<typeof readAnnotationsOfText>) {
    return this.annotations.of(actor, params);
  }

  @Handles(readAnnotationsOfWork, mayReadWorks)
  readOfWork({ actor, params, query }: RequestOf<typeof readAnnotationsOfWork>) {
    return this.annotations.ofWork(actor, params, query.file);
  }

  @Handles(saveAnnotations, mayMark)
  save({ actor, params, body }: RequestOf<typeof saveAnnotations>) {
    return this.saving.run(actor, params, body);
  }

  @Handles(saveAnnotationsOfText, mayMark)
  saveOfText({ actor, params, body }: RequestOf<typeof saveAnnotationsOfText>) {
    return this.saving.run(actor, params, body);
  }

  @Handles(readWordsOfFile, mayAskForFiles)
  async readWords({ actor, params }: RequestOf<typeof readWordsOfFile>) {
    return { words: await this.words.for(actor, params) };
  }

  @Handles(readAnnotatedFile, mayAskForFiles)
  async file({ actor, params }: RequestOf<typeof readAnnotatedFile>, reply: FastifyReply) {
    await this.files.sendPdf(reply, await this.annotated.of(actor, params));
  }

  @Handles(readAnnotatedText, mayAskForFiles)
  async text({ actor, params }: RequestOf<typeof readAnnotatedText>, reply: FastifyReply) {
    await this.files.sendPdf(reply, await this.annotated.of(actor, params));
  }
}
