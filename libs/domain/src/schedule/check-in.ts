import { type Refusal, refuse } from '../refusal';
import { type Attendance, attendanceOf, minutesLateAt, type RollSession } from './attendance';
import { joinOpensAt } from './join-window';
import { localTimeOf } from './local-time';
import type { Span } from './session';

/** The code on the wall is replaced this often. */
export const rotationSeconds = 15;

/** A scan that could not be sent at once is taken for so long. */
export const keptScanMinutes = 10;

/** Somebody who comes within these minutes is on time, unless the programme says otherwise. */
export const usualLateAfterMinutes = 10;

/** Letters and digits of short codes: none of 0 O, 1 I L, 2 Z, 5 S, 6 G, 8 B, U V; without vowels no words come about. */
const letters = '3479CDFHJKMNPQRTWXY';
const shortCodeLength = 6;

/** The number of the rotation whose code is on the wall at a moment. */
export const rotationAt = (at: Date): number => Math.floor(at.getTime() / (rotationSeconds * 1000));

/** The milliseconds until a rotation begins: negative once it has. */
export const millisecondsUntil = (rotation: number, now: Date): number =>
  rotation * rotationSeconds * 1000 - now.getTime();

/** The rotations whose codes are recognised: those that can still count, for scans that were kept as well. */
export function knownRotations(now: Date): number[] {
  const current = rotationAt(now);
  const oldest = rotationAt(new Date(now.getTime() - keptScanMinutes * 60_000)) - 1;
  return Array.from({ length: current - oldest + 1 }, (_, back) => current - back);
}

/** A short code made of random bytes; six of them are enough. */
export const shortCodeOf = (bytes: Uint8Array): string =>
  Array.from(bytes.subarray(0, shortCodeLength), (byte) => letters.charAt(byte % letters.length)).join('');

/** A short code as somebody typed it, in the form in which it is compared; `null` if it cannot be one. */
export function typedShortCode(text: string): string | null {
  const typed = text.replace(/[\s-]/g, '').toUpperCase();
  return typed.length === shortCodeLength && [...typed].every((letter) => letters.includes(letter)) ? typed : null;
}

/** A scan is kept by a browser until it can be sent, but not longer than so. */
export const mayHaveBeenKept = (waitedSeconds: number): true | Refusal =>
  waitedSeconds <= keptScanMinutes * 60 || refuse('check-in.kept-too-long', { minutes: keptScanMinutes });

/**
 * The moment at which a code was scanned, by the server's clock: the browser says only how long it waited, and the code
 * must be one of that moment. The code on the wall and the one before it are taken.
 */
export function momentOfScan(rotation: number, waitedSeconds: number, now: Date): Date | Refusal {
  const at = new Date(now.getTime() - waitedSeconds * 1000);
  const age = rotationAt(at) - rotation;
  return age === 0 || age === 1 ? at : refuse('check-in.code-changed', { seconds: rotationSeconds });
}

/** Whether a scan was taken only because it had been kept: its code was no longer on the wall when it arrived. */
export const isSentLater = (scannedAt: Date, arrivedAt: Date): boolean =>
  arrivedAt.getTime() - scannedAt.getTime() >= 2 * rotationSeconds * 1000;

/** One can check in from when the doors open until the session ends or its roll is closed. */
export function mayCheckIn(session: RollSession & { readonly zone: string }, at: Date): true | Refusal {
  if (session.state === 'cancelled') return refuse('schedule.session-cancelled');
  if (session.state === 'held' || at >= session.endsAt) return refuse('check-in.over');
  const opensAt = joinOpensAt(session);
  if (at >= opensAt) return true;
  const [day = '', time = ''] = localTimeOf(opensAt, session.zone).split('T');
  return refuse('check-in.too-early', { day, time, zone: session.zone });
}

/** Whether a mark stands when its person comes: one from before the doors opened excused somebody who was not expected. */
export const standsWhenTheyCome = (markedAt: Date, session: RollSession): boolean => markedAt >= joinOpensAt(session);

/** What somebody who comes at a moment counts as: present, or late once the tolerance is over; then by all minutes since the start. */
export function attendanceAt(
  session: Span,
  at: Date,
  { lateAfterMinutes = usualLateAfterMinutes }: { readonly lateAfterMinutes?: number | undefined },
): Attendance {
  const minutesLate = minutesLateAt(session, at);
  return attendanceOf(minutesLate > lateAfterMinutes ? 'late' : 'present', minutesLate);
}
