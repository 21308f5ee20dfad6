import { Module } from '@nestjs/common';
import { CodesModule } from '../codes/codes.module';
import { InstitutionsModule } from '../institutions/institutions.module';
import { PeopleDirectoryModule } from '../people/people.module';
import { SignInModule } from '../sign-in/sign-in.module';
import { ChangeOwnAccount } from './change-own-account';
import { DeleteAccount } from './delete-account';
import { OwnAccount } from './own-account';

@Module({
  imports: [CodesModule, InstitutionsModule, PeopleDirectoryModule, SignInModule],
  providers: [ChangeOwnAccount, DeleteAccount, OwnAccount],
  exports: [ChangeOwnAccount, DeleteAccount, OwnAccount],
})
export class OwnAccountModule {}
