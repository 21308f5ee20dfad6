import {
  checkPeopleList,
  invitePeople,
  readInvitations,
  readPeople,
  resendInvitation,
  revokeInvitation,
} from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../platform/http/handles';
import { ChangeInvitation } from './change-invitation';
import { InvitePeople } from './invite-people';
import { ListChecker, toldOf } from './list-checker';
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
  people({ query }: RequestOf<typeof readPeople>) {
    return this.register.page(query);
  }

  @Handles(readInvitations, mayManagePeople)
  invitations({ query }: RequestOf<typeof readInvitations>) {
    return this.register.invited(query);
  }

  @Handles(checkPeopleList, mayManagePeople)
  async check({ body }: RequestOf<typeof checkPeopleList>) {
    return { items: (await this.checker.check(body)).map(toldOf) };
  }

  @Handles(invitePeople, mayManagePeople)
  async invite({ actor, body }: RequestOf<typeof invitePeople>) {
    return { items: (await this.inviting.run(actor, body)).map(toldOf) };
  }

  @Handles(resendInvitation, mayManagePeople)
  resend({ actor, params }: RequestOf<typeof resendInvitation>) {
    return this.changing.resend(actor, params.invitationId);
  }

  @Handles(revokeInvitation, mayManagePeople)
  revoke({ params }: RequestOf<typeof revokeInvitation>) {
    return this.changing.revoke(params.invitationId);
  }
}
