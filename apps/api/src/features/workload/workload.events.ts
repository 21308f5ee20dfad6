/** The ledgers of these enrolments have new entries. */
export class WorkloadRecorded {
  constructor(readonly enrolmentIds: readonly string[]) {}
}
