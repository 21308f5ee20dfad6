import { Module } from '@nestjs/common';
import { EditionsModule } from '../editions';
import { ChangeInvitation } from './change-invitation';
import { GiveInvitedRoles } from './give-invited-roles';
import { InvitePeople } from './invite-people';
import { MailRole } from './jobs/mail-role.handler';
import { ListChecker } from './list-checker';
import { PeopleController } from './people.controller';
import { PeopleRegister } from './people-register';

@Module({
  imports: [EditionsModule],
  controllers: [PeopleController],
  providers: [PeopleRegister, ListChecker, InvitePeople, ChangeInvitation, GiveInvitedRoles, MailRole],
})
export class PeopleModule {}
