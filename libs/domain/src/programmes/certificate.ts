import type { Items, ProgrammeDraft } from './draft';
import { type Fault, faultAt, type Path } from './fault';

/** The languages in which certificates can be worded. */
export const documentLanguages = ['en', 'it', 'de', 'es', 'fr', 'hr', 'pt'] as const;
export type DocumentLanguage = (typeof documentLanguages)[number];
/** Of documents whose programme says nothing else; the first one is upright. */
export const usualDocumentLanguages: readonly DocumentLanguage[] = ['en', 'it'];

/** How a certificate looks: centred in a frame, from a left edge beside a band of colour, or across the page. */
export const certificateDesigns = ['classic', 'modern', 'landscape'] as const;
export type CertificateDesign = (typeof certificateDesigns)[number];

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

/** The texts that certificate and supplement show, as a file spells their paths; `*` stands for each item of a list. */
const textsOfDocuments: readonly (readonly string[])[] = [
  ['title'],
  ['qualification'],
  ['outcomes', '*', 'text'],
  ['modules', '*', 'title'],
  ['admission', 'criteria', '*', 'statement'],
  ['assessment', 'type'],
  ['projectWork', 'title'],
  ['projectWork', '*', 'title'],
  ['qualityAssurance'],
  ['awardingBodies', '*', 'status'],
  ['awardingBodies', '*', 'signatory', 'capacity'],
  ['awardingBodies', '*', 'signatory', 'place'],
  ['partners', '*', 'role'],
  ['supervision'],
  ['otherQualifications'],
  ['furtherInformation'],
  ['certificate', 'heading'],
  ['certificate', 'place'],
  ['certificate', 'registered'],
];

/** What the documents show is there in each of their languages. The shape asks for English and Italian anyway. */
export function certificateTextsAreThere(draft: ProgrammeDraft): Fault[] {
  const asked = (draft.certificate?.languages ?? []).filter(
    (language) => language !== undefined && !usualDocumentLanguages.some((usual) => usual === language),
  ) as string[];
  if (!asked.length) return [];
  const texts = textsOfDocuments.flatMap((path) => partsAt(draft, path));
  return asked.flatMap((language) =>
    texts
      .filter(({ text }) => !text[language])
      .map(({ path }) => faultAt([...path, language], 'programmes.not-in-language-of-certificate', { language })),
  );
}

type Texts = Readonly<Record<string, unknown>>;

/** The parts of a file at a path, each with its own path; nothing where the path leads nowhere. */
function partsAt(part: unknown, [step, ...rest]: readonly string[], above: Path = []): { path: Path; text: Texts }[] {
  if (typeof part !== 'object' || part === null) return [];
  if (step === undefined) return Array.isArray(part) ? [] : [{ path: above, text: part as Texts }];
  if (step !== '*') return partsAt((part as Texts)[step], rest, [...above, step]);
  return Array.isArray(part) ? part.flatMap((item, at) => partsAt(item, rest, [...above, at])) : [];
}

/** Every picture that a part of the file names is among its pictures. */
export function picturesAreThere({ pictures, awardingBodies, partners, certificate }: ProgrammeDraft): Fault[] {
  const named = [
    ...logosOf(awardingBodies, 'awardingBodies'),
    ...logosOf(partners, 'partners'),
    ...(awardingBodies ?? []).map((body, at) => ({
      path: ['awardingBodies', at, 'signatory', 'signature'],
      picture: body?.signatory?.signature,
    })),
    { path: ['certificate', 'logo'], picture: certificate?.logo },
    { path: ['certificate', 'seal'], picture: certificate?.seal },
  ];
  return named.flatMap(({ path, picture }) =>
    picture === undefined || Object.hasOwn(pictures ?? {}, picture)
      ? []
      : [faultAt(path, 'programmes.no-such-picture', { picture })],
  );
}

const logosOf = (bodies: Items<{ readonly logo?: string | undefined }>, list: string) =>
  (bodies ?? []).map((body, at) => ({ path: [list, at, 'logo'], picture: body?.logo }));
