import { type InputOf, readGlance } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Controller } from '@nestjs/common';
import { By, Handles, Input } from '../../platform/http/handles';
import { EditionAtAGlance } from './edition-at-a-glance';
import { mayReadGlance } from './glance.policy';

@Controller()
export class GlanceController {
  constructor(private readonly glance: EditionAtAGlance) {}

  @Handles(readGlance, mayReadGlance)
  read(@By() actor: Actor, @Input() { params, query }: InputOf<typeof readGlance>) {
    return this.glance.of(actor, params.editionId, query.after);
  }
}
