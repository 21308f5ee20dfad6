/** These participants of an edition are behind its plan now, and were not before. */
export class FellBehind {
  constructor(
    readonly editionId: string,
    readonly enrolmentIds: readonly string[],
    readonly tutorIds: readonly string[],
  ) {}
}
