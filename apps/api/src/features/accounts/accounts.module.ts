import { HeldInAccounts } from './held-in-accounts';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { WhoAsks } from '../../platform/http/who-asks';
import { Account } from './account.entity';
import { AccountsController } from './accounts.controller';
import { ChangeOwnAccount } from './change-own-account';
import { ConfirmAddress } from './confirm-address';
import { ForgetPassword } from './forget-password';
import { Guess } from './guess.entity';
import { GuessCounter } from './guess-counter';
import { Institution } from './institution.entity';
import { InstitutionDirectory } from './institution-directory';
import { MailCode } from './jobs/mail-code.handler';
import { MakeCoordinator } from './make-coordinator';
import { MailedCode } from './mailed-code.entity';
import { OwnAccount } from './own-account';
import { PasswordRequest } from './password-request.entity';
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
    TypeOrmModule.forFeature([Institution, Account, SignIn, MailedCode, PasswordRequest, Guess, OrganisationRole, EditionRole]),
  ],
  controllers: [AccountsController],
  providers: [
    RegisterAccount,
    ConfirmAddress,
    SignInPerson,
    SignOutPerson,
    ForgetPassword,
    ResetPassword,
    MakeCoordinator,
    ChangeOwnAccount,
    GuessCounter,
    MailCode,
    OwnAccount,
    HeldInAccounts,
    PeopleDirectory,
    InstitutionDirectory,
    RoleBook,
    { provide: WhoAsks, useClass: WhoIsSignedIn },
  ],
  exports: [WhoAsks, PeopleDirectory, InstitutionDirectory, RoleBook, HeldInAccounts],
})
export class AccountsModule {}
