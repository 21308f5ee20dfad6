import { Module } from '@nestjs/common';
import { EditionsModule } from '../editions';
import { GiveInvitedRoles } from './give-invited-roles';

@Module({
  imports: [EditionsModule],
  providers: [GiveInvitedRoles],
})
export class PeopleModule {}
