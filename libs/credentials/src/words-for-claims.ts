import { participationForms } from '@libretto/domain';
import { type KeyBelow, wordMinutes } from '@libretto/language';
import { openClaims, partClaims } from './award/claim-names';
import type { Claims } from './findings/verification';
import { listOf } from './platform/json';
import { countryIn, dayIn, languageIn, type Row, type Tongue } from './words-for-values';

/** The claims that have a name here: those of European learning credentials, and some of identity cards. Any other has its own. */
const namedClaims = [
  ...openClaims,
  ...partClaims,
  'date_of_expiry',
  'learner_identification',
] as const satisfies readonly KeyBelow<'verification.claims'>[];

/** What a holder shows of a token, line by line. */
export function claimRows({ type, shown }: Claims, tongue: Tongue): Row[] {
  const rows = Object.entries(shown).flatMap(([name, value]) => {
    const known = namedClaims.find((one) => one === name);
    const values = listOf(value).map((item) => claimValue(name, item, tongue));
    return values.length ? [{ label: known ? tongue.say(`verification.claims.${known}`) : name, values }] : [];
  });
  return [...rows, { label: tongue.say('verification.claims.type'), values: [type] }];
}

/** The claims whose values are codes, or a length of time as ISO 8601 writes it; what a stranger writes otherwise stays as it is. */
const wordsForClaims: Readonly<Record<string, (value: string, tongue: Tongue) => string | undefined>> = {
  issuing_country: (code, { language }) => (/^[A-Z]{2}$/.test(code) ? countryIn(language, code) : undefined),
  language_of_classes: (code, { language }) => (/^[a-z]{2,3}$/.test(code) ? languageIn(language, code) : undefined),
  expected_study_time: (time, { language }) => {
    const [, hours, minutes = '0'] = /^PT(\d{1,6})H(?:(\d{1,2})M)?$/.exec(time) ?? [];
    return hours && wordMinutes(language, Number(hours) * 60 + Number(minutes));
  },
  form_of_participation: (value, { say }) => {
    const form = participationForms.find((one) => one === value);
    return form && say(`verification.contents.forms.${form}`);
  },
};

function claimValue(name: string, value: unknown, tongue: Tongue): string {
  const { language, say } = tongue;
  if (typeof value === 'boolean') return say(value ? 'verification.claims.yes' : 'verification.claims.no');
  if (typeof value !== 'string') return JSON.stringify(value);
  const words = Object.hasOwn(wordsForClaims, name) ? wordsForClaims[name]?.(value, tongue) : undefined;
  return words ?? (/^\d{4}-\d{2}-\d{2}$/.test(value) ? dayIn(language, value) : value);
}
