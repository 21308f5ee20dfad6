import { at, isText } from '../award/award-record';
import { isObject, type JsonObject } from '../platform/json';

/**
 * That something was handed in: what, by whom and when, in the language of the course. Its issuer signs it as a token of
 * its own type.
 */
export interface Receipt {
  readonly course: string;
  readonly edition: string;
  /** What was asked for. */
  readonly work: string;
  /** `null` for somebody who works alone. */
  readonly group: string | null;
  readonly attempt: number;
  readonly version: number;
  /** The name of the person who handed it in. */
  readonly by: string;
  /** The instant, and the zone in which people there read it. */
  readonly at: string;
  readonly zone: string;
  readonly isLate: boolean;
  readonly files: readonly ReceivedFile[];
  readonly links: readonly string[];
  /** The SHA-256 of the text that was written in the form, as UTF-8. */
  readonly text?: { readonly sha256: string };
  /** What the person confirmed. */
  readonly statement?: string;
}

export interface ReceivedFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface ReceiptIssuer {
  readonly id: string;
  readonly name: string;
}

/** The type of the token that carries one. */
export const receiptType = 'submission-receipt+jwt';

/** What stands before a receipt in the part of an address that no server sees. */
export const receiptFragment = 'receipt=';

/** Whether a token says that it is a receipt. */
export const isReceipt = ({ header }: { readonly header: JsonObject }): boolean => header['typ'] === receiptType;

/** The receipt of a token that is one; nothing where it does not say all of it. */
export const receiptOf = ({ payload }: { readonly payload: JsonObject }): Receipt | undefined => {
  const { receipt } = payload;
  return areFacts(receipt) ? receipt : undefined;
};

function areFacts(value: unknown): value is Receipt {
  return (
    isObject(value) &&
    ['course', 'edition', 'work', 'by'].every((key) => typeof value[key] === 'string') &&
    (value['group'] === null || typeof value['group'] === 'string') &&
    isCount(value['attempt']) &&
    isCount(value['version']) &&
    isText(value['at']) &&
    !Number.isNaN(Date.parse(value['at'])) &&
    isZone(value['zone']) &&
    typeof value['isLate'] === 'boolean' &&
    isListOf(value['files'], isFile) &&
    isListOf(value['links'], isText) &&
    (value['text'] === undefined || isHash(at(value['text'], 'sha256'))) &&
    (value['statement'] === undefined || isText(value['statement']))
  );
}

const isListOf = (value: unknown, isItem: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(isItem);
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) > 0;
const isHash = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isFile = (value: unknown): boolean =>
  typeof at(value, 'name') === 'string' && Number.isSafeInteger(at(value, 'bytes')) && isHash(at(value, 'sha256'));

function isZone(value: unknown): boolean {
  try {
    return isText(value) && Boolean(new Intl.DateTimeFormat('en', { timeZone: value }));
  } catch {
    return false;
  }
}
