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
