import { assignDossiers, type InputOf, readAssignment, setReadingLimits } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Controller } from '@nestjs/common';
import { By, Handles, Input } from '../../../platform/http/handles';
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
  read(@By() actor: Actor, @Input() { params }: InputOf<typeof readAssignment>) {
    return this.desk.of(actor, params.editionId);
  }

  @Handles(assignDossiers, mayAssignDossiers)
  assign(@By() actor: Actor, @Input() { params, body }: InputOf<typeof assignDossiers>) {
    return this.assigning.run(actor, params.editionId, body);
  }

  @Handles(setReadingLimits, mayAssignDossiers)
  limit(@By() actor: Actor, @Input() { params, body }: InputOf<typeof setReadingLimits>) {
    return this.limiting.run(actor, params.editionId, body.limits);
  }
}
