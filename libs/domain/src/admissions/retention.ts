import { appealEnd } from './appeal';
import type { ApplicationState } from './application';
import type { RulingOutcome } from './ruling';

/** The facts that decide when a dossier's retention ends. */
export interface DossierLife {
  readonly state: ApplicationState;
  readonly withdrawnAt: Date | null;
  /** The ruling in force: the second, if there was an appeal. */
  readonly ruling: { readonly outcome: RulingOutcome; readonly at: Date } | null;
  /** The close of applications to its edition, which ends a draft. */
  readonly closesAt: Date;
}

/**
 * The date on which a dossier is erased: so many months after a rejection, after its withdrawal, or after the end of a
 * draft that was never submitted. `null`: not while it may still bring a place, or an appeal runs. A ruling can be
 * appealed for some days: nothing is erased before they are over.
 */
export function erasedFrom(
  { state, withdrawnAt, ruling, closesAt }: DossierLife,
  { retentionMonths, ...appeals }: { retentionMonths: number; appealDays: number; timeZone: string },
): Date | null {
  if (state === 'draft') return monthsAfter(closesAt, retentionMonths);
  if (state === 'withdrawn') return monthsAfter(withdrawnAt ?? closesAt, retentionMonths);
  if (state !== 'ruled' || ruling?.outcome !== 'rejected') return null;
  const appealable = appealEnd(ruling.at, appeals);
  const kept = monthsAfter(ruling.at, retentionMonths);
  return kept > appealable ? kept : appealable;
}

/** The same day and time so many months later; the last day of a month that is shorter. */
function monthsAfter(at: Date, months: number): Date {
  const later = new Date(at);
  later.setUTCDate(1);
  later.setUTCMonth(later.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0)).getUTCDate();
  later.setUTCDate(Math.min(at.getUTCDate(), lastDay));
  return later;
}
