import { lengthInMinutes, type SessionState, type Span } from './session';

/** The minutes of a module's sessions beside its notional contact minutes. */
export interface PlannedContact {
  readonly number: number;
  readonly planned: number;
  readonly notional: number;
}

/** What is planned for each module. Cancelled sessions count for nobody. */
export function contactPlanned(
  modules: readonly { readonly number: number; readonly minutes: { readonly contact: number } }[],
  sessions: readonly (Span & { readonly moduleNumber: number; readonly state: SessionState })[],
): PlannedContact[] {
  return modules.map(({ number, minutes }) => ({
    number,
    planned: sessions
      .filter(({ moduleNumber, state }) => moduleNumber === number && state !== 'cancelled')
      .reduce((sum, session) => sum + lengthInMinutes(session), 0),
    notional: minutes.contact,
  }));
}

/** The modules whose sessions last longer or shorter than their contact minutes. */
export const unevenModules = <Module extends PlannedContact>(modules: readonly Module[]): Module[] =>
  modules.filter(({ planned, notional }) => planned !== notional);
