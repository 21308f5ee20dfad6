/** A version of a work came in; its group's members are told. */
export class WorkHandedIn {
  constructor(
    readonly submissionId: string,
    readonly enrolmentIds: readonly string[],
  ) {}
}

/** These enrolments have a result that they did not have before, passed or not. */
export class ResultsReleased {
  constructor(readonly enrolmentIds: readonly string[]) {}
}
