import {
  assignRole,
  changeEdition,
  closeEdition,
  copyEdition,
  openEdition,
  planEdition,
  readEdition,
  readEditions,
  readOpenEditions,
  readSetUp,
  removeRole,
} from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type PublicRequestOf, type RequestOf } from '../../platform/http/handles';
import { AssignRole } from './assign-role';
import { ChangeEdition } from './change-edition';
import { CloseEdition } from './close-edition';
import { CopyEdition } from './copy-edition';
import { EditionPages } from './edition-pages';
import { mayListEditions, mayReadOpenEditions, maySetUpEdition } from './editions.policy';
import { OpenEdition } from './open-edition';
import { PlanEdition } from './plan-edition';
import { RemoveRole } from './remove-role';
import { EditionSetUp } from './edition-set-up';

@Controller()
export class EditionsController {
  constructor(
    private readonly pages: EditionPages,
    private readonly desk: EditionSetUp,
    private readonly planning: PlanEdition,
    private readonly copying: CopyEdition,
    private readonly changing: ChangeEdition,
    private readonly opening: OpenEdition,
    private readonly closing: CloseEdition,
    private readonly assigning: AssignRole,
    private readonly removing: RemoveRole,
  ) {}

  @Handles(readOpenEditions, mayReadOpenEditions)
  open({ query }: PublicRequestOf<typeof readOpenEditions>) {
    return this.pages.open(query.programme);
  }

  @Handles(readEditions, mayListEditions)
  own({ actor, query }: RequestOf<typeof readEditions>) {
    return this.pages.of(actor, query);
  }

  @Handles(readEdition, mayReadOpenEditions)
  one({ actor, params }: PublicRequestOf<typeof readEdition>) {
    return this.pages.one(actor, params.editionId);
  }

  @Handles(readSetUp, maySetUpEdition)
  setUp({ params }: RequestOf<typeof readSetUp>) {
    return this.desk.of(params.editionId);
  }

  @Handles(planEdition, maySetUpEdition)
  plan({ body }: RequestOf<typeof planEdition>) {
    return this.planning.run(body);
  }

  @Handles(copyEdition, maySetUpEdition)
  copy(request: RequestOf<typeof copyEdition>) {
    return this.copying.run(request.actor, request);
  }

  @Handles(changeEdition, maySetUpEdition)
  change({ params, body }: RequestOf<typeof changeEdition>) {
    return this.changing.run(params.editionId, body);
  }

  @Handles(openEdition, maySetUpEdition)
  opened({ params }: RequestOf<typeof openEdition>) {
    return this.opening.run(params.editionId);
  }

  @Handles(closeEdition, maySetUpEdition)
  closed({ params }: RequestOf<typeof closeEdition>) {
    return this.closing.run(params.editionId);
  }

  @Handles(assignRole, maySetUpEdition)
  assign({ params, body }: RequestOf<typeof assignRole>) {
    return this.assigning.run(params.editionId, body.accountId, body.role);
  }

  @Handles(removeRole, maySetUpEdition)
  remove({ params }: RequestOf<typeof removeRole>) {
    return this.removing.run(params.editionId, params.accountId, params.role);
  }
}
