/** An application has arrived, complete and in time. */
export class ApplicationSubmitted {
  constructor(readonly applicationId: string) {}
}

/** The commission has ruled on an application. */
export class ApplicationRuled {
  constructor(
    readonly applicationId: string,
    readonly rulingId: string,
  ) {}
}

/** A run has given dossiers to members: to these. */
export class DossiersAssigned {
  constructor(
    readonly runId: string,
    readonly accountIds: readonly string[],
  ) {}
}
