export { WorkloadPersonalData } from './workload-personal-data';
export { EditionHours } from './edition-hours';
export { HoursByModule } from './hours-by-module';
export { type Hand, Ledger, minutesOfKind, type Statement } from './ledger';
export { WorkloadRecorded } from './workload.events';
export { WorkloadModule } from './workload.module';
export { mayApproveMoreSelfStudy } from './workload.policy';
