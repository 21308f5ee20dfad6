/** An edition runs a version of its programme that says something else to these participants. */
export class CourseChanged {
  constructor(
    readonly moveId: string,
    readonly enrolmentIds: readonly string[],
  ) {}
}
