import { appealAgainstRuling, type InputOf } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Controller } from '@nestjs/common';
import { By, Handles, Input } from '../../../platform/http/handles';
import { mayApply } from '../dossier/admissions.policy';
import { AppealAgainstRuling } from './appeal-against-ruling';

@Controller()
export class AppealsController {
  constructor(private readonly appealing: AppealAgainstRuling) {}

  @Handles(appealAgainstRuling, mayApply)
  appeal(@By() actor: Actor, @Input() { params, body }: InputOf<typeof appealAgainstRuling>) {
    return this.appealing.run(actor, params.editionId, body.statement);
  }
}
