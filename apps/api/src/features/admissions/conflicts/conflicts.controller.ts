import { clearConflict, findApplicants, type InputOf, pinConflict, readConflicts } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Controller } from '@nestjs/common';
import { By, Handles, Input } from '../../../platform/http/handles';
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
  conflicts(@By() actor: Actor, @Input() { params, query }: InputOf<typeof readConflicts>) {
    return this.register.of(actor, params.editionId, query);
  }

  @Handles(findApplicants, mayPinConflicts)
  applicants(@By() actor: Actor, @Input() { params, query }: InputOf<typeof findApplicants>) {
    return this.register.find(actor, params.editionId, query.q);
  }

  @Handles(pinConflict, mayPinConflicts)
  pin(@By() actor: Actor, @Input() { params, body }: InputOf<typeof pinConflict>) {
    return this.pinning.run(actor, params.editionId, body);
  }

  @Handles(clearConflict, mayPinConflicts)
  clear(@By() actor: Actor, @Input() { params, body }: InputOf<typeof clearConflict>) {
    return this.clearing.run(actor, params, body.reason);
  }
}
