export { type AcceptedWork, AcceptedWorks } from './results/accepted-works';
export { ProjectWorkPersonalData } from './results/project-work-personal-data';
export { ResultsReleased } from './project-work.events';
export { isHiddenFrom } from './anonymity/masks';
export { ProjectWorkModule } from './project-work.module';
export { type ReleasedGrade, ReleasedGrades } from './results/released-grades';
export { ResultQueries } from './results/result-queries';
export { WorkTally } from './results/work-tally';
export { WorkspacePersonalData } from './workspace/workspace-personal-data';
