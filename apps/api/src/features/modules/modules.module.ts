import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../editions';
import { PlacesModule } from '../places';
import { ScheduleModule } from '../schedule';
import { WorkloadModule } from '../workload';
import { AddMaterial } from './add-material';
import { Material } from './material.entity';
import { CopyMaterials } from './copy-materials';
import { MaterialsOfModule } from './materials-of-module';
import { ModulePage } from './module-page';
import { ModulesController } from './modules.controller';
import { ModulesOfEdition } from './modules-of-edition';
import { OwnBooklet } from './own-booklet';
import { RemoveMaterial } from './remove-material';

@Module({
  imports: [TypeOrmModule.forFeature([Material]), EditionsModule, PlacesModule, ScheduleModule, WorkloadModule],
  controllers: [ModulesController],
  providers: [MaterialsOfModule, ModulePage, ModulesOfEdition, OwnBooklet, AddMaterial, RemoveMaterial, CopyMaterials],
  exports: [MaterialsOfModule],
})
export class ModulesModule {}
