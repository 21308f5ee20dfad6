import { assignDossiers, readAssignment, setReadingLimits } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { mayAssignDossiers } from '../dossier/admissions.policy';
import { AssignDossiers } from './assign-dossiers';
import { AssignmentDesk } from './assignment-desk';
import { SetReadingLimits } from './set-reading-limits';

@Controller()
export class AssignmentController {
  constructor(
    private readonly desk: AssignmentDesk,
    private readonly assigning: AssignDossiers,
    private readonly limiting: SetReadingLimits,
  ) {}

  @Handles(readAssignment, mayAssignDossiers)
  read({ actor, params }: RequestOf<typeof readAssignment>) {
    return this.desk.of(actor, params.editionId);
  }

  @Handles(assignDossiers, mayAssignDossiers)
  assign({ actor, params, body }: RequestOf<typeof assignDossiers>) {
    return this.assigning.run(actor, params.editionId, body);
  }

  @Handles(setReadingLimits, mayAssignDossiers)
  limit({ actor, params, body }: RequestOf<typeof setReadingLimits>) {
    return this.limiting.run(actor, params.editionId, body.limits);
  }
}
