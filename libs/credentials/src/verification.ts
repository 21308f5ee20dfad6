import type { AwardRecord, Texts } from './award-record';

/** One word. Only the first is good news without reserve. */
export type Verdict =
  | 'valid'
  /** Signed by the issuer and unchanged, but whether it is still in force could not be asked. */
  | 'genuine'
  | 'superseded'
  | 'revoked'
  | 'expired'
  | 'not-yet-valid'
  | 'altered'
  | 'unknown-issuer'
  /** The issuer's key could not be fetched now, so nothing is said about the signature. */
  | 'undecided'
  /** The issuer signed it, but it contradicts itself. */
  | 'inconsistent'
  | 'unreadable';

export const checkNames = ['format', 'issuer', 'signature', 'dates', 'status', 'holder', 'contents'] as const;
export type CheckName = (typeof checkNames)[number];

/**
 * What one check found. `code` names the sentence, `verification.checks.<name>.<code>` in the language files, and
 * `data` holds what the sentence speaks of.
 */
export interface Check {
  readonly name: CheckName;
  readonly outcome: 'passed' | 'failed' | 'not-checked';
  readonly code: string;
  readonly data: Readonly<Record<string, string | number | readonly string[]>>;
}

export interface Verification {
  readonly verdict: Verdict;
  readonly checks: readonly Check[];
  /** What the credential says; absent where it could not be read. It is only worth what the verdict is. */
  readonly contents?: Contents;
}

/** What a credential says, ready to be shown: the whole award where it carries one, otherwise what any badge says. */
export interface Contents {
  readonly id?: string;
  readonly title: string | Texts;
  readonly holder?: string;
  readonly issuer?: string;
  readonly validFrom?: string;
  readonly award?: AwardRecord;
}

export const passed = (name: CheckName, code: string, data: Check['data'] = {}): Check => ({ name, outcome: 'passed', code, data });
export const failed = (name: CheckName, code: string, data: Check['data'] = {}): Check => ({ name, outcome: 'failed', code, data });
export const notChecked = (name: CheckName, code: string, data: Check['data'] = {}): Check => ({
  name,
  outcome: 'not-checked',
  code,
  data,
});
