import { newId } from '../../platform/database/new-id';
import type { WorkloadEntry } from './workload-entry.entity';

/** Self-study of one hour for module 1. Name its enrolment and its author. */
export function aWorkloadEntry(
  values: Partial<WorkloadEntry> & Pick<WorkloadEntry, 'enrolmentId' | 'byAccountId'>,
): WorkloadEntry {
  const id = values.id ?? newId();
  return {
    id,
    moduleNumber: 1,
    kind: 'self-study',
    minutes: 60,
    day: '2026-11-16',
    source: 'declaration',
    sourceId: id,
    sourceKey: `declaration ${id}`,
    reverses: null,
    note: null,
    reason: null,
    at: new Date('2026-11-16T18:00:00Z'),
    ...values,
  };
}
