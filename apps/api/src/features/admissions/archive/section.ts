/** The parts of a section of the bound dossier. */
export type Part =
  | { readonly kind: 'rows'; readonly rows: readonly { readonly label: string; readonly value: string }[] }
  | { readonly kind: 'text'; readonly title: string; readonly text: string }
  | {
      readonly kind: 'table';
      readonly title: string;
      readonly heads: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

export interface Section {
  readonly title: string;
  readonly note: string;
  readonly parts: readonly Part[];
}
