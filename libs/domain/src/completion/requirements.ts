import type { FeedbackTally } from '../project-work';

/** A programme's requirements for its credential: data of the programme, not code. */
export interface CompletionRequirements {
  /** A module is done when the ledger holds this share of its notional minutes. */
  readonly modules?: { readonly numbers: readonly number[]; readonly percentOfMinutes: number } | undefined;
  /** The share of the edition's in-presence sessions; 0 requires none. */
  readonly inPresencePercent: number;
  readonly ledgerMinutes?: number | undefined;
  readonly projectWorkPassed: boolean;
  /** The briefs whose peer feedback is required, each with the number that it foresees before anybody is asked. */
  readonly peerFeedback?: readonly { readonly brief: string; readonly foreseen: number }[] | undefined;
  readonly surveyAnswered: boolean;
  /** Whether an excused absence counts as attended. */
  readonly excusedCounts: boolean;
  /** Whether sessions before an enrolment count against it. */
  readonly earlierSessionsCount?: boolean | undefined;
}

/** One in-presence session and the person's mark on the closed roll; `null` while it has none. */
export interface SessionFact {
  readonly sessionId: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly zone: string;
  readonly mark: 'present' | 'late' | 'excused' | 'absent' | null;
  /** It began before the person was enrolled. */
  readonly isEarlier: boolean;
}

/** The sum of one person's ledger entries of one kind in one module, next to the module's total. */
export interface MinutesFact {
  readonly module: number;
  readonly minutes: number;
}

/** A module's notional minutes in all, and those of its sessions. */
export interface NotionalFact extends MinutesFact {
  readonly contact: number;
}

/** A group's newest work for a brief, as far as its members may know: it has a result only after the release. */
export interface WorkFact {
  readonly workId: string;
  readonly attempt: number;
  readonly result: 'passed' | 'not-passed' | null;
}

/** A brief of the programme with the person's work for it. */
export interface BriefFact {
  readonly brief: string;
  readonly work: WorkFact | null;
}

/** The feedback of a brief that somebody is asked for, and how much of it they have given. */
export interface FeedbackFact extends FeedbackTally {
  readonly brief: string;
}

/** The recorded facts about one enrolment. */
export interface CompletionFacts {
  readonly notional: readonly NotionalFact[];
  readonly ledger: readonly MinutesFact[];
  /** Every in-presence session of the edition that was not cancelled, past and to come. */
  readonly inPresence: readonly SessionFact[];
  /** The minutes of sessions of any mode that began before the enrolment and that the person did not attend. */
  readonly earlier: readonly MinutesFact[];
  /** Every brief of the programme. */
  readonly works: readonly BriefFact[];
  /** Of the briefs for which somebody has been asked. */
  readonly feedback: readonly FeedbackFact[];
  readonly surveyAnsweredAt: string | null;
}
