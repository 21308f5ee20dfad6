import {
  addInstitution,
  changeInstitution,
  listInstitutions,
  mergeInstitutions,
  proposeInstitution,
  searchInstitutions,
} from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../../platform/http/handles';
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
  search({ query }: RequestOf<typeof searchInstitutions>) {
    return this.directory.called(query.name, query.after);
  }

  @Handles(proposeInstitution, mayUseOwnAccount)
  propose({ actor, body }: RequestOf<typeof proposeInstitution>) {
    return this.proposing.run(actor, body);
  }

  @Handles(listInstitutions, mayKeepInstitutions)
  list({ query }: RequestOf<typeof listInstitutions>) {
    return this.register.read(query);
  }

  @Handles(addInstitution, mayKeepInstitutions)
  add({ body }: RequestOf<typeof addInstitution>) {
    return this.keeping.add(body);
  }

  @Handles(changeInstitution, mayKeepInstitutions)
  change({ params, body }: RequestOf<typeof changeInstitution>) {
    return this.keeping.change(params.institutionId, body);
  }

  @Handles(mergeInstitutions, mayKeepInstitutions)
  merge({ params, body }: RequestOf<typeof mergeInstitutions>) {
    return this.merging.run(params.institutionId, body.intoId);
  }
}
