/** An award has a new valid credential: the first, or the one that corrects it. Its documents can be printed. */
export class CredentialSigned {
  constructor(readonly credentialId: string) {}
}

/** A signing key was withdrawn, as somebody else may have it: what it signed has to be signed again. */
export class SigningKeyWithdrawn {
  constructor(readonly keyId: string) {}
}

/** The documents of a credential are printed: the holder can get all of them. */
export class DocumentsPrinted {
  constructor(readonly credentialId: string) {}
}

/** The registrar suspended a credential. */
export class CredentialSuspended {
  constructor(readonly suspensionId: string) {}
}

/** The registrar lifted the suspension of a credential, which is valid again. */
export class CredentialReinstated {
  constructor(readonly suspensionId: string) {}
}

/** The registrar revoked a credential. */
export class CredentialRevoked {
  constructor(readonly credentialId: string) {}
}
