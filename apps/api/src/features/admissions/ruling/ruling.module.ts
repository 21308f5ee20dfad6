import { Module } from '@nestjs/common';
import { EditionsModule } from '../../editions';
import { PlacesModule } from '../../places';
import { CommissionModule } from '../commission/commission.module';
import { DossierModule } from '../dossier/dossier.module';
import { PlacesOutlook } from './places-outlook';
import { RuleOnApplication } from './rule-on-application';
import { RulingPreview } from './ruling-preview';
import { RulingTable } from './ruling-table';
import { RulingsController } from './rulings.controller';

@Module({
  imports: [EditionsModule, PlacesModule, CommissionModule, DossierModule],
  controllers: [RulingsController],
  providers: [PlacesOutlook, RuleOnApplication, RulingPreview, RulingTable],
  exports: [RuleOnApplication],
})
export class RulingModule {}
