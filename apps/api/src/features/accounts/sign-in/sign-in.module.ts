import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { WhoAsks } from '../../../platform/http/who-asks';
import { FailedSignIns } from './failed-sign-ins';
import { ClearExpired } from './jobs/clear-expired.handler';
import { OwnPassword } from './own-password';
import { SignInPerson } from './sign-in';
import { SignIn } from './sign-in.entity';
import { SignOutPerson } from './sign-out';
import { WhoIsSignedIn } from './who-is-signed-in';

@Module({
  imports: [TypeOrmModule.forFeature([SignIn])],
  providers: [
    ClearExpired,
    FailedSignIns,
    OwnPassword,
    SignInPerson,
    SignOutPerson,
    { provide: WhoAsks, useClass: WhoIsSignedIn },
  ],
  exports: [OwnPassword, SignInPerson, SignOutPerson, WhoAsks],
})
export class SignInModule {}
