import type { Certificate } from 'pkijs';
import type { TrustedIssuer } from '@libretto/domain';
import { addressOf } from '../platform/address';
import { concat, toBase64Url } from '../platform/encoding';
import { listOf } from '../platform/json';
import { fromJwk, type PublicKey } from './public-key';

/** What the certificates that came with a signature say of who signed. */
export interface Certified {
  readonly subject: string;
  /** Who gave the certificate. */
  readonly authority: string;
  readonly until: string;
  /** The entry of the reader's list that confirms it: a certificate of the chain, or the one that stands above it. */
  readonly listed?: TrustedIssuer;
}

export type CertifiedKey =
  | { readonly found: true; readonly publicKey: PublicKey; readonly certified: Certified }
  | { readonly found: false; readonly code: NotCertified; readonly domain: string };

export type NotCertified =
  'certificate-unreadable' | 'certificate-broken' | 'certificate-not-current' | 'certificate-of-another' | 'other-key';

interface Around {
  readonly now: Date;
  readonly trusted?: readonly TrustedIssuer[] | undefined;
}

/** Longer ones are no chain of certificates; nobody's time goes into them. */
const mostCertificates = 6;
const mostCharacters = 20_000;

/**
 * The key in the first of the certificates that came along (`x5c`, RFC 7515), where they hold now and each confirms the one
 * before. Whoever a web address names has it in their certificate. None of this says that anybody may be believed: anyone
 * can make certificates with any name, so their top counts only where it is on the reader's list.
 */
export async function keyInCertificates(
  x5c: unknown,
  { now, trusted = [] }: Around,
  address?: string,
): Promise<CertifiedKey> {
  const { Certificate, CertificateChainValidationEngine } = await import('pkijs');
  const read = (text: unknown): Certificate | undefined => {
    const der = derOf(text);
    try {
      return der && Certificate.fromBER(der);
    } catch {
      return undefined;
    }
  };
  const certificates = listOf(x5c).length <= mostCertificates ? listOf(x5c).map(read) : [];
  const chain = certificates.filter((one) => one !== undefined);
  const [leaf] = chain;
  if (!leaf || chain.length < certificates.length) return { found: false, code: 'certificate-unreadable', domain: '–' };
  const subject = nameIn(leaf.subject);
  const no = (code: NotCertified) => ({ found: false as const, code, domain: subject });
  if (!chain.every(isOfKnownKind)) return no('other-key');
  if (!chain.every((one) => holdsAt(one, now))) return no('certificate-not-current');
  const isConfirmed = async (certs: Certificate[], by: Certificate): Promise<boolean> => {
    const engine = new CertificateChainValidationEngine({ trustedCerts: [by], certs, checkDate: now });
    return (await engine.verify()).result;
  };
  // The library looks at the last one only and finds its own way up from there: so each is also looked at alone, with the next.
  const isChain = async (links: readonly Certificate[]): Promise<boolean> => {
    for (const [at, above] of links.slice(1).entries()) if (!(await isConfirmed([links[at]!], above))) return false;
    return isConfirmed(links.toReversed(), links.at(-1)!);
  };
  const top = chain.at(-1)!;
  if (chain.length > 1 && !(await isChain(chain))) return no('certificate-broken');
  if (address !== undefined && !isNamedIn(leaf, address)) return no('certificate-of-another');
  const publicKey = keyOf(leaf);
  if (!publicKey) return no('other-key');

  const isListed = async (certificate: string): Promise<boolean> => {
    if (listOf(x5c).includes(certificate)) return true;
    const anchor = read(certificate);
    return anchor !== undefined && anchor.subject.isEqual(top.issuer) && (await isChain([...chain, anchor]));
  };
  const found: TrustedIssuer[] = [];
  // The name of an authority is not that of those to whom it gives certificates.
  for (const { certificate, name } of trusted)
    if (certificate !== undefined && (await isListed(certificate)))
      found.push(certificate === listOf(x5c)[0] ? { certificate, name } : { certificate });
  const listed = found.find(({ name }) => name !== undefined) ?? found[0];
  return {
    found: true,
    publicKey,
    certified: {
      ...{ subject, authority: nameIn(leaf.issuer), until: leaf.notAfter.value.toISOString() },
      ...(listed && { listed }),
    },
  };
}

/** What an `x5c` has as its first certificate; nothing for a text that is none. */
export function derOf(text: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (typeof text !== 'string' || text.length > mostCharacters || !/^[\w+/]+=*$/.test(text)) return undefined;
  try {
    return concat(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

const ed25519 = '1.3.101.112';
/** RSA and ECDSA with hashes of SHA-2: what others sign certificates with. */
const signatures = new Set([
  ...['1.2.840.113549.1.1.10', '1.2.840.113549.1.1.11', '1.2.840.113549.1.1.12', '1.2.840.113549.1.1.13'],
  ...['1.2.840.10045.4.3.2', '1.2.840.10045.4.3.3', '1.2.840.10045.4.3.4'],
]);

/** The key as the library writes it; nothing for a kind that it has no words for. */
function jwkOf({ subjectPublicKeyInfo: info }: Certificate): unknown {
  if (info.algorithm.algorithmId === ed25519)
    return { kty: 'OKP', crv: 'Ed25519', x: toBase64Url(info.subjectPublicKey.valueBlock.valueHexView) };
  try {
    return info.toJSON();
  } catch {
    return undefined;
  }
}

const keyOf = (certificate: Certificate): PublicKey | undefined => fromJwk(jwkOf(certificate));

/** Whether it can be checked here at all. That it cannot is nobody's fault. */
const isOfKnownKind = (certificate: Certificate): boolean =>
  signatures.has(certificate.signatureAlgorithm.algorithmId) && jwkOf(certificate) !== undefined;

const holdsAt = ({ notBefore, notAfter }: Certificate, now: Date): boolean =>
  notBefore.value <= now && now <= notAfter.value;

/** Names of a subject, the one that people read first. */
const namesOfSubject = { organisation: '2.5.4.10', common: '2.5.4.3' };

function nameIn({ typesAndValues }: Certificate['subject']): string {
  const named = (kind: string): string[] =>
    typesAndValues.filter(({ type }) => type === kind).map(({ value }) => String(value.valueBlock.value));
  const names = [...named(namesOfSubject.organisation), ...named(namesOfSubject.common)];
  return [...new Set(names)].join(', ') || '–';
}

const alternativeNames = '2.5.29.17';
/** Kinds of alternative names: a host's, and an address. */
const [dnsName, uri] = [2, 6];

/** Whether the certificate names this web address, or its host. */
function isNamedIn({ extensions = [] }: Certificate, address: string): boolean {
  const parsed = extensions.find(({ extnID }) => extnID === alternativeNames)?.parsedValue as
    { altNames?: readonly { type: number; value: unknown }[] } | undefined;
  const host = addressOf(address)?.hostname;
  return (parsed?.altNames ?? []).some(
    ({ type, value }) => (type === uri && value === address) || (type === dnsName && value === host),
  );
}
