export { ApplicationRuled, ApplicationSubmitted } from './admissions.events';
export { AdmissionsModule } from './admissions.module';
export { ApplicationTally } from './application/application-tally';
export { CommissionWatch } from './commission/commission-watch';
export { HeldInAdmissions } from './application/held-in-admissions';
