import { createPrivateKey, type KeyObject, sign, X509Certificate } from 'node:crypto';
import forge from 'node-forge';
import type { Sealer } from './seal';

/** What a trust service hands out: the key and the certificates of a body's electronic seal. */
export interface Seal {
  readonly sealer: Sealer;
  readonly privateKey: KeyObject;
  /** The number under which the body is known by law, as its certificate states it (`VATIT-…`). */
  readonly legalIdentifier: string | undefined;
}

const { certBag, keyBag, pkcs8ShroudedKeyBag } = forge.pki.oids as Readonly<Record<string, string>>;

/** Opens a seal (PKCS #12). Throws for another passphrase, and for a file that has no key with its certificate. */
export function openSeal(pkcs12: Buffer, passphrase: string): Seal {
  const store = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(pkcs12.toString('binary')), false, passphrase);
  const inBags = (type = '') => store.getBags({ bagType: type })[type] ?? [];
  const derOf = (part: forge.asn1.Asn1): Buffer => Buffer.from(forge.asn1.toDer(part).getBytes(), 'binary');
  const certificates = inBags(certBag).map(
    ({ asn1, cert }) => new X509Certificate(derOf(cert ? forge.pki.certificateToAsn1(cert) : asn1)),
  );
  const [bag] = [...inBags(pkcs8ShroudedKeyBag), ...inBags(keyBag)];
  if (!bag) throw new TypeError('There is no key in the seal.');
  const privateKey = createPrivateKey({ key: pkcs8Of(bag, derOf), format: 'der', type: 'pkcs8' });
  const own = certificates.find((certificate) => certificate.checkPrivateKey(privateKey));
  if (!own) throw new TypeError('There is no certificate of its key in the seal.');
  const chain = chainFrom(own, certificates);
  return {
    privateKey,
    legalIdentifier: /^organizationIdentifier=(.+)$/m.exec(own.subject)?.[1],
    sealer: { ...waysOf(privateKey), certificates: chain.map(({ raw }) => raw.toString('base64')) },
  };
}

/** The library reads RSA keys itself, and hands on others as they are written. */
function pkcs8Of({ key, asn1 }: forge.pkcs12.Bag, derOf: (part: forge.asn1.Asn1) => Buffer): Buffer {
  return derOf(key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(key)) : asn1);
}

/** Its own certificate first, then each that confirms the one before. One that confirms itself is nobody's proof. */
function chainFrom(own: X509Certificate, others: readonly X509Certificate[]): X509Certificate[] {
  const chain = [own];
  for (let last = own; chain.length <= others.length; last = chain.at(-1)!) {
    const next = others.find((one) => !chain.includes(one) && last.checkIssued(one));
    if (!next) break;
    chain.push(next);
  }
  return chain;
}

function waysOf(key: KeyObject): Pick<Sealer, 'alg' | 'sign'> {
  const curve = key.asymmetricKeyDetails?.namedCurve;
  if (key.asymmetricKeyType === 'rsa') return { alg: 'RS256', sign: (data) => sign('sha256', data, key) };
  const [alg, hash] = curve === 'secp384r1' ? (['ES384', 'sha384'] as const) : (['ES256', 'sha256'] as const);
  if (key.asymmetricKeyType !== 'ec' || (alg === 'ES256' && curve !== 'prime256v1'))
    throw new TypeError('A seal has a key of RSA, P-256 or P-384.');
  return { alg, sign: (data) => sign(hash, data, { key, dsaEncoding: 'ieee-p1363' }) };
}
