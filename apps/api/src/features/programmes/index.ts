export { Catalogue } from './catalogue';
export { ProgrammeChecker, type ProgrammeFault } from './programme-checker';
export { ProgrammeQueries } from './programme-queries';
export { ProgrammesModule } from './programmes.module';
export { pngsWith, ProgrammePictures } from './programme-pictures';
export { PublishProgramme } from './publish-programme';
