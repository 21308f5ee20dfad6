import { markWork, readWorkToMark, saveMarkingDraft } from '@libretto/contracts';
import { newId } from '../../../platform/database/new-id';
import { StoredFile } from '../../../platform/files/stored-file.entity';
import { aCourse } from '../../../testing/course';
import { aPerson } from '../../../testing/fixtures';
import { describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { emptySheet, MarkingDraft } from './marking-draft.entity';
import { GroupMember, ProjectGroup } from '../work/project-group.entity';
import { aGroup, aWork } from '../work/project-work.builder';
import { Submission, Work } from '../work/work.entity';

/** A work that one of two tutors has open in two windows. */
async function aWorkToMark(app: TestApp) {
  const { edition, participants } = await aCourse(app, 1);
  const editionId = edition.id;
  const tutor = () => aPerson(app, { editions: [{ editionId, role: 'tutor' }] });
  const rows = aGroup(
    editionId,
    participants.map(({ enrolment }) => enrolment.id),
  );
  const by = participants[0]?.account.id ?? '';
  const fileId = newId();
  await app.build(StoredFile, {
    id: fileId,
    name: 'work.pdf',
    type: 'application/pdf',
    view: null,
    bytes: 1,
    purpose: 'project-work',
    sha256: '0'.repeat(64),
    createdAt: new Date('2026-11-20T09:00:00Z'),
  });
  const { work, submission } = aWork({ group: rows.group, by, fileId, at: new Date('2026-11-20T09:00:00Z') });
  await app.build(ProjectGroup, rows.group);
  await app.build(GroupMember, ...rows.members);
  await app.build(Work, work);
  await app.build(Submission, submission);
  return { params: { editionId, workId: work.id }, ines: await tutor(), jean: await tutor() };
}

describeOnEachDatabase('what a marker writes', (app) => {
  it('is kept for the marker alone, from two windows, until the work is marked', async () => {
    const { params, ines, jean } = await aWorkToMark(app());
    const save = (from: object, to: object) => ines.caller.call(saveMarkingDraft, { params, body: { from, to } });
    const read = async ({ caller }: typeof ines) => (await caller.call(readWorkToMark, { params })).body.draft;

    expect((await save({ comment: '' }, { comment: 'x'.repeat(700) })).status).toBe(200);
    expect((await save({ levels: {} }, { levels: { accuracy: 'met' } })).body.stored).toEqual({
      ...emptySheet,
      comment: 'x'.repeat(700),
      levels: { accuracy: 'met' },
    });
    expect(await save({ levels: {} }, { levels: { accuracy: 'partly' } })).toMatchObject({
      status: 409,
      body: {
        code: 'common.changed-elsewhere',
        clashes: [{ path: ['levels', 'accuracy'], mine: 'partly', theirs: 'met' }],
      },
    });
    expect((await save({}, { levels: { beauty: 'met' } })).body.code).toBe('project-work.unknown-rubric-row');
    expect([await read(ines), await read(jean)]).toMatchObject([{ levels: { accuracy: 'met' } }, emptySheet]);

    const marked = {
      version: 1,
      outcome: 'passed' as const,
      rubric: [{ row: 'accuracy', level: 'met' as const }],
      comment: 'Well read.',
    };
    expect((await ines.caller.call(markWork, { params, body: marked })).status).toBe(204);
    expect((await save({}, { comment: 'Too late.' })).body.code).toBe('project-work.already-marked');
    expect(await app().rows(MarkingDraft)).toEqual([]);
  });
});
