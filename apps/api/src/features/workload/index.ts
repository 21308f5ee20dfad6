export { WorkloadPersonalData } from './workload-personal-data';
export { HoursByModule } from './hours-by-module';
export { Ledger, type Statement } from './ledger';
export { WorkloadRecorded } from './workload.events';
export { WorkloadModule } from './workload.module';
