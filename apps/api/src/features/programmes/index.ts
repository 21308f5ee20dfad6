export { Catalogue } from './catalogue';
export { checkProgrammeFile, type ProgrammeFault } from './check-programme-file';
export { ProgrammeShelf } from './programme-shelf';
export { ProgrammesModule } from './programmes.module';
export { PublishProgramme } from './publish-programme';
