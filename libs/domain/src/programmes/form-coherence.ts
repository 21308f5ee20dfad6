import type { FieldDraft, Items, ProgrammeDraft } from './draft';
import { type Fault, faultAt, type Path } from './fault';
import { isEveryForms } from './form-fields';
import { longestText, mostRows } from './form-limits';

const form: Path = ['admission', 'form'];

/** No own field has the name of a fixed one: conditions could not tell them apart. */
export const ownFieldsHaveOwnNames = ({ admission }: ProgrammeDraft): Fault[] =>
  (admission?.form ?? []).flatMap((field, at) =>
    field?.id !== undefined && isEveryForms(field.id)
      ? [faultAt([...form, at, 'id'], 'programmes.field-of-every-form', { id: field.id })]
      : [],
  );

/** A condition asks a field that comes before: so none asks itself, and no two ask each other. */
export const conditionsAskEarlierFields = ({ admission }: ProgrammeDraft): Fault[] =>
  (admission?.form ?? []).flatMap((field, at, fields) => {
    const asked = field?.when?.field;
    if (asked === undefined) return [];
    const path = [...form, at, 'when'];
    const place = fields.findIndex((one) => one?.id === asked);
    if (place < 0 && !isEveryForms(asked))
      return [faultAt([...path, 'field'], 'programmes.no-such-form-field', { field: asked })];
    if (place >= at) return [faultAt([...path, 'field'], 'programmes.condition-on-later-field', { field: asked })];
    return optionsAskedExist(field?.when?.is, fields[place], asked, path);
  });

function optionsAskedExist(is: Items<string>, field: FieldDraft | undefined, asked: string, path: Path): Fault[] {
  if (!is) return [];
  if (!field || (field.kind && field.kind !== 'choice'))
    return [faultAt([...path, 'is'], 'programmes.condition-not-on-choice', { field: asked })];
  const { options } = field;
  if (!options) return [];
  return is.flatMap((option, at) =>
    option === undefined || options.some((one) => one?.id === option)
      ? []
      : [faultAt([...path, 'is', at], 'programmes.no-such-option', { field: asked, option })],
  );
}

/** Something lies between the limits of a field. */
export const limitsLeaveRoom = ({ admission }: ProgrammeDraft): Fault[] => crossedIn(admission?.form, form);

const crossedIn = (fields: Items<FieldDraft>, path: Path): Fault[] =>
  (fields ?? []).flatMap((field, at) => {
    if (!field) return [];
    return [...faultsBetween(field, [...path, at]), ...crossedIn(field.fields, [...path, at, 'fields'])];
  });

function faultsBetween(field: FieldDraft, path: Path): Fault[] {
  const [name, min, max] = limitsOf(field);
  if (min === undefined || max === undefined) return [];
  if (min > max) return [faultAt([...path, name], 'programmes.limits-crossed', { min, max })];
  const isWhole = field.kind === 'number' && !field.decimal;
  return isWhole && Math.ceil(Number(min)) > Math.floor(Number(max))
    ? [faultAt([...path, name], 'programmes.no-whole-number', { min, max })]
    : [];
}

type Limits = [name: string, min?: number | string, max?: number | string];

function limitsOf(field: FieldDraft): Limits {
  switch (field.kind) {
    case 'text':
      return ['min', field.min, longestText(field)];
    case 'group':
      return ['min', field.min, mostRows(field)];
    case 'date':
      return ['from', field.from, field.until];
    default:
      return ['min', field.min, field.max];
  }
}
