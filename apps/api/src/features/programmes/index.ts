export { ProgrammeShelf, type PublishedVersion } from './programme-shelf';
export { PublishProgramme } from './publish-programme';
