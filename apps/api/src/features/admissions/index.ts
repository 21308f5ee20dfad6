export { ApplicationRuled, ApplicationSubmitted } from './admissions.events';
export { AdmissionsModule } from './admissions.module';
export { ApplicationTally } from './application/application-tally';
export { HeldInAdmissions } from './application/held-in-admissions';
