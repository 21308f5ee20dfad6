import { decode } from 'cbor2';
import { concat, fromBase64Url, sha256, toBase64Url, utf8 } from '../platform/encoding';
import { fromMultikeyBytes, isSignedBy, type PublicKey } from './public-key';

/** How a proof of `ecdsa-sd-2023` begins: its holder's own, from which others are made, or one that was made of it. */
const marks = { base: [0xd9, 0x5d, 0x00], derived: [0xd9, 0x5d, 0x01] } as const;

type Bytes = Uint8Array<ArrayBuffer>;

/** What stands in a derived proof (section 3.5.7): which statements the issuer signed together, and a signature of each other one. */
interface DerivedProof {
  readonly baseSignature: Bytes;
  /** With its multicodec prefix, as it is signed. The key was made for this credential only. */
  readonly publicKey: Bytes;
  readonly signatures: readonly Bytes[];
  readonly labels: ReadonlyMap<number, Bytes>;
  readonly together: readonly number[];
}

/** Whether it is the proof that only its holder has, which shows everything and is not for verifiers. */
export const isBaseProof = (proofValue: unknown): boolean => beginsWith(bytesOf(proofValue), marks.base);

/**
 * Whether this key made the derived proof of these canonical statements: it signed those that are always shown, and the key
 * that signed each of the others.
 */
export async function derivedProofFits(
  proofValue: unknown,
  { canonical, canonicalOptions }: { readonly canonical: string; readonly canonicalOptions: string },
  key: PublicKey,
): Promise<boolean> {
  const proof = derivedProofIn(bytesOf(proofValue));
  const statements = proof && relabelled(canonical, proof.labels);
  if (!proof || !statements) return false;
  const together = new Set(proof.together);
  if (proof.together.some((index) => !(index >= 0 && index < statements.length))) return false;
  const always = statements.filter((_, index) => together.has(index));
  const others = statements.filter((_, index) => !together.has(index));
  if (others.length !== proof.signatures.length) return false;
  const ofParts = fromMultikeyBytes(proof.publicKey);
  if (ofParts.kind !== 'P-256') return false;
  const [hashOfOptions, hashOfStatements] = await Promise.all(
    [canonicalOptions, always.join('')].map((text) => sha256(utf8(text))),
  );
  const signed = concat(hashOfOptions!, proof.publicKey, hashOfStatements!);
  if (!(await isSignedBy(key, proof.baseSignature, signed))) return false;
  const fits = await Promise.all(others.map((one, at) => isSignedBy(ofParts, proof.signatures[at]!, utf8(one))));
  return fits.every(Boolean);
}

function derivedProofIn(bytes: Bytes): DerivedProof | undefined {
  if (!beginsWith(bytes, marks.derived)) return undefined;
  // It has no tags: reading what they stand for, such as a number of a million digits, would keep its reader for minutes.
  const parts: unknown = decode(bytes.slice(3), { preferMap: true, rejectDuplicateKeys: true, ignoreGlobalTags: true });
  if (!Array.isArray(parts) || parts.length !== 5) return undefined;
  const [baseSignature, publicKey, signatures, labels, together] = parts as unknown[];
  const isWhole =
    isBytes(baseSignature) &&
    isBytes(publicKey) &&
    isListOf(signatures, isBytes) &&
    labels instanceof Map &&
    [...labels].every(([number, label]) => Number.isInteger(number) && isBytes(label)) &&
    // With one name for two blank nodes its holder would show two things where the issuer spoke of one.
    new Set([...labels.values()].map(toBase64Url)).size === labels.size &&
    isListOf(together, Number.isInteger);
  return isWhole ? ({ baseSignature, publicKey, signatures, labels, together } as DerivedProof) : undefined;
}

/** A subject, or an object or a graph, that is a blank node as RDFC-1.0 names it; a text that looks like one is none. */
const statement = /^(\S+) (\S+) ("(?:[^"\\]|\\.)*"\S*|\S+)( \S+)? \.$/;
const canonicalName = /^_:c14n(\d+)$/;

/** The statements with the names that the issuer gave to blank nodes, in order; nothing where a name is not told. */
function relabelled(canonical: string, labels: DerivedProof['labels']): string[] | undefined {
  let isTold = true;
  const named = (term = ''): string => {
    const [, number] = canonicalName.exec(term.trim()) ?? [];
    if (number === undefined) return term;
    const label = labels.get(Number(number));
    isTold &&= label !== undefined;
    return `${term.startsWith(' ') ? ' ' : ''}_:u${toBase64Url(label ?? new Uint8Array())}`;
  };
  const lines = canonical.split('\n').slice(0, -1);
  const statements = lines.map((line) => {
    const [, subject, predicate, object, graph] = statement.exec(line) ?? [];
    return `${named(subject)} ${predicate} ${named(object)}${named(graph)} .\n`;
  });
  return isTold ? statements.sort() : undefined;
}

const isBytes = (value: unknown): value is Bytes => value instanceof Uint8Array;
const isListOf = (value: unknown, isItem: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(isItem);

const beginsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

function bytesOf(proofValue: unknown): Bytes {
  const [, text] = /^u([\w-]+)$/.exec(String(proofValue)) ?? [];
  return text === undefined ? new Uint8Array() : fromBase64Url(text);
}
