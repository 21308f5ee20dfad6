import type { ProgrammeDraft } from './draft';
import { type Fault, faultAt } from './fault';

/** The languages in which certificates can be worded. */
export const documentLanguages = ['en', 'it'] as const;
export type DocumentLanguage = (typeof documentLanguages)[number];

/** A scheme counts, and names nothing else that would be filled in. */
export function isRegisterScheme(scheme: string): boolean {
  const places = [...scheme.matchAll(/\{(.*?)\}/g)].map(([, name]) => name);
  return places.filter((name) => name === 'number').length === 1 && places.every((name) => isPlace(name ?? ''));
}
const isPlace = (name: string) => name === 'number' || name === 'year';

/** The scheme of one year: numbers are counted within it. */
export const schemeOfYear = (scheme: string, year: number): string => scheme.replaceAll('{year}', String(year));

/** The number in the register, as documents print it. */
export const registerNumber = (schemeInYear: string, number: number): string =>
  schemeInYear.replace('{number}', String(number));

/** No language stands on the certificate twice. */
export function certificateLanguagesDiffer({ certificate }: ProgrammeDraft): Fault[] {
  const languages = certificate?.languages ?? [];
  return languages.flatMap((language, at) =>
    language !== undefined && languages.indexOf(language) < at
      ? [faultAt(['certificate', 'languages', at], 'programmes.repeated-language', { language })]
      : [],
  );
}

/** A partner of the highest degree of cooperation awards too: it is one of the awarding bodies. */
export function jointAwardsNameTheirBodies({ partners, awardingBodies }: ProgrammeDraft): Fault[] {
  if (!awardingBodies) return [];
  const bodies = new Set(awardingBodies.map((body) => body?.name));
  return (partners ?? []).flatMap((partner, at) =>
    partner?.cooperation === 1 && partner.name !== undefined && !bodies.has(partner.name)
      ? [faultAt(['partners', at, 'cooperation'], 'programmes.joint-award', { partner: partner.name })]
      : [],
  );
}
