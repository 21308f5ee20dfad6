import type { FormField, ItemChangeView } from '@libretto/contracts';
import type { EvidenceKind, SimpleAnswer } from '@libretto/domain';
import { type KeyBelow, type Say, wordAnswer } from '@libretto/language';
import { inLanguage, nameOf } from '../../../platform/language';

/** The language of a text, and the sentences that word it. */
export interface Wording {
  readonly language: string;
  /** The programme's own fields. */
  readonly own: readonly FormField[];
  readonly say: Say;
}

type Item = NonNullable<ItemChangeView['before']>;

/** Words one item of a list: a degree, a post, a file, a row of an own field. */
export function wordItem(field: string, item: Item, wording: Wording): string {
  if (typeof item === 'string') return wordValue(field, item, wording);
  const { language, say } = wording;
  const text = (name: string) => String(item[name] ?? '');
  switch (field) {
    case 'degrees':
      return `${text('title')}, ${text('institution')}, ${nameOf(language, 'region', text('country'))}, ${text('year')} · ${say(`admissions.form.eqf.${text('eqfLevel') as KeyBelow<'admissions.form.eqf'>}`)}`;
    case 'posts':
      return `${text('role')}, ${text('employer')} · ${plainDay(language, text('from'))} – ${text('until') ? plainDay(language, text('until')) : say('admissions.contents.today')}`;
    case 'languages':
      return `${nameOf(language, 'language', text('language'))}: ${text('level')}`;
    case 'referees':
      return `${text('name')} · ${text('email')}`;
    case 'evidence':
      return `${say(`admissions.evidence.${text('kind') as EvidenceKind}`)}: ${text('name')}`;
    default:
      return wordRow(field, item, wording);
  }
}

/** Words a text, or the answer to a simple field of the programme's own, which arrives as a text. */
export function wordValue(field: string, value: string, { language, own }: Wording): string {
  const known = own.find(({ id }) => `own.${id}` === field);
  return known && value !== '' ? wordAnswer(language, known, known.kind === 'number' ? Number(value) : value) : value;
}

function wordRow(field: string, row: Exclude<Item, string>, { language, own }: Wording): string {
  const group = own.find(({ id }) => `own.${id}` === field);
  const columns = group?.kind === 'group' ? group.fields : [];
  return columns
    .filter(({ id }) => row[id] !== undefined)
    .map(
      (column) =>
        `${inLanguage(column.label, language)}: ${wordAnswer(language, column, row[column.id] as SimpleAnswer)}`,
    )
    .join(' · ');
}

/** Without its weekday, which would change with every day and hide the real change. */
const plainDay = (language: string, day: string): string => wordAnswer(language, { kind: 'date' }, day);
