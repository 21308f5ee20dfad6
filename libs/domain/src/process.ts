import { type PlainCode, type Refusal, refuse } from './refusal';

/** A state machine as data: for each state, the states it may become. */
export type Process<State extends string> = Readonly<Record<State, { readonly to: readonly State[] }>>;

/** The next state, or the refusal where the process has no such step. */
export function become<State extends string>(
  process: Process<State>,
  from: State,
  to: State,
  code: PlainCode,
): State | Refusal {
  return process[from].to.includes(to) ? to : refuse(code);
}

/** The states that no chain of steps from `start` reaches: a spec expects none. */
export function unreachableStates<State extends string>(process: Process<State>, start: State): State[] {
  const reached = new Set<State>([start]);
  for (const state of reached) for (const next of process[state].to) reached.add(next);
  return (Object.keys(process) as State[]).filter((state) => !reached.has(state));
}

/** The states from which no chain of steps leads to one of `ends`: a spec expects none. */
export function deadEnds<State extends string>(process: Process<State>, ends: readonly State[]): State[] {
  const states = Object.keys(process) as State[];
  const lead = new Set<State>(ends);
  for (let before = -1; before < lead.size;) {
    before = lead.size;
    for (const state of states) if (process[state].to.some((next) => lead.has(next))) lead.add(state);
  }
  return states.filter((state) => !lead.has(state));
}
