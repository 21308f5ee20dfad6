export { checkProgrammeFile, type ProgrammeFault } from './check-programme-file';
export { ProgrammeShelf, type PublishedVersion } from './programme-shelf';
export { PublishProgramme } from './publish-programme';
