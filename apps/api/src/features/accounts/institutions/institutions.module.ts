import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ImportInstitutions } from './import-institutions';
import { InstitutionDirectory } from './institution-directory';
import { InstitutionRegister } from './institution-register';
import { Institution } from './institution.entity';
import { InstitutionsController } from './institutions.controller';
import { KeepInstitution } from './keep-institution';
import { MergeInstitutions } from './merge-institutions';
import { ProposeInstitution } from './propose-institution';

@Module({
  imports: [TypeOrmModule.forFeature([Institution])],
  controllers: [InstitutionsController],
  providers: [
    ImportInstitutions,
    InstitutionDirectory,
    InstitutionRegister,
    KeepInstitution,
    MergeInstitutions,
    ProposeInstitution,
  ],
  exports: [InstitutionDirectory],
})
export class InstitutionsModule {}
