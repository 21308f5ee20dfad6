import type { BriefAuthors, FeedbackCounts } from '../project-work';
import type { FieldRule } from './form-fields';
import type { SurveyQuestionRule } from './survey-questions';
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
  readonly awardingBodies?: Items<BodyDraft>;
  readonly partners?: Items<BodyDraft & { readonly cooperation?: number | undefined }>;
  readonly certificate?:
    | {
        readonly languages?: Items<string>;
        readonly logo?: string | undefined;
        readonly seal?: string | undefined;
      }
    | undefined;
  /** By the names that parts of the file call them. */
  readonly pictures?: Readonly<Record<string, unknown>> | undefined;
  readonly admission?: { readonly criteria?: Items<Named>; readonly form?: Items<FieldDraft> } | undefined;
  /** One brief, or a list of them. */
  readonly projectWork?: BriefDraft | Items<BriefDraft>;
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
  readonly survey?: { readonly questions?: Items<QuestionDraft> } | undefined;
  readonly illustrative?: Items<string>;
}

/** An awarding body or a partner. */
export interface BodyDraft {
  readonly name?: string | undefined;
  readonly university?: boolean | undefined;
  readonly logo?: string | undefined;
  readonly signatory?: { readonly signature?: string | undefined } | undefined;
}

export interface ModuleDraft {
  readonly number?: number | undefined;
  readonly mode?: ModuleMode | undefined;
  readonly minutes?: Readonly<Partial<Record<WorkloadKind, number>>> | undefined;
  readonly outcomes?: Items<Named>;
  readonly sessions?: Items<ForeseenDraft>;
}

/** Something that the programme asks people to hand in. */
export interface BriefDraft extends Named {
  readonly module?: number | undefined;
  readonly by?: BriefAuthors | undefined;
  readonly weight?: number | undefined;
  readonly size?: RangeDraft | undefined;
  readonly choice?: object | undefined;
  readonly files?: RangeDraft | undefined;
  readonly links?: RangeDraft | undefined;
  readonly text?: RangeDraft | undefined;
  readonly rubric?: Items<RowDraft>;
  readonly peerFeedback?: PeerFeedbackDraft | undefined;
  readonly late?: string | DeductionDraft | undefined;
  readonly markerIsProfessor?: boolean | undefined;
  readonly grades?: { readonly scale?: string | undefined; readonly grades?: Items<GradeDraft> } | undefined;
}

/** What a brief asks of its peers. */
export interface PeerFeedbackDraft {
  readonly within?: { readonly rubric?: Items<RowDraft> } | undefined;
  readonly across?: { readonly rubric?: Items<RowDraft> } | undefined;
  readonly anonymous?: boolean | undefined;
  readonly counts?: FeedbackCounts | undefined;
}

/** The points that a late work costs. */
export interface DeductionDraft {
  readonly deduct?: number | undefined;
  readonly most?: number | undefined;
}

/** How many of something are asked for. */
export interface RangeDraft {
  readonly least?: number | undefined;
  readonly most?: number | undefined;
}

/** A row of a rubric, with levels of its own. */
export interface RowDraft extends Named {
  readonly levels?: Items<Named> | undefined;
}

/** A grade of an own scale. */
export interface GradeDraft {
  readonly grade?: string | undefined;
  readonly passes?: boolean | undefined;
}

/** A session as the programme foresees it. */
export interface ForeseenDraft {
  /** The day of the edition, its first being 1. */
  readonly day?: number | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
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

/** A question of the survey, of any kind. */
export interface QuestionDraft extends Named {
  readonly kind?: SurveyQuestionRule['kind'] | undefined;
  readonly options?: Items<Named>;
  readonly rows?: Items<Named>;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

export interface Named {
  readonly id?: string | undefined;
}
