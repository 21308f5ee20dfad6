import { createHash, type KeyObject } from 'node:crypto';
import { PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import {
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import { derOf } from '../keys/certificates';
import type { Seal } from './pkcs12';

/** What a reader of PDFs shows beside the seal. */
export interface SealLabels {
  readonly name: string;
  readonly reason: string;
  readonly location: string;
}

/** Bytes: a chain of certificates and a signature take less. */
const roomForSeal = 12_000;
/** Written where the places of what is signed will stand, and as long as they can be. */
const place = 9_999_999_999;
/** A field is printed, which archival documents demand, and cannot be moved. */
const printedAndLocked = 132;

/**
 * Seals a PDF (PAdES, baseline B) behind its end: what stands in it stays as it was, byte by byte. Throws where the chain of
 * certificates is longer than there is room for.
 */
export async function sealedPdf(pdf: Buffer, seal: Seal, at: Date, labels: SealLabels): Promise<Buffer> {
  const sealed = Buffer.from(await withRoom(pdf, at, labels));
  const begin = sealed.lastIndexOf(`<${'0'.repeat(2 * roomForSeal)}>`);
  const end = begin + 2 * roomForSeal + 2;
  const places = `[ 0 ${begin} ${end} ${sealed.length - end} ]`;
  const blank = `[ 0 ${place} ${place} ${place} ]`;
  sealed.write(places.padEnd(blank.length), sealed.lastIndexOf(blank, begin), 'latin1');
  const cms = await envelopeOf(Buffer.concat([sealed.subarray(0, begin), sealed.subarray(end)]), seal);
  if (cms.length > roomForSeal) throw new RangeError('The certificates of the seal take more room than there is.');
  sealed.write(cms.toString('hex'), begin + 1, 'latin1');
  return sealed;
}

/** The document with a field for a signature that nobody sees, added to its end. */
async function withRoom(pdf: Buffer, at: Date, { name, reason, location }: SealLabels): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false, forIncrementalUpdate: true });
  const { context } = document;
  const page = document.getPage(0);
  const signature = context.register(
    context.obj({
      ...{ Type: 'Sig', Filter: 'Adobe.PPKLite', SubFilter: 'ETSI.CAdES.detached' },
      ...{ ByteRange: [0, place, place, place], Contents: PDFHexString.of('0'.repeat(2 * roomForSeal)) },
      ...{ M: PDFString.fromDate(at), Name: PDFHexString.fromText(name) },
      ...{ Reason: PDFHexString.fromText(reason), Location: PDFHexString.fromText(location) },
    }),
  );
  const field = context.register(
    context.obj({
      ...{ Type: 'Annot', Subtype: 'Widget', FT: 'Sig', T: PDFString.of('Seal'), Rect: [0, 0, 0, 0] },
      ...{ F: printedAndLocked, V: signature, P: page.ref },
    }),
  );
  page.node.addAnnot(field);
  document.catalog.set(PDFName.of('AcroForm'), context.obj({ SigFlags: 3, Fields: [field] }));
  return document.commit({ useObjectStreams: false });
}

/** Object identifiers of CMS and of its attributes in PAdES. */
const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.47',
};

/** Names the certificate by its hash, so that no other with the same key can take its place. The time stands in the PDF. */
async function envelopeOf(signedBytes: Buffer, { privateKey, sealer }: Seal): Promise<Buffer> {
  const certificates = sealer.certificates.map((one) => Certificate.fromBER(derOf(one)!));
  const [own] = certificates as [Certificate];
  const named = new Sequence({ value: [new Sequence({ value: [octets(sha256(derOf(sealer.certificates[0])!))] })] });
  const attributes = [
    new Attribute({ type: oids.contentType, values: [new ObjectIdentifier({ value: oids.data })] }),
    new Attribute({ type: oids.messageDigest, values: [octets(sha256(signedBytes))] }),
    new Attribute({ type: oids.signingCertificate, values: [new Sequence({ value: [named] })] }),
  ];
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: oids.data }),
    certificates,
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
      }),
    ],
  });
  await signed.sign(await cryptoKeyOf(privateKey), 0, 'SHA-256', bytesOf(signedBytes));
  const envelope = new ContentInfo({ contentType: oids.signedData, content: signed.toSchema(true) });
  return Buffer.from(envelope.toSchema().toBER());
}

const sha256 = (data: Uint8Array): Buffer => createHash('sha256').update(data).digest();
const bytesOf = (data: Uint8Array): ArrayBuffer => Uint8Array.from(data).buffer;
const octets = (data: Uint8Array): OctetString => new OctetString({ valueHex: bytesOf(data) });

function cryptoKeyOf(key: KeyObject): Promise<CryptoKey> {
  const curves: Readonly<Record<string, string>> = { prime256v1: 'P-256', secp384r1: 'P-384' };
  const namedCurve = curves[key.asymmetricKeyDetails?.namedCurve ?? ''];
  const algorithm = namedCurve ? { name: 'ECDSA', namedCurve } : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const der = bytesOf(key.export({ format: 'der', type: 'pkcs8' }));
  return crypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign']);
}
