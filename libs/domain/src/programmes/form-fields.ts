/** A text in several languages by ISO 639-1 code. */
type Texts = Readonly<Record<string, string>>;

/** The limits of an answer, inclusive. */
export type SimpleRule =
  | {
      readonly kind: 'text';
      /** Several lines instead of one. */
      readonly long?: boolean | undefined;
      readonly min?: number | undefined;
      readonly max?: number | undefined;
    }
  | {
      readonly kind: 'choice';
      readonly options: readonly { readonly id: string }[];
      /** Allows several options instead of one. */
      readonly several?: boolean | undefined;
    }
  | {
      readonly kind: 'number';
      /** With a fraction instead of whole. */
      readonly decimal?: boolean | undefined;
      readonly min?: number | undefined;
      readonly max?: number | undefined;
    }
  | { readonly kind: 'date'; readonly from?: string | undefined; readonly until?: string | undefined };

/** The rule of a column of a repeated group. */
export type ColumnRule = SimpleRule & { readonly id: string; readonly required?: boolean | undefined };

/** The condition for showing a field: another one is answered, or answered with one of these options. */
export interface Condition {
  /** The id of an own field that comes before, or the key of a field that every form has. */
  readonly field: string;
  readonly is?: readonly string[] | undefined;
}

/** A field that a programme's form has beyond those of every form, as the rules look at it. */
export type FieldRule = (
  | SimpleRule
  | { readonly kind: 'file'; readonly max?: number | undefined }
  | {
      readonly kind: 'group';
      readonly fields: readonly ColumnRule[];
      readonly min?: number | undefined;
      readonly max?: number | undefined;
    }
) & {
  readonly id: string;
  /** At submission: a draft may always have gaps. */
  readonly required?: boolean | undefined;
  readonly when?: Condition | undefined;
};

/** The parts of the form that only some programmes need. Motivation, referees and files stand in every form. */
export const formParts = ['degrees', 'posts', 'languages', 'exceptionalConditions'] as const;
export type FormPart = (typeof formParts)[number];

/** The fields that are no programme's own, in the order of the form. */
const fixedFieldKeys = [
  'degrees',
  'posts',
  'languages',
  'referees',
  'motivation',
  'exceptionalConditions',
  'evidence',
] as const;
export type FixedFieldKey = (typeof fixedFieldKeys)[number];
export const isEveryForms = (name: string): name is FixedFieldKey => fixedFieldKeys.some((key) => key === name);
export type OwnFieldKey = `own.${string}`;
/** The name of a form's field for everybody: `posts`, `own.decisions`. */
export type FieldKey = FixedFieldKey | OwnFieldKey;

export const ownFieldKey = (id: string): OwnFieldKey => `own.${id}`;
export const isOwnFieldKey = (key: string): key is OwnFieldKey => key.startsWith('own.');

/** Every key of a form that asks these parts and has these own fields. */
export const fieldKeysOf = (parts: readonly FormPart[], own: readonly { readonly id: string }[]): FieldKey[] => [
  ...fixedFieldKeys.filter((key) => !formParts.some((part) => part === key) || parts.some((part) => part === key)),
  ...own.map(({ id }) => ownFieldKey(id)),
];

/** The programme's label of its own field; nothing for the fixed ones, whose names are in the language files. */
export const ownLabelOf = (
  key: string,
  own: readonly { readonly id: string; readonly label: Texts }[],
): Texts | undefined => own.find(({ id }) => ownFieldKey(id) === key)?.label;
