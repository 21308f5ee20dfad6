import { Global, Module } from '@nestjs/common';
import { AccountModule } from './account/account.module';
import { AccountsController } from './accounts.controller';
import { AddressModule } from './address/address.module';
import { CodesModule } from './codes/codes.module';
import { InstitutionsModule } from './institutions/institutions.module';
import { InvitationsModule } from './invitations/invitations.module';
import { OwnAccountModule } from './own-account/own-account.module';
import { PasswordModule } from './password/password.module';
import { PeopleDirectoryModule } from './people/people.module';
import { RegistrationModule } from './registration/registration.module';
import { RolesModule } from './roles/roles.module';
import { SignInModule } from './sign-in/sign-in.module';

/** Global, because every request needs to know the actor. */
@Global()
@Module({
  imports: [
    AccountModule,
    CodesModule,
    SignInModule,
    InstitutionsModule,
    InvitationsModule,
    RolesModule,
    RegistrationModule,
    AddressModule,
    PasswordModule,
    OwnAccountModule,
    PeopleDirectoryModule,
  ],
  controllers: [AccountsController],
  exports: [SignInModule, PeopleDirectoryModule, InstitutionsModule, RolesModule, InvitationsModule],
})
export class AccountsModule {}
