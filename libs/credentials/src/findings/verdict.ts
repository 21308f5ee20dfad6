import type { Check, CheckName, Verdict } from './verification';

type Found = (name: CheckName) => Check | undefined;
const codesOf = (found: Found, ...names: CheckName[]): string[] => names.map((name) => found(name)?.code ?? '');

/** The findings that decide the verdict, the gravest first. If none of them fits, the credential is valid. */
const rules: readonly (readonly [Verdict, (found: (name: CheckName) => Check | undefined) => boolean])[] = [
  ['not-signed', (found) => found('signature')?.code === 'no-proof'],
  [
    'not-supported',
    (found) =>
      ['format', 'issuer', 'signature', 'disclosures'].some((name) =>
        notSupported.has(found(name as CheckName)?.code ?? ''),
      ),
  ],
  ['too-large', (found) => codesOf(found, 'format', 'disclosures').some((code) => tooLarge.has(code))],
  ['ambiguous', (found) => codesOf(found, 'format', 'disclosures').some((code) => ambiguous.has(code))],
  ['unreadable', (found) => found('format')?.outcome !== 'passed'],
  ['expired', (found) => found('signature')?.code === 'expired'],
  ['not-yet-valid', (found) => found('signature')?.code === 'not-yet'],
  // What its holder shows and the issuer did not sign was added, or changed, afterwards.
  ['altered', (found) => found('signature')?.outcome === 'failed' || found('disclosures')?.code === 'not-signed'],
  ['unknown-issuer', (found) => found('issuer')?.outcome === 'failed'],
  ['undecided', (found) => found('signature')?.outcome !== 'passed'],
  ['revoked', (found) => found('status')?.code === 'revoked'],
  ['superseded', (found) => found('status')?.code === 'superseded'],
  ['not-yet-valid', (found) => found('dates')?.code === 'not-yet'],
  ['expired', (found) => found('dates')?.code === 'expired'],
  ['suspended', (found) => found('status')?.code === 'suspended'],
  [
    'inconsistent',
    (found) =>
      (['dates', 'resources', 'contents', 'disclosures', 'binding'] as const).some(
        (name) => found(name)?.outcome === 'failed',
      ),
  ],
  [
    'unconfirmed',
    (found) =>
      found('status')?.outcome !== 'passed' ||
      // A certificate may have been revoked, which is not asked.
      found('issuer')?.code === 'certified' ||
      (['dates', 'resources'] as const).some((name) => found(name)?.outcome === 'not-checked'),
  ],
  ['hosted', (found) => found('signature')?.code === 'hosted'],
  ['unlisted', (found) => found('trust')?.outcome !== 'passed'],
];

/** Codes for kinds that are not checked here. That is nobody's fault. */
const notSupported = new Set([
  'other-data-model',
  'unknown-context',
  'presentation',
  'several-credentials',
  'other-format',
  'other-suite',
  'base-proof',
  'other-method',
  'other-key',
  'other-hash',
]);
const tooLarge = new Set(['too-large', 'too-long', 'too-many']);
const ambiguous = new Set([
  'other-form',
  'repeated-key',
  'claims-differ',
  'listed-twice',
  'handed-in-twice',
  'same-claim',
  'not-selectable',
]);

export function verdictOf(checks: readonly Check[]): Verdict {
  const found = (name: CheckName) => checks.find((check) => check.name === name);
  return rules.find(([, applies]) => applies(found))?.[0] ?? 'valid';
}
