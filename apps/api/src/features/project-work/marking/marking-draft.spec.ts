import { markWork, readWorkToMark, saveMarkingDraft } from '@libretto/contracts';
import { aCourse, aWaitingWork } from '../../../testing/course';
import { aPerson } from '../../../testing/fixtures';
import { describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { aBrief } from '../../programmes/programme.builder';
import { emptySheet, MarkingDraft } from './marking-draft.entity';

/** A work that one of two tutors has open in two windows. */
async function aWorkToMark(app: TestApp) {
  const { edition, participants } = await aCourse(app, 1, {
    projectWork: aBrief({ markers: 2 }),
  });
  const tutor = () => aPerson(app, { editions: [{ editionId: edition.id, role: 'tutor' }] });
  const members = participants.map(({ enrolment, account }) => ({ enrolmentId: enrolment.id, accountId: account.id }));
  const { params } = await aWaitingWork(app, edition.id, members);
  return { params, ines: await tutor(), jean: await tutor() };
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
      rubric: [{ row: 'accuracy', level: 'met' }],
      comment: 'Well read.',
    };
    expect((await ines.caller.call(markWork, { params, body: marked })).status).toBe(204);
    expect((await save({}, { comment: 'Too late.' })).body.code).toBe('project-work.already-marked');
    expect(await app().rows(MarkingDraft)).toEqual([]);
  });
});
