export { MaterialsOfModule } from './materials/materials-of-module';
export { ModulesModule } from './modules.module';
export { ModulesPersonalData } from './progress/modules-personal-data';
export { RequiredMaterials } from './progress/required-materials';
