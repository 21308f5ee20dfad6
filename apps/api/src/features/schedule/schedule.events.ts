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

/** Marks were given at a session. */
export class AttendanceTaken {
  constructor(readonly sessionId: string) {}
}

/** A participant asks to be excused from a session, or contests their mark. */
export class AttendanceRequested {
  constructor(
    readonly requestId: string,
    /** The tutors of its edition. */
    readonly accountIds: readonly string[],
  ) {}
}

/** Such a request was granted or refused. */
export class AttendanceRequestAnswered {
  constructor(readonly requestId: string) {}
}

/** These people's marks at a session count as they stand now: its roll was closed, or corrected after that. */
export class RollClosed {
  constructor(
    readonly sessionId: string,
    readonly enrolmentIds: readonly string[],
  ) {}
}
