import {
  changeRubric,
  checkProgramme,
  programmeSchema,
  publishProgramme,
  readCatalogue,
  readProgramme,
  readProgrammeFile,
  readProgrammeSchema,
} from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FileStore } from '../../platform/files/file-store';
import { Handles, type PublicRequestOf, type RequestOf } from '../../platform/http/handles';
import { Catalogue } from './catalogue';
import { ChangeRubric } from './change-rubric';
import { PreviewPublication } from './preview-publication';
import { mayPublishProgramme, mayReadProgrammes } from './programmes.policy';
import { PublishProgramme } from './publish-programme';

@Controller()
export class ProgrammesController {
  /** Made when somebody asks for the first time, and once. */
  private shape: ReturnType<typeof programmeSchema> | undefined;

  constructor(
    private readonly catalogue: Catalogue,
    private readonly preview: PreviewPublication,
    private readonly publishing: PublishProgramme,
    private readonly changing: ChangeRubric,
    private readonly files: FileStore,
  ) {}

  @Handles(readCatalogue, mayReadProgrammes)
  all() {
    return this.catalogue.all();
  }

  @Handles(readProgramme, mayReadProgrammes)
  programme({ params, query }: PublicRequestOf<typeof readProgramme>) {
    return this.catalogue.programme(params.slug, query.version);
  }

  @Handles(readProgrammeSchema, mayReadProgrammes)
  schema() {
    return (this.shape ??= programmeSchema());
  }

  @Handles(checkProgramme, mayPublishProgramme)
  check({ body }: RequestOf<typeof checkProgramme>) {
    return this.preview.of(body.text);
  }

  @Handles(publishProgramme, mayPublishProgramme)
  publish({ body }: RequestOf<typeof publishProgramme>) {
    return this.publishing.run(body.text);
  }

  @Handles(readProgrammeFile, mayPublishProgramme)
  async file({ params }: RequestOf<typeof readProgrammeFile>, reply: FastifyReply) {
    await this.files.sendCopy(reply, await this.catalogue.file(params.slug));
  }

  @Handles(changeRubric, mayPublishProgramme)
  rubric(request: RequestOf<typeof changeRubric>) {
    return this.changing.run(request);
  }
}
