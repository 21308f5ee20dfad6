import { readGlance } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../platform/http/handles';
import { EditionAtAGlance } from './edition-at-a-glance';
import { mayReadGlance } from './glance.policy';

@Controller()
export class GlanceController {
  constructor(private readonly glance: EditionAtAGlance) {}

  @Handles(readGlance, mayReadGlance)
  read({ actor, params, query }: RequestOf<typeof readGlance>) {
    return this.glance.of(actor, params.editionId, query.after);
  }
}
