import { createHash, randomBytes } from 'node:crypto';
import { clientAuthenticationNone, type JwtSignerJwk, setGlobalConfig } from '@openid4vc/oauth2';
import { Openid4vciClient } from '@openid4vc/openid4vci';
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import type { TestApp } from './test-app';

export const configuration = 'learning_credential_sd_jwt_vc';

interface WalletKey {
  readonly alg: string;
  readonly privateJwk: JWK;
  readonly publicJwk: JWK;
}

export async function aWalletKey(alg = 'ES256'): Promise<WalletKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { alg, privateJwk: await exportJWK(privateKey), publicJwk: await exportJWK(publicKey) };
}

/** A wallet with the protocol of others, which asks a started api over its socket. */
export class WalletAtWork {
  private readonly keys = new Map<string, WalletKey>();
  private readonly client: Openid4vciClient;

  private constructor(readonly fetch: typeof globalThis.fetch) {
    // The specs' api has no certificate.
    setGlobalConfig({ allowInsecureUrls: true });
    const callbacks = {
      fetch,
      hash: (data: Uint8Array, alg: string) => createHash(alg.replace('-', '')).update(data).digest(),
      generateRandom: (length: number) => randomBytes(length),
      clientAuthentication: clientAuthenticationNone({ clientId: 'a-wallet' }),
      signJwt: async (signer: unknown, { header, payload }: { header: object; payload: object }) => {
        const { publicJwk } = signer as JwtSignerJwk;
        const key = this.keys.get(JSON.stringify(publicJwk));
        if (!key) throw new Error('A key of somebody else.');
        const jwt = await new SignJWT({ ...payload })
          .setProtectedHeader({ ...header, alg: key.alg })
          .sign(await importJWK(key.privateJwk, key.alg));
        return { jwt, signerJwk: publicJwk };
      },
      ...{ encryptJwe: notHere, decryptJwe: notHere, verifyJwt: notHere },
    };
    this.client = new Openid4vciClient({ callbacks: callbacks as never });
  }

  static async at(app: TestApp): Promise<WalletAtWork> {
    await app.nest.listen(0, '127.0.0.1');
    const { port } = app.nest.getHttpServer().address() as { port: number };
    const there = (url: unknown) => String(url).replace(app.config.publicUrl, `http://localhost:${port}`);
    return new WalletAtWork((url, init) => fetch(there(url instanceof Request ? url.url : url), init));
  }

  async open(link: string) {
    const credentialOffer = await this.client.resolveCredentialOffer(link);
    const issuerMetadata = await this.client.resolveIssuerMetadata(credentialOffer.credential_issuer);
    return { credentialOffer, issuerMetadata };
  }

  async token(link: string, txCode: string): Promise<string> {
    const opened = await this.open(link);
    const { accessTokenResponse } = await this.client.retrievePreAuthorizedCodeAccessTokenFromOffer({
      ...opened,
      txCode,
    });
    return accessTokenResponse.access_token;
  }

  async nonce(link: string): Promise<string> {
    const { issuerMetadata } = await this.open(link);
    return (await this.client.requestNonce({ issuerMetadata })).c_nonce;
  }

  async proof(link: string, key: WalletKey, nonce: string): Promise<string> {
    this.keys.set(JSON.stringify(key.publicJwk), key);
    const { issuerMetadata } = await this.open(link);
    const signer = { method: 'jwk', alg: key.alg, publicJwk: key.publicJwk } as never;
    const asked = { issuerMetadata, signer, nonce, credentialConfigurationId: configuration, issuedAt: this.now };
    return (await this.client.createCredentialRequestJwtProof(asked)).jwt;
  }

  /** The time on the wallet's clock, which is that of the specs. */
  now = new Date();

  /** Copies for these keys, and the name by which the wallet tells what became of them. */
  async fetchCopies(link: string, accessToken: string, keys: readonly WalletKey[]) {
    const { issuerMetadata } = await this.open(link);
    const nonce = await this.nonce(link);
    const jwt = [];
    for (const key of keys) jwt.push(await this.proof(link, key, nonce));
    const { credentialResponse } = await this.client.retrieveCredentials({
      ...{ issuerMetadata, accessToken, credentialConfigurationId: configuration },
      proofs: { jwt } as never,
    });
    const copies = (credentialResponse.credentials ?? []).map((one) => (one as { credential: string }).credential);
    return { copies, notificationId: String(credentialResponse.notification_id) };
  }

  async tell(link: string, accessToken: string, notificationId: string, event: string): Promise<void> {
    const { issuerMetadata } = await this.open(link);
    const notification = { notificationId, event } as never;
    await this.client.sendNotification({ issuerMetadata, accessToken, notification });
  }
}

const notHere = () => Promise.reject(new Error('Not in this wallet.'));
