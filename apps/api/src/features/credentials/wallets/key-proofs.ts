import { fromJwk, type Jwk } from '@libretto/credentials';
import { mostKeys } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { calculateJwkThumbprint, decodeProtectedHeader, exportJWK, importJWK, type JWTPayload, jwtVerify } from 'jose';
import { Clock } from '../../../platform/clock/clock';
import { Config } from '../../../platform/config/config';
import { ProtocolError } from './protocol-error';
import { proofAlgorithms } from './wallet-formats';
import { WalletSecrets } from './wallet-secrets';

const graceSeconds = 300;
const longestProof = 10_000;

/** The proofs of a wallet that its keys are its own (OpenID4VCI 1.0, appendix F.1). */
@Injectable()
export class KeyProofs {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly secrets: WalletSecrets,
  ) {}

  /** The public keys that these prove, each once. */
  async keysIn(proofs: unknown): Promise<Jwk[]> {
    const texts = (proofs as { jwt?: unknown } | undefined)?.jwt;
    if (!Array.isArray(texts) || texts.length === 0 || texts.length > mostKeys)
      throw new ProtocolError('invalid_proof');
    const keys = await Promise.all(texts.map((text: unknown) => this.keyIn(text)));
    const names = await Promise.all(keys.map((key) => calculateJwkThumbprint(key as never)));
    if (new Set(names).size < names.length) throw new ProtocolError('invalid_proof');
    return keys;
  }

  private async keyIn(text: unknown): Promise<Jwk> {
    if (typeof text !== 'string' || text.length > longestProof) throw new ProtocolError('invalid_proof');
    const { key, payload } = await this.verified(text).catch(() => {
      throw new ProtocolError('invalid_proof');
    });
    if (typeof payload['nonce'] !== 'string' || !this.secrets.isFreshNonce(payload['nonce']))
      throw new ProtocolError('invalid_nonce');
    return key;
  }

  /** Throws for any proof that is none. A key that is named by anything else than itself is not looked for. */
  private async verified(text: string): Promise<{ key: Jwk; payload: JWTPayload }> {
    const { jwk, kid, x5c, alg = '' } = decodeProtectedHeader(text);
    const named = fromJwk(jwk)?.jwk;
    if (!named || kid !== undefined || x5c !== undefined || 'd' in (jwk ?? {}))
      throw new TypeError('No key of its own.');
    const key = await importJWK(named as never, alg);
    const { payload } = await jwtVerify(text, key, {
      ...{ typ: 'openid4vci-proof+jwt', audience: this.config.publicUrl, algorithms: proofAlgorithms },
      ...{ requiredClaims: ['iat'], clockTolerance: graceSeconds, maxTokenAge: graceSeconds },
      currentDate: this.clock.now(),
    });
    // One key can be written in many ways, some with signs that mean nothing: it is signed, and counted once, in its own.
    return { key: fromJwk(await exportJWK(key))!.jwk, payload };
  }
}
