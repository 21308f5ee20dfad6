/** The last requirement of an enrolment was met. Published each time that this becomes true. */
export class RequirementsMet {
  constructor(readonly enrolmentId: string) {}
}
