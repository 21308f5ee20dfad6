export { ProjectWorkPersonalData } from './project-work-personal-data';
export { ResultsReleased, WorkHandedIn } from './project-work.events';
export { ProjectWorkModule } from './project-work.module';
export { ResultBook } from './result-book';
export { WorkTally } from './work-tally';
