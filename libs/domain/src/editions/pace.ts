import type { SessionState } from '../schedule';

/** Below this share of the minutes foreseen by the sessions held so far, somebody is behind. */
export const behindBelow = 0.5;

interface Part {
  readonly number: number;
  /** Notional, of all kinds. */
  readonly minutes: number;
}

/**
 * The minutes of somebody who keeps pace: the same share of each module's notional minutes as of its sessions held.
 * Cancelled sessions count for nobody.
 */
export function foreseenMinutes(
  modules: readonly Part[],
  sessions: readonly { readonly moduleNumber: number; readonly state: SessionState }[],
): number {
  const foreseen = modules.map(({ number, minutes }) => {
    const own = sessions.filter(({ moduleNumber, state }) => moduleNumber === number && state !== 'cancelled');
    const held = own.filter(({ state }) => state === 'held').length;
    return held === 0 ? 0 : (minutes * held) / own.length;
  });
  return Math.round(foreseen.reduce((sum, minutes) => sum + minutes, 0));
}

/** Whether somebody has markedly fewer minutes than is foreseen by now. */
export const isBehind = (recorded: number, foreseen: number): boolean => recorded < foreseen * behindBelow;
