import { minutesOf } from './credit';
import { draftedBriefs } from './briefs';
import type { ModuleDraft, ProgrammeDraft } from './draft';
import { type Fault, faultAt } from './fault';
import { mostMinutesADay } from './vocabulary';

/** Asked where a file with a module in presence does not say its own share. */
export const usualInPresencePercent = 80;

/** The share of in-presence sessions that a programme asks: without a module in presence there are none to attend. */
export function inPresencePercentOf({ completion, modules }: Pick<ProgrammeDraft, 'completion' | 'modules'>): number {
  const usual = modules?.some((module) => module?.mode === 'in-presence') ? usualInPresencePercent : 0;
  return completion?.inPresencePercent ?? usual;
}

/** Nobody attends sessions in presence where every module is online. */
export function inPresenceIsPlanned({ completion, modules }: ProgrammeDraft): Fault[] {
  const percent = completion?.inPresencePercent;
  if (!percent || !modules?.length || !modules.every((module) => module?.mode === 'online')) return [];
  return [faultAt(['completion', 'inPresencePercent'], 'programmes.nothing-in-presence', { percent })];
}

/** The required share of each required module can be recorded. */
export function modulesCanBeDone(draft: ProgrammeDraft): Fault[] {
  const { numbers, percentOfMinutes: percent } = draft.completion?.modules ?? {};
  if (!numbers || percent === undefined) return [];
  return numbers.flatMap((number, at) => {
    const module = draft.modules?.find((one) => one?.number === number);
    const path = ['completion', 'modules', 'numbers', at];
    if (number === undefined || !module) return [];
    if (minutesOf(module) === 0)
      return percent > 0 ? [faultAt(path, 'programmes.module-without-minutes', { number })] : [];
    const recordable = recordableOf(module, draft);
    const most = Math.floor((recordable * 100) / minutesOf(module));
    return percent <= most
      ? []
      : [
          faultAt(path, 'programmes.module-out-of-reach', {
            number,
            percent,
            most,
            recordable,
            minutes: minutesOf(module),
            project: homesOf(draft).join(', '),
          }),
        ];
  });
}

/** Not more minutes are required than can be recorded. */
export function ledgerCanBeFilled(draft: ProgrammeDraft): Fault[] {
  const asked = draft.completion?.ledgerMinutes;
  if (asked === undefined || !draft.modules) return [];
  const offered = draft.modules.reduce((sum, module) => sum + recordableOf(module, draft), 0);
  return asked > offered
    ? [faultAt(['completion', 'ledgerMinutes'], 'programmes.completion-out-of-reach', { asked, offered })]
    : [];
}

/** The required hours fit into the months of the programme: a day takes only so many minutes. */
export function monthsHoldWhatIsAsked({ months, completion, modules }: ProgrammeDraft): Fault[] {
  if (months === undefined) return [];
  const { numbers, percentOfMinutes: percent = 0 } = completion?.modules ?? {};
  const done = (modules ?? []).filter((module) => module?.number !== undefined && numbers?.includes(module.number));
  const inModules = done.reduce((sum, module) => sum + Math.ceil((minutesOf(module) * percent) / 100), 0);
  const asked = Math.max(completion?.ledgerMinutes ?? 0, inModules);
  const held = months * longestMonth * mostMinutesADay;
  return asked > held
    ? [
        faultAt(['months'], 'programmes.months-too-few', {
          asked,
          held,
          least: Math.ceil(asked / (longestMonth * mostMinutesADay)),
        }),
      ]
    : [];
}

/** Something is required of participants: otherwise each of them would have completed it on the first day. */
export function somethingIsAsked(draft: ProgrammeDraft): Fault[] {
  const { projectWorkPassed, surveyAnswered, ledgerMinutes = 0, modules } = draft.completion ?? {};
  const asksPeers = draftedBriefs(draft.projectWork).some(({ peerFeedback }) => peerFeedback?.counts === 'completion');
  if (projectWorkPassed !== false || asksPeers || surveyAnswered || ledgerMinutes > 0 || inPresencePercentOf(draft) > 0)
    return [];
  return modules?.numbers?.length && modules.percentOfMinutes !== 0
    ? []
    : [faultAt(['completion'], 'programmes.nothing-asked')];
}

/** More days than this a month does not have. */
export const longestMonth = 31;

/** The minutes of a module that its participants can record: those of project work only in the modules that a brief belongs to. */
function recordableOf(module: ModuleDraft | undefined, draft: ProgrammeDraft): number {
  const homes = homesOf(draft);
  const isHome = module?.number !== undefined && homes.includes(module.number);
  return minutesOf(module) - (homes.length && !isHome ? (module?.minutes?.project ?? 0) : 0);
}

/** The modules of the briefs, in order. */
const homesOf = ({ modules, projectWork }: ProgrammeDraft): number[] => {
  const named = new Set(draftedBriefs(projectWork).map(({ module }) => module));
  return (modules ?? []).flatMap((one) => (one?.number !== undefined && named.has(one.number) ? [one.number] : []));
};
