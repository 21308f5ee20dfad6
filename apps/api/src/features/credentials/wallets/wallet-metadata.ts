import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config/config';
import { Languages } from '../../../platform/language/languages';
import { KeyRing } from '../signing/key-ring';
import { batch, formatsOfWallets } from './wallet-formats';

/** The grant of a code that its holder has from here, without a sign-in in the wallet. */
export const preAuthorized = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';

/** The addresses of the protocol, all outside of `/api`: what is asked here comes from wallets and never with a cookie. */
export const walletPaths = {
  token: '/wallet/token',
  nonce: '/wallet/nonce',
  credential: '/wallet/credential',
  notification: '/wallet/notification',
} as const;

/** What this installation says of itself to wallets (OpenID4VCI 1.0, section 12; RFC 8414). */
@Injectable()
export class WalletMetadata {
  constructor(
    private readonly config: Config,
    private readonly languages: Languages,
    private readonly keys: KeyRing,
  ) {}

  issuer(): object {
    const { publicUrl } = this.config;
    return {
      credential_issuer: publicUrl,
      credential_endpoint: publicUrl + walletPaths.credential,
      nonce_endpoint: publicUrl + walletPaths.nonce,
      notification_endpoint: publicUrl + walletPaths.notification,
      batch_credential_issuance: batch,
      display: this.languages.all().map(({ code }) => ({ name: new URL(publicUrl).host, locale: code })),
      credential_configurations_supported: Object.fromEntries(
        [...formatsOfWallets].map(([name, format]) => [name, format.announced(this.languages)]),
      ),
    };
  }

  authorizationServer(): object {
    const { publicUrl } = this.config;
    return {
      issuer: publicUrl,
      token_endpoint: publicUrl + walletPaths.token,
      grant_types_supported: [preAuthorized],
      response_types_supported: [],
      token_endpoint_auth_methods_supported: ['none'],
      'pre-authorized_grant_anonymous_access_supported': true,
    };
  }

  /** The keys with which copies and their status lists are signed. */
  keysOfIssuer(): Promise<object> {
    return this.keys.metadata();
  }
}
