export { Catalogue } from './catalogue';
export { ProgrammeChecker, type ProgrammeFault } from './programme-checker';
export { ProgrammeShelf } from './programme-shelf';
export { ProgrammesModule } from './programmes.module';
export { PublishProgramme } from './publish-programme';
