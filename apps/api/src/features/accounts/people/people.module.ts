import { Module } from '@nestjs/common';
import { InstitutionsModule } from '../institutions/institutions.module';
import { AccountsPersonalData } from './accounts-personal-data';
import { PeopleDirectory } from './people-directory';

@Module({
  imports: [InstitutionsModule],
  providers: [AccountsPersonalData, PeopleDirectory],
  exports: [AccountsPersonalData, PeopleDirectory],
})
export class PeopleDirectoryModule {}
