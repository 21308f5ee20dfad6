import type { ProgrammeDefinition } from '@libretto/contracts';
import { briefsIn, type ComparedVersion } from '@libretto/domain';
import { requirementsOf } from '../completion';

type Statement = Record<string, string>;

/** A definition as the rule compares it. The parts for awards and the catalogue count as one. */
export function comparedVersion(definition: ProgrammeDefinition): ComparedVersion<Statement> {
  const { completion, attendance, projectWork, modules, admission, survey, ...rest } = definition;
  const { illustrative: _, ...presentation } = rest;
  const { criteria, exception, form, ...deadlines } = admission;
  return {
    requirements: requirementsOf(definition),
    modules: modules.map(({ number, minutes }) => ({ number, minutes })),
    criteria: criteria.map(({ id, kind, statement }) => ({ id, kind, statement })),
    parts: {
      modules: modules.map(({ minutes: _, ...module }) => module),
      attendance: { attendance, earlierSessionsCount: completion.earlierSessionsCount ?? false },
      'project-work': briefsIn(projectWork),
      form: { form, preChecks: criteria.map(({ preCheck }) => preCheck) },
      exception,
      deadlines,
      survey,
      presentation,
    },
  };
}
