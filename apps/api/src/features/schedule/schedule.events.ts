/** A session more is in the timetable. */
export class SessionPlanned {
  constructor(readonly editionId: string) {}
}

/** A planned session takes place at another time or another place. */
export class SessionMoved {
  constructor(
    readonly sessionId: string,
    readonly editionId: string,
    /** The people concerned. */
    readonly accountIds: readonly string[],
  ) {}
}

/** A planned session does not take place, and counts for nobody. */
export class SessionCancelled {
  constructor(
    readonly sessionId: string,
    readonly editionId: string,
    /** The people concerned. */
    readonly accountIds: readonly string[],
  ) {}
}

/** These people's marks at a session count as they stand now: its roll was closed, or corrected after that. */
export class RollClosed {
  constructor(
    readonly sessionId: string,
    readonly enrolmentIds: readonly string[],
  ) {}
}
