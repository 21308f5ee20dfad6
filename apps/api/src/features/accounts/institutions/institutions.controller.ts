import {
  addInstitution,
  changeInstitution,
  type InputOf,
  listInstitutions,
  mergeInstitutions,
  proposeInstitution,
  searchInstitutions,
} from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Controller } from '@nestjs/common';
import { By, Handles, Input } from '../../../platform/http/handles';
import { mayKeepInstitutions, mayUseOwnAccount } from '../accounts.policy';
import { InstitutionDirectory } from './institution-directory';
import { InstitutionRegister } from './institution-register';
import { KeepInstitution } from './keep-institution';
import { MergeInstitutions } from './merge-institutions';
import { ProposeInstitution } from './propose-institution';

@Controller()
export class InstitutionsController {
  constructor(
    private readonly directory: InstitutionDirectory,
    private readonly register: InstitutionRegister,
    private readonly proposing: ProposeInstitution,
    private readonly keeping: KeepInstitution,
    private readonly merging: MergeInstitutions,
  ) {}

  @Handles(searchInstitutions, mayUseOwnAccount)
  search(@Input() { query }: InputOf<typeof searchInstitutions>) {
    return this.directory.called(query.name, query.after);
  }

  @Handles(proposeInstitution, mayUseOwnAccount)
  propose(@By() actor: Actor, @Input() { body }: InputOf<typeof proposeInstitution>) {
    return this.proposing.run(actor, body);
  }

  @Handles(listInstitutions, mayKeepInstitutions)
  list(@Input() { query }: InputOf<typeof listInstitutions>) {
    return this.register.read(query);
  }

  @Handles(addInstitution, mayKeepInstitutions)
  add(@Input() { body }: InputOf<typeof addInstitution>) {
    return this.keeping.add(body);
  }

  @Handles(changeInstitution, mayKeepInstitutions)
  change(@Input() { params, body }: InputOf<typeof changeInstitution>) {
    return this.keeping.change(params.institutionId, body);
  }

  @Handles(mergeInstitutions, mayKeepInstitutions)
  merge(@Input() { params, body }: InputOf<typeof mergeInstitutions>) {
    return this.merging.run(params.institutionId, body.intoId);
  }
}
