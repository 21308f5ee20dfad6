import type { ModuleDraft, ProgrammeDraft } from './draft';
import { type Fault, faultAt } from './fault';
import { workloadKinds } from './vocabulary';

/** 60 ECTS stand for 1,500 to 1,800 hours of work. */
export const hoursPerCredit = { least: 25, most: 30 } as const;

/** The whole minutes of one credit of a programme. */
export const minutesPerEcts = ({ hours, ects }: { readonly hours: number; readonly ects: number }): number =>
  Math.round((hours * 60) / ects);

/** Credits are counted in halves. */
export function creditsAreHalves({ workload }: ProgrammeDraft): Fault[] {
  const ects = workload?.ects;
  if (ects === undefined || Number.isInteger(ects * 2)) return [];
  return [
    faultAt(['workload', 'ects'], 'programmes.credits-not-halves', {
      ects,
      nearest: Math.max(0.5, Math.round(ects * 2) / 2),
    }),
  ];
}

/** The hours lie between 25 and 30 for each credit, both ends included. */
export function hoursMatchCredits({ workload }: ProgrammeDraft): Fault[] {
  const { ects, hours } = workload ?? {};
  if (ects === undefined || hours === undefined) return [];
  const least = Math.ceil(ects * hoursPerCredit.least);
  const most = Math.floor(ects * hoursPerCredit.most);
  if (hours >= least && hours <= most) return [];
  return [
    faultAt(['workload', 'hours'], 'programmes.hours-per-credit', {
      hours,
      ects,
      perCredit: roundedTo2(hours / ects),
      least,
      most,
    }),
  ];
}

/** The modules' notional minutes are the programme's hours. Silent while a module does not say all of its minutes. */
export function moduleMinutesSum({ workload, modules }: ProgrammeDraft): Fault[] {
  const hours = workload?.hours;
  if (hours === undefined || !modules?.length || !modules.every(saysItsMinutes)) return [];
  const sum = modules.reduce((total, module) => total + minutesOf(module), 0);
  const expected = hours * 60;
  if (sum === expected) return [];
  const difference = Math.abs(sum - expected);
  return [
    faultAt(['modules'], 'programmes.modules-do-not-sum', {
      sum,
      expected,
      difference,
      direction: sum > expected ? 'over' : 'under',
    }),
  ];
}

/** A module's notional minutes of all kinds. */
export const minutesOf = (module: ModuleDraft | undefined): number =>
  workloadKinds.reduce((total, kind) => total + (module?.minutes?.[kind] ?? 0), 0);

const saysItsMinutes = (module: ModuleDraft | undefined) =>
  workloadKinds.every((kind) => module?.minutes?.[kind] !== undefined);

const roundedTo2 = (value: number) => Math.round(value * 100) / 100;
