export { ProjectWorkPersonalData } from './results/project-work-personal-data';
export { ResultsReleased, WorkHandedIn } from './project-work.events';
export { ProjectWorkModule } from './project-work.module';
export { ResultBook } from './results/result-book';
export { WorkTally } from './results/work-tally';
