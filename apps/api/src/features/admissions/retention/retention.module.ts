import { Module } from '@nestjs/common';
import { EditionsModule } from '../../editions';
import { EraseDossier } from './erase-dossier';
import { ForeseeErasure } from './foresee-erasure';
import { EraseBytes } from './jobs/erase-bytes.handler';
import { EraseDossierInTime } from './jobs/erase-dossier.handler';

@Module({
  imports: [EditionsModule],
  providers: [EraseBytes, EraseDossier, EraseDossierInTime, ForeseeErasure],
})
export class RetentionModule {}
