import { Module } from '@nestjs/common';
import { EditionsModule } from '../../editions';
import { DossierModule } from '../dossier/dossier.module';
import { ClearConflict } from './clear-conflict';
import { ConflictDetection } from './conflict-detection';
import { ConflictRegister } from './conflict-register';
import { ConflictsController } from './conflicts.controller';
import {
  KeepConflictsOfAccount,
  KeepConflictsOfApplicant,
  KeepConflictsOfInstitution,
  KeepConflictsOfMember,
} from './keep-found-conflicts';
import { PinConflict } from './pin-conflict';

@Module({
  imports: [EditionsModule, DossierModule],
  controllers: [ConflictsController],
  providers: [
    ClearConflict,
    ConflictDetection,
    ConflictRegister,
    KeepConflictsOfAccount,
    KeepConflictsOfApplicant,
    KeepConflictsOfInstitution,
    KeepConflictsOfMember,
    PinConflict,
  ],
})
export class ConflictsModule {}
