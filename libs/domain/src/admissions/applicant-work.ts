import { become } from '../process';
import { isRefusal, type Refusal, refuse } from '../refusal';
import { applicationProcess, type ApplicationState, canBeEdited } from './application';
import { isInTime } from './returning';

/** An application before its applicant, with the facts that decide what they may do. */
export interface InHand {
  readonly state: ApplicationState;
  /** Whether its contents are erased. */
  readonly isErased: boolean;
}

/** Whether a person may start an application: once, while the edition takes them, and never as a member of its commission. */
export function start(on: {
  hasApplied: boolean;
  sitsInCommission: boolean;
  takesApplications: boolean;
}): true | Refusal {
  if (on.sitsInCommission) return refuse('admissions.sits-in-commission');
  if (!on.takesApplications) return refuse('admissions.not-open');
  return !on.hasApplied || refuse('admissions.already-applied');
}

/** Whether the applicant may change the form and its evidence. */
export const edit = ({ state, isErased }: InHand): true | Refusal =>
  (canBeEdited(state) && !isErased) || refuse('admissions.not-editable');

/** Submits an application, for the first time or again with its answers; `missing` is the number of items that it lacks. */
export function submit(
  {
    state,
    sitsInCommission,
    missing,
    ...when
  }: {
    state: ApplicationState;
    sitsInCommission: boolean;
    missing: number;
    takesApplications: boolean;
    answerUntil: Date | null;
  },
  now: Date,
): ApplicationState | Refusal {
  // A person who was given a seat after starting judges the other applicants by now.
  if (sitsInCommission) return refuse('admissions.sits-in-commission');
  const submitted = become(applicationProcess, state, 'submitted', 'admissions.no-such-step');
  if (isRefusal(submitted)) return submitted;
  const inTime = isInTime(when, now);
  if (inTime !== true) return inTime;
  return missing === 0 ? submitted : refuse('admissions.incomplete', { missing });
}

/** Withdraws an application, before the ruling and before its contents are erased. */
export const withdraw = ({ state, isErased }: InHand): ApplicationState | Refusal =>
  isErased
    ? refuse('admissions.not-editable')
    : become(applicationProcess, state, 'withdrawn', 'admissions.no-such-step');
