import {
  addMaterial,
  checkIn,
  declareProjectMinutes,
  declareSelfStudy,
  markAttendance,
  markWork,
  readCheckInCode,
  recordFinding,
  saveApplication,
  saveMarkingDraft,
  submitApplication,
  voteOnApplication,
} from '@libretto/contracts';
import { aChange, aForm } from '../features/admissions/dossier/application.builder';
import { Edition } from '../features/editions/edition.entity';
import { aBrief } from '../features/programmes/programme.builder';
import { Work } from '../features/project-work/work/work.entity';
import { aSession } from '../features/schedule/session.builder';
import { Session } from '../features/schedule/timetable/session.entity';
import { newId } from '../platform/database/new-id';
import { Transaction } from '../platform/database/transaction';
import { handInFile } from './hand-in-file';
import { aCommissionAtWork } from './commission';
import { aCourse } from './course';
import { anApplicant, withDiploma } from './fixtures';
import { smallPdf } from './small-files';
import { describeOnEachDatabase } from './test-app';

interface Answer {
  status: number;
  statements: number;
  body: unknown;
}

/**
 * Does these changes one after the other and compares their statements with the most that each may cost: who asks, the
 * address, BEGIN and COMMIT count. A change that costs less should be written down here.
 */
async function expectStatements(changes: Record<string, [most: number, change: () => Promise<Answer>]>) {
  const found: Record<string, number> = {};
  for (const [name, [, change]] of Object.entries(changes)) {
    const { status, statements, body } = await change();
    if (status >= 300) throw new Error(`${name} answered ${status}: ${JSON.stringify(body)}`);
    found[name] = statements;
  }
  expect(found).toEqual(Object.fromEntries(Object.entries(changes).map(([name, [most]]) => [name, most])));
}

describeOnEachDatabase('the statements of a change', (app) => {
  const course = async () => {
    const projectWork = aBrief({ by: 'person' });
    const { edition, participants, tutor } = await aCourse(app(), 2, { projectWork });
    const [participant] = participants;
    if (!participant) throw new Error('nobody takes part');
    return { params: { editionId: edition.id }, participant, tutor };
  };
  const file = { name: 'work.pdf', content: smallPdf };

  it('of a participant', async () => {
    const { params, participant, tutor } = await course();
    const { caller } = participant;
    const now = app().clock.now();
    const session = aSession({ ...params, startsAt: now, endsAt: new Date(now.getTime() + 3_600_000) });
    await app().build(Session, session);
    const { body } = await tutor.caller.call(readCheckInCode, { params: { ...params, sessionId: session.id } });
    const [code] = body.codes;
    const checkingIn = () => caller.call(checkIn, { body: { code: code?.short as string, device: newId() } });
    const hours = () => ({ entryId: newId(), from: '2026-11-19', minutes: 30 });
    await expectStatements({
      'first hand-in': [17, () => handInFile(caller, { params }, file)],
      'hand-in': [13, () => handInFile(caller, { params }, file)],
      'self-study': [8, () => caller.call(declareSelfStudy, { params: { ...params, moduleNumber: 1 }, body: hours() })],
      'check-in': [8, checkingIn],
      'another check-in': [3, checkingIn],
      'project time': [8, () => caller.call(declareProjectMinutes, { params, body: hours() })],
    });
  });

  it('of a tutor', async () => {
    const { params, participant, tutor } = await course();
    const { caller } = tutor;
    await handInFile(participant.caller, { params }, file);
    const [work] = await app().rows(Work, params);
    const ofWork = { ...params, workId: work?.id as string };
    const now = app().clock.now();
    const session = aSession({ ...params, startsAt: now, endsAt: new Date(now.getTime() + 3_600_000) });
    await app().build(Session, session);
    const onRoll = { ...params, sessionId: session.id, enrolmentId: participant.enrolment.id };
    const mark = (attended: 'present' | 'absent') =>
      caller.call(markAttendance, { params: onRoll, body: { mark: attended } });
    const comment = (from: string, to: string) =>
      caller.call(saveMarkingDraft, { params: ofWork, body: { from: { comment: from }, to: { comment: to } } });
    const marking = {
      version: 1,
      outcome: 'passed' as const,
      rubric: [{ row: 'accuracy', level: 'met' as const }],
      comment: 'Sound.',
    };
    const link = { kind: 'link' as const, title: 'ENIC-NARIC', url: 'https://www.enic-naric.net/' };
    await expectStatements({
      mark: [7, () => mark('present')],
      'another mark': [7, () => mark('absent')],
      draft: [7, () => comment('', 'Sound')],
      'another draft': [7, () => comment('Sound', 'Sound.')],
      grade: [9, () => caller.call(markWork, { params: ofWork, body: marking })],
      material: [7, () => caller.call(addMaterial, { params: { ...params, moduleNumber: 1 }, body: link })],
    });
  });

  it('of an applicant and a commission', async () => {
    const { editionId, jean, voted } = await aCommissionAtWork(app());
    const params = { editionId };
    const applicationsCloseAt = new Date('2026-11-30T22:59:00Z');
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.update(Edition, { id: editionId }, { applicationsCloseAt }));
    const { caller, application } = await anApplicant(app(), editionId, {
      application: { state: 'draft', submittedAt: null, form: aForm() },
    });
    await withDiploma(app(), application.id);
    const of = { ...params, applicationId: (await voted()).applicationId };
    const note = { from: { note: '' }, to: { note: 'As the diploma says.' } };
    const vote = { choice: 'reject' as const, reason: 'As the file shows.' };
    await expectStatements({
      save: [8, () => caller.call(saveApplication, { params, body: aChange({ motivation: 'Another.' }, aForm()) })],
      submit: [25, () => caller.call(submitApplication, { params })],
      finding: [8, () => jean.caller.call(recordFinding, { params: { ...of, criterionId: 'degree' }, body: note })],
      vote: [11, () => jean.caller.call(voteOnApplication, { params: of, body: vote })],
    });
  });
});
