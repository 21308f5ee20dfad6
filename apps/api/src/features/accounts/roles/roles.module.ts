import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { InvitationsModule } from '../invitations/invitations.module';
import { MakeCoordinator } from './make-coordinator';
import { RoleRegister } from './role-register';
import { EditionRole, OrganisationRole } from './roles.entity';

@Module({
  imports: [TypeOrmModule.forFeature([EditionRole, OrganisationRole]), InvitationsModule],
  providers: [MakeCoordinator, RoleRegister],
  exports: [RoleRegister],
})
export class RolesModule {}
