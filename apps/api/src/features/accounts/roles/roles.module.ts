import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { InvitationsModule } from '../invitations/invitations.module';
import { MakeCoordinator } from './make-coordinator';
import { RoleBook } from './role-book';
import { EditionRole, OrganisationRole } from './roles.entity';

@Module({
  imports: [TypeOrmModule.forFeature([EditionRole, OrganisationRole]), InvitationsModule],
  providers: [MakeCoordinator, RoleBook],
  exports: [RoleBook],
})
export class RolesModule {}
