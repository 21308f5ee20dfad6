import type { AwardRecord, Texts } from '../award/award-record';
import type { JsonObject } from '../platform/json';
import type { Receipt } from '../receipt/receipt';

/** The verdict. Only the first is good news without reserve. */
export type Verdict =
  | 'valid'
  /** Valid, but its issuer is not on the list of trusted issuers: anybody can sign under a name of their choice. */
  | 'unlisted'
  /** Not signed: the host that awards it serves the same at this moment, and may take it away. */
  | 'hosted'
  /** Signed by the issuer and unchanged, but it could not be checked whether it is still in force, or whole. */
  | 'unconfirmed'
  | 'suspended'
  | 'superseded'
  | 'revoked'
  | 'expired'
  | 'not-yet-valid'
  | 'altered'
  | 'unknown-issuer'
  /** The issuer's key could not be fetched now, so the signature is neither right nor wrong. */
  | 'undecided'
  /** The issuer signed it, but it contradicts itself. */
  | 'inconsistent'
  | 'not-signed'
  /** Of a kind that is not checked here: this is no fault of it. */
  | 'not-supported'
  /** More than is read here, so that nobody can keep a reader busy: that is no fault of it. */
  | 'too-large'
  /** Not written in its signed form, so that it could be read in two ways. */
  | 'ambiguous'
  | 'unreadable';

export const checkNames = [
  'format',
  'issuer',
  'signature',
  'disclosures',
  'trust',
  'dates',
  'status',
  'resources',
  'holder',
  'binding',
  'contents',
  'log',
] as const;
export type CheckName = (typeof checkNames)[number];

/**
 * The result of one check. `code` names the sentence, `verification.checks.<name>.<code>` in the language files, and
 * `data` holds the values of the sentence.
 */
export interface Check {
  readonly name: CheckName;
  readonly outcome: 'passed' | 'failed' | 'not-checked' | 'not-known';
  readonly code: string;
  readonly data: Readonly<Record<string, string | number | readonly string[]>>;
}

export interface Verification {
  readonly verdict: Verdict;
  readonly checks: readonly Check[];
  /** Where the credential was found. In a PDF or an image it comes along: what they show may be anything. */
  readonly source?: Source;
  /** The contents of the credential; absent if it could not be read. They are only worth as much as the verdict. */
  readonly contents?: Contents;
  /** What a receipt states, where this is one; worth as much as the verdict, too. */
  readonly receipt?: Receipt;
}

/** Whether its issuer stands for these contents, signed or at its website, independent of their present status. */
export const isSigned = ({ checks }: Verification): boolean =>
  checks.some(({ name, outcome }) => name === 'signature' && outcome === 'passed');

export type Source = 'text' | 'link' | 'pdf' | 'image' | 'file';

/**
 * The contents of a credential, ready to be shown: the whole award if it carries one, otherwise the fields of any
 * badge.
 */
export interface Contents {
  readonly id?: string;
  readonly title: string | Texts;
  readonly holder?: string;
  readonly issuer?: string;
  readonly validFrom?: string;
  readonly award?: AwardRecord;
  /** What its holder shows of a credential that discloses in parts. */
  readonly claims?: Claims;
}

/** The kind of credential, and its claims by their names. */
export interface Claims {
  readonly type: string;
  readonly shown: JsonObject;
}

const found =
  (outcome: Check['outcome']) =>
  (name: CheckName, code: string, data: Check['data'] = {}): Check => ({ name, outcome, code, data });

export const passed = found('passed');
export const failed = found('failed');
export const notChecked = found('not-checked');
export const notKnown = found('not-known');

/** Of what is not signed, nothing further is looked at. */
export const signatureFirst = (...names: readonly CheckName[]): Check[] =>
  names.map((name) => notChecked(name, 'signature-first'));
