import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Catalogue } from './catalogue';
import { ChangeRubric } from './change-rubric';
import { PreviewPublication } from './preview-publication';
import { Programme } from './programme.entity';
import { ProgrammeChecker } from './programme-checker';
import { ProgrammePicture } from './programme-picture.entity';
import { ProgrammePictures } from './programme-pictures';
import { ProgrammeQueries } from './programme-queries';
import { ProgrammeVersion } from './programme-version.entity';
import { ProgrammesController } from './programmes.controller';
import { PublishProgramme } from './publish-programme';

@Module({
  imports: [TypeOrmModule.forFeature([Programme, ProgrammePicture, ProgrammeVersion])],
  controllers: [ProgrammesController],
  providers: [
    Catalogue,
    ChangeRubric,
    PreviewPublication,
    ProgrammeChecker,
    ProgrammePictures,
    ProgrammeQueries,
    PublishProgramme,
  ],
  exports: [Catalogue, ProgrammeChecker, ProgrammePictures, ProgrammeQueries, PublishProgramme],
})
export class ProgrammesModule {}
