import { checkProgramme, type InputOf, publishProgramme, readCatalogue, readProgramme } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Controller } from '@nestjs/common';
import { By, Handles, Input } from '../../platform/http/handles';
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
  all(@By() actor: Actor | null) {
    return this.catalogue.all(actor);
  }

  @Handles(readProgramme, mayReadProgrammes)
  programme(@By() actor: Actor | null, @Input() { params, query }: InputOf<typeof readProgramme>) {
    return this.catalogue.programme(actor, params.slug, query.version);
  }

  @Handles(checkProgramme, mayPublishProgramme)
  check(@Input() { body }: InputOf<typeof checkProgramme>) {
    return this.preview.of(body.text);
  }

  @Handles(publishProgramme, mayPublishProgramme)
  publish(@Input() { body }: InputOf<typeof publishProgramme>) {
    return this.publishing.run(body.text);
  }
}
