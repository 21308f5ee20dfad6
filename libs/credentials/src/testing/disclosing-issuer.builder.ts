import { createHash, randomBytes } from 'node:crypto';
import { createHeaderAndPayload, StatusList } from '@sd-jwt/jwt-status-list';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import { CompactSign, compactVerify, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { fromMultikey } from '../keys/public-key';
import { toBase64Url, utf8 } from '../platform/encoding';
import type { JsonObject } from '../platform/json';
import { NotFound, type Loader } from '../platform/loader';
import type { IssuerAtWork } from './issuer-at-work.builder';

/** A key and what signs with it. */
export class Keys {
  private constructor(
    readonly alg: string,
    private readonly privateKey: CryptoKey,
    readonly jwk: JWK,
  ) {}

  static async of(alg: string): Promise<Keys> {
    const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
    return new Keys(alg, privateKey, await exportJWK(publicKey));
  }

  get did(): string {
    return `did:jwk:${toBase64Url(utf8(JSON.stringify(this.jwk)))}`;
  }

  sign(payload: object, header: object = {}): Promise<string> {
    return new CompactSign(utf8(JSON.stringify(payload)))
      .setProtectedHeader({ alg: this.alg, ...header })
      .sign(this.privateKey);
  }

  /** The signature alone, as the independent library asks for it. */
  readonly signer = async (text: string): Promise<string> => {
    const [, payload = ''] = text.split('.');
    const header = JSON.parse(Buffer.from(text.split('.')[0] ?? '', 'base64url').toString()) as { alg: string };
    const token = await new CompactSign(Buffer.from(payload, 'base64url'))
      .setProtectedHeader(header)
      .sign(this.privateKey);
    return token.split('.')[2] ?? '';
  };

  readonly verifier = async (data: string, signature: string): Promise<boolean> =>
    compactVerify(`${data}.${signature}`, this.jwk, { algorithms: [this.alg] }).then(
      () => true,
      () => false,
    );
}

export const learning = 'urn:eu.europa.ec.eudi:learning:credential:1';

/** An issuer of credentials that disclose in parts, and their holder, both with the library of others. */
export class DisclosingIssuer {
  readonly web = new Map<string, Uint8Array | JsonObject>();
  readonly list = 'https://school.example/status/1';

  private constructor(
    readonly keys: Keys,
    readonly holder: Keys,
    readonly iss: string,
  ) {}

  static async with(alg: string, iss?: string): Promise<DisclosingIssuer> {
    const keys = await Keys.of(alg);
    return new DisclosingIssuer(keys, await Keys.of('ES256'), iss ?? keys.did);
  }

  readonly loader: Loader = async (url) => {
    const there = this.web.get(url);
    if (there === undefined) throw new NotFound(url);
    return there instanceof Uint8Array ? (there as Uint8Array<ArrayBuffer>) : utf8(JSON.stringify(there));
  };

  /** A credential with these parts that its holder may show or not. */
  issue(parts: object = {}, signedOpenly: object = {}, header: object = {}): Promise<string> {
    const own = {
      given_name: 'Ana',
      family_name: 'Horvat',
      birth_date: '1990-05-17',
      assessment_grade: '28',
      ...parts,
    };
    const payload = {
      ...{ iss: this.iss, iat: 1_767_225_600, vct: learning, cnf: { jwk: this.holder.jwk } },
      achievement_title: 'Cataloguing',
      ...signedOpenly,
    };
    const frame = { _sd: Object.keys(own) } as never;
    return this.library().issue({ ...payload, ...own } as never, frame, { header });
  }

  /** What the holder shows of it to somebody, with the key that it is bound to. */
  present(credential: string, shown: object, kb: object = {}): Promise<string> {
    return this.library().present(credential, shown as never, {
      kb: { payload: { iat: 1_795_000_000, aud: 'https://office.example', nonce: 'n-1', ...kb } as never },
    });
  }

  async publishStatusList(statuses: Readonly<Record<number, number>>, bits: 1 | 2 | 8 = 2, claims: object = {}) {
    const values = Array.from({ length: 64 }, (_, index) => statuses[index] ?? 0);
    const { header, payload } = createHeaderAndPayload(
      new StatusList(values, bits),
      { iss: this.iss, sub: this.list, iat: 1_767_225_600 },
      { alg: this.keys.alg, typ: 'statuslist+jwt' },
    );
    this.web.set(this.list, utf8(await this.keys.sign({ ...payload, ...claims }, header)));
  }

  /** Whether the library of others accepts it, at this time. */
  async isAcceptedElsewhere(text: string, now: Date): Promise<boolean> {
    try {
      const hasBinding = !text.trim().endsWith('~');
      await this.library().verify(text.trim(), {
        currentDate: now.getTime() / 1000,
        ...(hasBinding && { keyBindingNonce: 'n-1' }),
      });
      return true;
    } catch {
      return false;
    }
  }

  /** The same for a credential of an issuer of ours. */
  async isAcceptedElsewhereBy(issuer: IssuerAtWork, text: string): Promise<boolean> {
    const key = await importJWK(fromMultikey(issuer.publicKey).jwk as never, 'EdDSA');
    const verifier = (data: string, signature: string) =>
      compactVerify(`${data}.${signature}`, key).then(
        () => true,
        () => false,
      );
    const statusListFetcher = async (url: string) => new TextDecoder().decode(await issuer.loader(url));
    return this.library({ verifier, statusListFetcher })
      .verify(text, { currentDate: Date.parse('2026-11-23T10:00:00Z') / 1000 })
      .then(
        () => true,
        () => false,
      );
  }

  private library(others: object = {}): SDJwtVcInstance {
    return new SDJwtVcInstance({
      ...{ signer: this.keys.signer, verifier: this.keys.verifier, signAlg: this.keys.alg },
      ...{ kbSigner: this.holder.signer, kbVerifier: this.holder.verifier, kbSignAlg: this.holder.alg },
      hasher: (data, alg) =>
        createHash(alg.replace('-', ''))
          .update(typeof data === 'string' ? data : new Uint8Array(data))
          .digest(),
      hashAlg: 'sha-256',
      saltGenerator: (length) => randomBytes(length).toString('base64url'),
      statusListFetcher: async (url) => new TextDecoder().decode(await this.loader(url)),
      ...others,
    });
  }
}

/** `[salt, …]` as it is handed in, and its digest as the issuer signs it. */
export function aDisclosure(...parts: readonly unknown[]): { text: string; digest: string } {
  const text = toBase64Url(utf8(JSON.stringify(['c2FsdA', ...parts])));
  return { text, digest: createHash('sha256').update(text).digest('base64url') };
}
