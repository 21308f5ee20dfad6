export { MaterialsOfModule } from './materials-of-module';
export { ModulesModule } from './modules.module';
