export { HoursByModule, type PersonHours } from './hours-by-module';
export { type Hand, Ledger, type Statement } from './ledger';
export { WorkloadRecorded } from './workload.events';
export { WorkloadModule } from './workload.module';
