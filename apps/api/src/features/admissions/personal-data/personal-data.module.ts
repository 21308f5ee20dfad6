import { Module } from '@nestjs/common';
import { EditionsModule } from '../../editions';
import { AdmissionsPersonalData } from './admissions-personal-data';

@Module({
  imports: [EditionsModule],
  providers: [AdmissionsPersonalData],
  exports: [AdmissionsPersonalData],
})
export class AdmissionsPersonalDataModule {}
