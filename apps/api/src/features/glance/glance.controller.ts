import { type InputOf, readGlance } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, Input } from '../../platform/http/handles';
import { EditionAtAGlance } from './edition-at-a-glance';
import { mayReadGlance } from './glance.policy';

@Controller()
export class GlanceController {
  constructor(private readonly glance: EditionAtAGlance) {}

  @Handles(readGlance, mayReadGlance)
  read(@Input() { params, query }: InputOf<typeof readGlance>) {
    return this.glance.of(params.editionId, query.after);
  }
}
