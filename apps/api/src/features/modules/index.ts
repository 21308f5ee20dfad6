export { MaterialsOfModule } from './materials/materials-of-module';
export { ModulesModule } from './modules.module';
export { RequiredMaterials } from './progress/required-materials';
export { ModulesPersonalData } from './modules-personal-data';
