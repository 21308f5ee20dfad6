import { clearConflict, findApplicants, pinConflict, readConflicts } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { mayPinConflicts } from '../dossier/admissions.policy';
import { ClearConflict } from './clear-conflict';
import { ConflictRegister } from './conflict-register';
import { PinConflict } from './pin-conflict';

@Controller()
export class ConflictsController {
  constructor(
    private readonly register: ConflictRegister,
    private readonly pinning: PinConflict,
    private readonly clearing: ClearConflict,
  ) {}

  @Handles(readConflicts, mayPinConflicts)
  conflicts({ actor, params, query }: RequestOf<typeof readConflicts>) {
    return this.register.of(actor, params.editionId, query);
  }

  @Handles(findApplicants, mayPinConflicts)
  applicants({ actor, params, query }: RequestOf<typeof findApplicants>) {
    return this.register.find(actor, params.editionId, query.q);
  }

  @Handles(pinConflict, mayPinConflicts)
  pin({ actor, params, body }: RequestOf<typeof pinConflict>) {
    return this.pinning.run(actor, params.editionId, body);
  }

  @Handles(clearConflict, mayPinConflicts)
  clear({ actor, params, body }: RequestOf<typeof clearConflict>) {
    return this.clearing.run(actor, params, body.reason);
  }
}
