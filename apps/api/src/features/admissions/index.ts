export { ApplicationRuled, ApplicationSubmitted, ApplicationWithdrawn } from './admissions.events';
export { AdmissionsModule } from './admissions.module';
export { ApplicationTally } from './application-tally';
