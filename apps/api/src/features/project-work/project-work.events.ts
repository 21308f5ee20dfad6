/** A version of a work came in; its group's members are told. */
export class WorkHandedIn {
  constructor(
    readonly submissionId: string,
    readonly enrolmentIds: readonly string[],
    readonly editionId: string,
  ) {}
}

/** These enrolments have more time for a brief. */
export class DeadlineExtended {
  constructor(
    readonly deadlineId: string,
    readonly enrolmentIds: readonly string[],
  ) {}
}

/** These enrolments have a result for a brief that they did not have before, passed or not. */
export class ResultsReleased {
  constructor(
    readonly enrolmentIds: readonly string[],
    readonly briefId: string,
  ) {}
}

/** Why markers are wanted. */
export const wants = ['planned', 'differing', 'proposed', 'declined'] as const;
export type Wanted = (typeof wants)[number];

/** These people are wanted for a work, or for several if none is named. */
export class MarkingWanted {
  constructor(
    readonly editionId: string,
    readonly workId: string | null,
    readonly accountIds: readonly string[],
    readonly why: Wanted,
  ) {}
}

/** Peer feedback is asked of these enrolments, or of others than before. Those of `newly` were asked for none until now. */
export class FeedbackAsked {
  constructor(
    readonly enrolmentIds: readonly string[],
    readonly newly: readonly string[],
    readonly briefId: string,
  ) {}
}

/** An enrolment gave peer feedback that is for these others. */
export class FeedbackGiven {
  constructor(
    readonly enrolmentIds: readonly [giver: string],
    readonly receiverIds: readonly string[],
    readonly briefId: string,
  ) {}
}
