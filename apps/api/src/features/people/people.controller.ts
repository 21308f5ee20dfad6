import {
  checkPeopleList,
  type InputOf,
  invitePeople,
  readInvitations,
  readPeople,
  resendInvitation,
  revokeInvitation,
} from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Controller } from '@nestjs/common';
import { By, Handles, Input } from '../../platform/http/handles';
import { ChangeInvitation } from './change-invitation';
import { InvitePeople } from './invite-people';
import { ListChecker } from './list-checker';
import { mayManagePeople } from './people.policy';
import { PeopleRegister } from './people-register';

@Controller()
export class PeopleController {
  constructor(
    private readonly register: PeopleRegister,
    private readonly checker: ListChecker,
    private readonly inviting: InvitePeople,
    private readonly changing: ChangeInvitation,
  ) {}

  @Handles(readPeople, mayManagePeople)
  people(@Input() { query }: InputOf<typeof readPeople>) {
    return this.register.page(query);
  }

  @Handles(readInvitations, mayManagePeople)
  invitations(@Input() { query }: InputOf<typeof readInvitations>) {
    return this.register.invited(query);
  }

  @Handles(checkPeopleList, mayManagePeople)
  async check(@Input() { body }: InputOf<typeof checkPeopleList>) {
    return { items: await this.checker.check(body) };
  }

  @Handles(invitePeople, mayManagePeople)
  async invite(@By() actor: Actor, @Input() { body }: InputOf<typeof invitePeople>) {
    return { items: await this.inviting.run(actor, body) };
  }

  @Handles(resendInvitation, mayManagePeople)
  resend(@By() actor: Actor, @Input() { params }: InputOf<typeof resendInvitation>) {
    return this.changing.resend(actor, params.invitationId);
  }

  @Handles(revokeInvitation, mayManagePeople)
  revoke(@Input() { params }: InputOf<typeof revokeInvitation>) {
    return this.changing.revoke(params.invitationId);
  }
}
