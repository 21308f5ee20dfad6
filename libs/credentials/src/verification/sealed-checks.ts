import type { TrustedIssuer } from '@libretto/domain';
import { at, isText } from '../award/award-record';
import { notChecked, passed, signatureFirst, type Check, type Contents } from '../findings/verification';
import type { Around } from '../origin/origin';
import { isObject, listOf, type JsonObject } from '../platform/json';
import { originOfSealed } from '../sealed/origin-of-sealed';
import type { SealedDocument } from '../sealed/sealed-document';
import { statusCheck } from '../status/status';
import { datesCheck } from './dates';
import { trustCheck } from './trust';

/** Whether a European credential in the seal of a body holds, and what it says. */
export async function checksOfSealed(
  sealed: SealedDocument,
  around: Around & { readonly trusted: readonly TrustedIssuer[] },
): Promise<{ readonly checks: readonly Check[]; readonly contents?: Contents }> {
  const { checks, credential, issuer } = await originOfSealed(sealed, around);
  if (!credential) return { checks };
  const contents = contentsOfEuropean(credential);
  if (!issuer)
    return { checks: [...checks, ...signatureFirst('trust', 'dates', 'status', 'holder', 'contents')], contents };
  return {
    checks: [
      ...checks,
      trustCheck(issuer, around.trusted),
      datesCheck(credential, around.now),
      await statusCheck(credential, around),
      holderOf(credential, contents),
      notChecked('contents', 'no-record'),
    ],
    contents,
  };
}

/** A European credential, ready to be shown. Its text is signed as it stands, so the first of several is the first. */
function contentsOfEuropean(credential: JsonObject): Contents {
  const subject = listOf(credential['credentialSubject'])[0];
  const text = (key: keyof Contents, value: string | undefined): Partial<Contents> =>
    value === undefined ? {} : { [key]: value };
  const titles = [at(credential, 'displayParameter', 'title'), ...listOf(at(subject, 'hasClaim')).map(titleOf)];
  return {
    ...text('id', isText(credential['id']) ? credential['id'] : undefined),
    title: titles.map(inOneLanguage).find(isText) ?? '',
    ...text('holder', nameOf(subject)),
    ...text('issuer', inOneLanguage(at(credential, 'issuer', 'legalName'))),
    ...text('validFrom', isText(credential['validFrom']) ? credential['validFrom'] : undefined),
  };
}

const titleOf = (claim: unknown): unknown => at(claim, 'title');

function nameOf(subject: unknown): string | undefined {
  const [full, given, family] = ['fullName', 'givenName', 'familyName'].map((key) => inOneLanguage(at(subject, key)));
  return full ?? ([given, family].filter(isText).join(' ') || undefined);
}

/** English, or the first language that there is. */
function inOneLanguage(texts: unknown): string | undefined {
  if (!isObject(texts)) return isText(texts) ? texts : undefined;
  return [texts['en'], ...Object.values(texts)].flatMap(listOf).find(isText);
}

function holderOf(credential: JsonObject, { holder }: Contents): Check {
  if (listOf(credential['credentialSubject']).length > 1) return notChecked('holder', 'several');
  if (holder === undefined) return notChecked('holder', 'unnamed');
  const born = at(listOf(credential['credentialSubject'])[0], 'dateOfBirth');
  const day = isText(born) ? /^\d{4}-\d{2}-\d{2}/.exec(born)?.[0] : undefined;
  return day ? passed('holder', 'named-with-birth', { holder, born: day }) : passed('holder', 'named', { holder });
}
