export { HeldInWorkload } from './held-in-workload';
export { HoursByModule } from './hours-by-module';
export { Ledger, type Statement } from './ledger';
export { WorkloadRecorded } from './workload.events';
export { WorkloadModule } from './workload.module';
