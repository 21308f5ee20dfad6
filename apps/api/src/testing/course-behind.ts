import { moveEdition, type ProgrammeDefinition } from '@libretto/contracts';
import { Completion } from '../features/completion/completion.entity';
import { Edition } from '../features/editions/edition.entity';
import { ProgrammeVersion } from '../features/programmes/programme-version.entity';
import { newId } from '../platform/database/new-id';
import { aCourse } from './course';
import type { TestApp } from './test-app';

export const nothing = { inPresencePercent: 0, projectWorkPassed: false, surveyAnswered: false } as const;
export const unmet = { ...nothing, projectWorkPassed: true } as const;
export const reason = 'Nobody could meet the old requirement.';

/** A newer version of the programme that an edition runs. */
export async function publishNewer(
  app: TestApp,
  editionId: string,
  changed: Partial<ProgrammeDefinition>,
  number = 2,
): Promise<ProgrammeVersion> {
  const [edition] = await app.rows(Edition, { id: editionId });
  const [runs] = await app.rows(ProgrammeVersion, { id: edition?.programmeVersionId as string });
  const { definition, ...version } = runs as ProgrammeVersion;
  const newer = { ...version, id: newId(), number, definition: { ...definition, ...changed } };
  await app.build(ProgrammeVersion, newer);
  return newer;
}

/** A course whose newer version has other requirements. */
export async function aCourseBehind(
  app: TestApp,
  {
    before = unmet,
    after = nothing,
    people = 1,
    values = {},
    definition = {},
  }: {
    before?: ProgrammeDefinition['completion'];
    after?: ProgrammeDefinition['completion'];
    people?: number;
    values?: Partial<Edition>;
    definition?: Partial<ProgrammeDefinition>;
  } = {},
) {
  const course = await aCourse(app, people, { completion: before, ...definition }, values);
  const [ana] = course.participants;
  if (!ana) throw new Error('nobody takes part');
  const params = { editionId: course.edition.id };
  const next = await publishNewer(app, course.edition.id, { completion: after });
  const move = (body: Partial<{ from: number; to: number; reason: string }> = {}) =>
    course.coordinator.call(moveEdition, { params, body: { from: 1, to: 2, reason, ...body } });
  const completions = () => app.rows(Completion, params);
  return { ...course, ana, params, next, move, completions };
}
