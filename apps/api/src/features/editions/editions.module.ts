import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ProgrammesModule } from '../programmes';
import { AssignRole } from './assign-role';
import { ChangeEdition } from './change-edition';
import { ClosingLock } from './closing-lock.entity';
import { CloseEdition } from './close-edition';
import { ClosedEditions } from './closed-editions';
import { CopyEdition } from './copy-edition';
import { Edition } from './edition.entity';
import { EditionDirectory } from './edition-directory';
import { EditionPages } from './edition-pages';
import { EditionsController } from './editions.controller';
import { LeaveEditions } from './leave-editions';
import { OpenEdition } from './open-edition';
import { PlanEdition } from './plan-edition';
import { RemoveRole } from './remove-role';
import { EditionSetUp } from './edition-set-up';

@Module({
  imports: [TypeOrmModule.forFeature([Edition, ClosingLock]), ProgrammesModule],
  controllers: [EditionsController],
  providers: [
    { provide: APP_INTERCEPTOR, useClass: ClosedEditions },
    EditionDirectory,
    EditionPages,
    EditionSetUp,
    PlanEdition,
    CopyEdition,
    ChangeEdition,
    OpenEdition,
    CloseEdition,
    AssignRole,
    RemoveRole,
    LeaveEditions,
  ],
  exports: [EditionDirectory, EditionPages, AssignRole],
})
export class EditionsModule {}
