/** ISO 3166-1 codes of the countries that people and their degrees come from: the European Higher Education Area first of all. */
const countries =
  'AD AE AL AM AR AT AU AZ BA BD BE BG BO BR BY CA CH CL CM CN CO CU CY CZ DE DK DO DZ EC EE EG ES ET FI FR GB GE GH GR HR HU ID IE IL IN IQ IR IS IT JO JP KE KR KZ LB LI LK LT LU LV LY MA MC MD ME MG MK MT MX MY NG NL NO NP NZ PE PH PK PL PS PT PY RO RS RU SA SD SE SG SI SK SM SN SY TH TN TR TW TZ UA UG US UY UZ VA VE VN XK ZA'.split(' ');

/** ISO 639-1 codes of the languages that people are asked about. */
const languages = 'ar bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro ru sk sl sr sv tr uk'.split(' ');

interface Named {
  readonly code: string;
  readonly name: string;
}

/** Countries with their names in the reader's language, by name. */
export const countriesIn = (reading: string): Named[] => named(reading, 'region', countries);

/** Languages with their names in the reader's language, by name. */
export const languagesIn = (reading: string): Named[] => named(reading, 'language', languages);

function named(reading: string, type: 'region' | 'language', codes: readonly string[]): Named[] {
  const names = new Intl.DisplayNames(reading, { type });
  const byName = new Intl.Collator(reading);
  return codes.map((code) => ({ code, name: names.of(code) ?? code })).sort((one, other) => byName.compare(one.name, other.name));
}
