import {
  assignRole,
  changeEdition,
  closeEdition,
  type InputOf,
  openEdition,
  planEdition,
  readEdition,
  readEditions,
  readOpenEditions,
  readSetUp,
  removeRole,
} from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Controller } from '@nestjs/common';
import { By, Handles, Input } from '../../platform/http/handles';
import { AssignRole } from './assign-role';
import { ChangeEdition } from './change-edition';
import { CloseEdition } from './close-edition';
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
    private readonly changing: ChangeEdition,
    private readonly opening: OpenEdition,
    private readonly closing: CloseEdition,
    private readonly assigning: AssignRole,
    private readonly removing: RemoveRole,
  ) {}

  @Handles(readOpenEditions, mayReadOpenEditions)
  open(@Input() { query }: InputOf<typeof readOpenEditions>) {
    return this.pages.open(query.programme);
  }

  @Handles(readEditions, mayListEditions)
  own(@By() actor: Actor, @Input() { query }: InputOf<typeof readEditions>) {
    return this.pages.of(actor, query);
  }

  @Handles(readEdition, mayReadOpenEditions)
  one(@By() actor: Actor | null, @Input() { params }: InputOf<typeof readEdition>) {
    return this.pages.one(actor, params.editionId);
  }

  @Handles(readSetUp, maySetUpEdition)
  setUp(@Input() { params }: InputOf<typeof readSetUp>) {
    return this.desk.of(params.editionId);
  }

  @Handles(planEdition, maySetUpEdition)
  plan(@Input() { body }: InputOf<typeof planEdition>) {
    return this.planning.run(body);
  }

  @Handles(changeEdition, maySetUpEdition)
  change(@Input() { params, body }: InputOf<typeof changeEdition>) {
    return this.changing.run(params.editionId, body);
  }

  @Handles(openEdition, maySetUpEdition)
  opened(@Input() { params }: InputOf<typeof openEdition>) {
    return this.opening.run(params.editionId);
  }

  @Handles(closeEdition, maySetUpEdition)
  closed(@Input() { params }: InputOf<typeof closeEdition>) {
    return this.closing.run(params.editionId);
  }

  @Handles(assignRole, maySetUpEdition)
  assign(@Input() { params, body }: InputOf<typeof assignRole>) {
    return this.assigning.run(params.editionId, body.accountId, body.role);
  }

  @Handles(removeRole, maySetUpEdition)
  remove(@Input() { params }: InputOf<typeof removeRole>) {
    return this.removing.run(params.editionId, params.accountId, params.role);
  }
}
