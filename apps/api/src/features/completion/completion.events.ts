/** The last requirement of an enrolment was met. Told once for each time that this becomes true. */
export class RequirementsMet {
  constructor(readonly enrolmentId: string) {}
}
