import { draftedBriefs, draftedRubrics } from './briefs';
import type { FieldDraft, Items, Named, ProgrammeDraft } from './draft';
import { type Fault, faultAt, type Path } from './fault';
import { pathsOf } from './illustrative';
import { levelOfCycle } from './vocabulary';

/** No two outcomes, criteria, briefs, rows of a rubric or fields of the form have the same id, nor two options or columns of one field. */
export function idsAreUnique({ outcomes, modules, admission, projectWork }: ProgrammeDraft): Fault[] {
  const briefs = draftedBriefs(projectWork);
  return [
    ...repeatedIds([
      ...placed(outcomes, ['outcomes']),
      ...(modules ?? []).flatMap((module, at) => placed(module?.outcomes, ['modules', at, 'outcomes'])),
    ]),
    ...repeatedIds(placed(admission?.criteria, ['admission', 'criteria'])),
    ...repeatedIds(briefs.map(({ id, path }) => ({ id, path: [...path, 'id'] }))),
    ...briefs.flatMap(draftedRubrics).flatMap(({ rows, path }) => repeatedIds(placed(rows, path))),
    ...repeatedInFields(admission?.form, ['admission', 'form']),
  ];
}

const repeatedInFields = (fields: Items<FieldDraft>, path: Path): Fault[] => [
  ...repeatedIds(placed(fields, path)),
  ...(fields ?? []).flatMap((field, at) => [
    ...repeatedIds(placed(field?.options, [...path, at, 'options'])),
    ...(field?.fields ? repeatedInFields(field.fields, [...path, at, 'fields']) : []),
  ]),
];

/** Modules are numbered from 1 in the order of the file. */
export function modulesAreNumbered({ modules }: ProgrammeDraft): Fault[] {
  return (modules ?? []).flatMap((module, at) =>
    module?.number === undefined || module.number === at + 1
      ? []
      : [faultAt(['modules', at, 'number'], 'programmes.module-number', { number: module.number, expected: at + 1 })],
  );
}

/** Every reference to a module names an existing one. */
export function modulesPointedAtExist({ modules, projectWork, completion }: ProgrammeDraft): Fault[] {
  if (!modules) return [];
  const pointers: { path: Path; number: number | undefined }[] = [
    ...draftedBriefs(projectWork).map(({ module, path }) => ({ path: [...path, 'module'], number: module })),
    ...(completion?.modules?.numbers ?? []).map((number, at) => ({
      path: ['completion', 'modules', 'numbers', at],
      number,
    })),
  ];
  return pointers.flatMap(({ path, number }) =>
    number === undefined || number <= modules.length
      ? []
      : [faultAt(path, 'programmes.no-such-module', { number, modules: modules.length })],
  );
}

/** A blended programme has modules of both modes, any other of its own only. */
export function participationMatchesModules({ participation, modules }: ProgrammeDraft): Fault[] {
  const modes = new Set((modules ?? []).map((module) => module?.mode));
  if (!participation || !modes.size || modes.has(undefined)) return [];
  const form = modes.size > 1 ? 'blended' : [...modes].join();
  return form === participation
    ? []
    : [faultAt(['participation'], 'programmes.participation-differs', { participation, form })];
}

/** A cycle of higher education has its one level. */
export function levelMatchesCycle({ level }: ProgrammeDraft): Fault[] {
  if (!level?.cycle || level.eqf === undefined || levelOfCycle[level.cycle] === level.eqf) return [];
  return [
    faultAt(['level', 'cycle'], 'programmes.level-of-cycle', {
      cycle: level.cycle,
      eqf: level.eqf,
      expected: levelOfCycle[level.cycle],
    }),
  ];
}

/** A programme that stacks is named in its own path, and no programme twice. */
export function stackNamesThisProgramme({ slug, stackability }: ProgrammeDraft): Fault[] {
  const slugs = stackability?.programmes;
  if (!slug || !slugs) return [];
  const repeated = slugs.flatMap((other, at) =>
    other !== undefined && slugs.indexOf(other) < at
      ? [faultAt(['stackability', 'programmes', at], 'programmes.repeated-in-stack', { id: other })]
      : [],
  );
  return slugs.includes(slug)
    ? repeated
    : [...repeated, faultAt(['stackability', 'programmes'], 'programmes.not-in-its-stack', { slug })];
}

/** Every path marked illustrative exists in the file. */
export function illustrativePathsExist(draft: ProgrammeDraft): Fault[] {
  return (draft.illustrative ?? []).flatMap((path, at) =>
    path === undefined || pathsOf(draft).has(path)
      ? []
      : [faultAt(['illustrative', at], 'programmes.nothing-illustrative', { path })],
  );
}

const placed = (items: Items<Named>, path: Path) =>
  (items ?? []).map((item, at) => ({ id: item?.id, path: [...path, at, 'id'] }));

export function repeatedIds(items: readonly { id: string | undefined; path: Path }[]): Fault[] {
  const seen = new Set<string>();
  return items.flatMap(({ id, path }) => {
    if (id === undefined) return [];
    if (seen.has(id)) return [faultAt(path, 'programmes.repeated-id', { id })];
    seen.add(id);
    return [];
  });
}
