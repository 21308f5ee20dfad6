/** Somebody has begun an application, as a draft. */
export class ApplicationStarted {
  constructor(readonly applicationId: string) {}
}

/** Somebody has taken an application back. */
export class ApplicationWithdrawn {
  constructor(readonly applicationId: string) {}
}

/** An application has arrived, complete and in time; or has come back from a return, with its answer. */
export class ApplicationSubmitted {
  constructor(
    readonly applicationId: string,
    /** The return that it answers. */
    readonly returnId: string | null = null,
  ) {}
}

/** The commission has returned a dossier with questions. */
export class ApplicationReturned {
  constructor(
    readonly applicationId: string,
    readonly returnId: string,
  ) {}
}

/** Nobody answered the questions in time: the commission goes on with the dossier as it was. */
export class ReturnLapsed {
  constructor(
    readonly applicationId: string,
    readonly returnId: string,
  ) {}
}

/** The commission has ruled on an application. */
export class ApplicationRuled {
  constructor(
    readonly applicationId: string,
    readonly rulingId: string,
  ) {}
}

/** A run has assigned dossiers to these members. */
export class DossiersAssigned {
  constructor(
    readonly runId: string,
    readonly accountIds: readonly string[],
  ) {}
}

/** A reader of minutes has asked for them as files that are not made yet. */
export class MinutesAskedFor {
  constructor(readonly documentIds: readonly string[]) {}
}

/** Somebody wants dossiers bound for the archive: one, or all of an edition. */
export class DossiersAskedFor {
  constructor(readonly extractIds: readonly string[]) {}
}

/** An applicant has appealed against a ruling: the application is before the commission once more. */
export class RulingAppealed {
  constructor(readonly applicationId: string) {}
}
