import { checkProgramme, publishProgramme, readCatalogue, readProgramme } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type PublicRequestOf, type RequestOf } from '../../platform/http/handles';
import { Catalogue } from './catalogue';
import { PreviewPublication } from './preview-publication';
import { mayPublishProgramme, mayReadProgrammes } from './programmes.policy';
import { PublishProgramme } from './publish-programme';

@Controller()
export class ProgrammesController {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly preview: PreviewPublication,
    private readonly publishing: PublishProgramme,
  ) {}

  @Handles(readCatalogue, mayReadProgrammes)
  all() {
    return this.catalogue.all();
  }

  @Handles(readProgramme, mayReadProgrammes)
  programme({ params, query }: PublicRequestOf<typeof readProgramme>) {
    return this.catalogue.programme(params.slug, query.version);
  }

  @Handles(checkProgramme, mayPublishProgramme)
  check({ body }: RequestOf<typeof checkProgramme>) {
    return this.preview.of(body.text);
  }

  @Handles(publishProgramme, mayPublishProgramme)
  publish({ body }: RequestOf<typeof publishProgramme>) {
    return this.publishing.run(body.text);
  }
}
