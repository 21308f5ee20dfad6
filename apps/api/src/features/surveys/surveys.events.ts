/** The survey of an edition can be answered, by these participants. */
export class SurveyOpened {
  constructor(
    readonly editionId: string,
    readonly enrolmentIds: readonly string[],
  ) {}
}

/** Somebody answered the survey of their edition. What they answered is no part of it. */
export class SurveyAnswered {
  constructor(readonly enrolmentIds: readonly string[]) {}
}
