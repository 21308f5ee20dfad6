import { appealAgainstRuling } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { mayApply } from '../dossier/admissions.policy';
import { AppealAgainstRuling } from './appeal-against-ruling';

@Controller()
export class AppealsController {
  constructor(private readonly appealing: AppealAgainstRuling) {}

  @Handles(appealAgainstRuling, mayApply)
  appeal({ actor, params, body }: RequestOf<typeof appealAgainstRuling>) {
    return this.appealing.run(actor, params.editionId, body.statement);
  }
}
