import { cefrLevels } from '@libretto/domain';
import type { KeyBelow, Say } from '@libretto/language';
import type { Asked } from './asked';

interface Words {
  readonly say: Say;
  readonly countries: readonly { readonly code: string; readonly name: string }[];
  readonly languages: readonly { readonly code: string; readonly name: string }[];
}
type FormWord = KeyBelow<'admissions.form'>;
type Option = NonNullable<Asked['options']>[number];

const levels = ['1', '2', '3', '4', '5', '6', '7', '8'] as const;

/**
 * The lists of every form, column by column, drawn like a programme's own groups. The contract decides which rows are
 * complete.
 */
export function fixedRows({ say, countries, languages }: Words) {
  const label = (key: FormWord) => ({ label: say(`admissions.form.${key}`) });
  const text = (id: string, key: FormWord): Asked => ({ id, rule: { kind: 'text' }, required: true, ...label(key) });
  const day = (id: string, key: FormWord): Asked => ({ id, rule: { kind: 'date' }, required: true, ...label(key) });
  const choice = (id: string, key: FormWord, options: readonly Option[]): Asked => ({
    id,
    rule: { kind: 'choice', options },
    required: true,
    options,
    ...label(key),
  });
  const named = (all: Words['countries']) => all.map(({ code, name }) => ({ id: code, label: name }));
  return {
    degrees: [
      { ...text('title', 'title'), wide: true },
      { ...text('institution', 'awarded-by'), wide: true },
      choice('country', 'country', named(countries)),
      choice(
        'eqfLevel',
        'eqf-level',
        levels.map((id) => ({ id, label: say(`admissions.form.eqf.${id}`) })),
      ),
      { id: 'year', rule: { kind: 'number', min: 1940, max: 2100 }, required: true, ...label('year') },
    ],
    posts: [
      { ...text('employer', 'employer'), wide: true },
      { ...text('role', 'role'), wide: true },
      day('from', 'from'),
      { ...day('until', 'until'), required: false, hint: say('admissions.form.until-hint') },
    ],
    languages: [
      choice('language', 'language', named(languages)),
      choice(
        'level',
        'cefr',
        cefrLevels.map((id) => ({ id, label: id })),
      ),
    ],
    referees: [text('name', 'referee-name'), { ...text('email', 'referee-email'), email: true }],
  } satisfies Record<string, Asked[]>;
}
