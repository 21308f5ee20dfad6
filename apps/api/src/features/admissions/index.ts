export { AdmissionsModule } from './admissions.module';
export { ApplicationTally } from './application/application-tally';
export { CommissionReadiness } from './commission/commission-readiness';
export { AdmissionsPersonalData } from './personal-data/admissions-personal-data';
