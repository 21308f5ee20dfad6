/** A no in the words of OAuth 2.0 and OpenID4VCI, which wallets read; people never see it. */
export class ProtocolError extends Error {
  constructor(
    readonly error: ProtocolErrorCode,
    readonly status = 400,
  ) {
    super(error);
  }
}

type ProtocolErrorCode =
  | 'invalid_request'
  | 'invalid_grant'
  | 'unsupported_grant_type'
  | 'invalid_token'
  | 'invalid_credential_request'
  | 'unknown_credential_configuration'
  | 'invalid_proof'
  | 'invalid_nonce'
  | 'invalid_encryption_parameters'
  | 'credential_request_denied'
  | 'invalid_notification_id'
  | 'invalid_notification_request'
  | 'temporarily_unavailable';
