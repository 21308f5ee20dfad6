import type { FieldRule } from './form-fields';
import type { Cycle, ModuleMode, ParticipationForm, WorkloadKind } from './vocabulary';

/**
 * The parts of a programme file that the rules read. Every part may be absent, so that one check finds all faults of a
 * half-written file: a rule ignores an absent part, since the shape and Annex I require it.
 */
export interface ProgrammeDraft {
  readonly slug?: string | undefined;
  readonly months?: number | undefined;
  readonly participation?: ParticipationForm | undefined;
  readonly level?: { readonly eqf?: number | undefined; readonly cycle?: Cycle | undefined } | undefined;
  readonly workload?: { readonly ects?: number | undefined; readonly hours?: number | undefined } | undefined;
  readonly outcomes?: Items<Named>;
  readonly modules?: Items<ModuleDraft>;
  readonly stackability?: { readonly kind?: string; readonly programmes?: Items<string> } | undefined;
  readonly admission?: { readonly criteria?: Items<Named>; readonly form?: Items<FieldDraft> } | undefined;
  readonly projectWork?: { readonly module?: number | undefined; readonly rubric?: Items<Named> } | undefined;
  readonly completion?:
    | {
        readonly modules?:
          { readonly numbers?: Items<number>; readonly percentOfMinutes?: number | undefined } | undefined;
        readonly inPresencePercent?: number | undefined;
        readonly ledgerMinutes?: number | undefined;
        readonly projectWorkPassed?: boolean | undefined;
        readonly surveyAnswered?: boolean | undefined;
      }
    | undefined;
  readonly illustrative?: Items<string>;
}

export interface ModuleDraft {
  readonly number?: number | undefined;
  readonly mode?: ModuleMode | undefined;
  readonly minutes?: Readonly<Partial<Record<WorkloadKind, number>>> | undefined;
  readonly outcomes?: Items<Named>;
}

/** A list; an invalid item leaves a gap, so that the others keep their places. */
export type Items<Item> = readonly (Item | undefined)[] | undefined;

/** A field of the form, or a column of one, of any kind. */
export interface FieldDraft extends Named {
  readonly kind?: FieldRule['kind'] | undefined;
  readonly when?: { readonly field?: string | undefined; readonly is?: Items<string> } | undefined;
  readonly options?: Items<Named>;
  readonly fields?: Items<FieldDraft>;
  readonly long?: boolean | undefined;
  readonly decimal?: boolean | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

export interface Named {
  readonly id?: string | undefined;
}
