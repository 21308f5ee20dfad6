import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { WhoAsks } from '../../platform/http/who-asks';
import { Account } from './account.entity';
import { AccountsController } from './accounts.controller';
import { AddressChange } from './address-change.entity';
import { ChangeAddress } from './change-address';
import { ChangeOwnAccount } from './change-own-account';
import { ChangePassword } from './change-password';
import { ConfirmAddressChange } from './confirm-address-change';
import { DeleteAccount } from './delete-account';
import { OwnPassword } from './own-password';
import { Codes } from './codes';
import { ForgetPassword } from './forget-password';
import { GuessCounter } from './guess-counter';
import { AccountsPersonalData } from './accounts-personal-data';
import { Institution } from './institution.entity';
import { InstitutionDirectory } from './institution-directory';
import { Invitation } from './invitation.entity';
import { InvitationBook } from './invitation-book';
import { ClearExpired } from './jobs/clear-expired.handler';
import { MailCode } from './jobs/mail-code.handler';
import { ImportInstitutions } from './institutions/import-institutions';
import { InstitutionRegister } from './institutions/institution-register';
import { InstitutionsController } from './institutions/institutions.controller';
import { KeepInstitution } from './institutions/keep-institution';
import { MergeInstitutions } from './institutions/merge-institutions';
import { ProposeInstitution } from './institutions/propose-institution';
import { MakeCoordinator } from './make-coordinator';
import { MailCounter } from './mail-counter';
import { MailedCode } from './mailed-code.entity';
import { OpenAccount } from './open-account';
import { OwnAccount } from './own-account';
import { PeopleDirectory } from './people-directory';
import { RegisterAccount } from './register-account';
import { ResetPassword } from './reset-password';
import { RoleBook } from './role-book';
import { EditionRole, OrganisationRole } from './roles.entity';
import { SignInPerson } from './sign-in';
import { SignIn } from './sign-in.entity';
import { SignOutPerson } from './sign-out';
import { WhoIsSignedIn } from './who-is-signed-in';

/** Global because every request asks who sent it. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forFeature([Institution, Account, SignIn, MailedCode, Invitation, AddressChange, OrganisationRole, EditionRole]),
  ],
  controllers: [AccountsController, InstitutionsController],
  providers: [
    RegisterAccount,
    OpenAccount,
    Codes,
    InvitationBook,
    MailCounter,
    SignInPerson,
    SignOutPerson,
    ForgetPassword,
    ResetPassword,
    MakeCoordinator,
    ChangeOwnAccount,
    ChangePassword,
    ChangeAddress,
    ConfirmAddressChange,
    DeleteAccount,
    OwnPassword,
    GuessCounter,
    MailCode,
    ClearExpired,
    OwnAccount,
    AccountsPersonalData,
    PeopleDirectory,
    InstitutionDirectory,
    ImportInstitutions,
    InstitutionRegister,
    KeepInstitution,
    MergeInstitutions,
    ProposeInstitution,
    RoleBook,
    { provide: WhoAsks, useClass: WhoIsSignedIn },
  ],
  exports: [WhoAsks, PeopleDirectory, InstitutionDirectory, RoleBook, AccountsPersonalData, InvitationBook],
})
export class AccountsModule {}
