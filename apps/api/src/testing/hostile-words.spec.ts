import {
  addEvidence,
  answerQuestion,
  appealAgainstRuling,
  askForDossiers,
  askForList,
  closeMeeting,
  declareConflicts,
  findApplicants,
  openMeeting,
  openPlaces,
  pinConflict,
  printMinutes,
  readApplications,
  readConflicts,
  readDesk,
  readDossier,
  readLetters,
  readMyApplication,
  readOffers,
  recordFinding,
  returnApplication,
  ruleInMeeting,
  saveApplication,
  startApplication,
  submitApplication,
  voteOnApplication,
  writeComment,
} from '@libretto/contracts';
import { Application } from '../features/admissions/dossier/application.entity';
import { Ruling } from '../features/admissions/dossier/ruling.entity';
import { ReturnQuestion } from '../features/admissions/return/return-question.entity';
import { aChange, aForm } from '../features/admissions/dossier/application.builder';
import { smallPdf } from './small-files';
import { aColleague, anEditionOf, aPerson } from './fixtures';
import { describeOnEachDatabase } from './test-app';

const pdf = smallPdf;
const stillOpen = {
  startsOn: '2026-12-14',
  endsOn: '2027-01-22',
  applicationsCloseAt: new Date('2026-11-30T22:59:00Z'),
};
const words: [string, string][] = [
  ['markup of Typst', '#panic("x") $x_1$ *b* @label <y> #read("/etc/passwd") \\ ` ``` [['],
  ['markup of HTML', '<script>alert(1)</script><img src=x onerror=alert(1)> &amp; {name} {{'],
  ['a formula', '=HYPERLINK("http://evil.example","x")'],
  ['SQL', "%_' OR '1'='1\"; DROP TABLE application; --"],
  ['signs that no font has', '王伟 🙈'],
  ['braces of a message', '{count, plural, one {'],
];

const hidden: [string, string][] = [
  ['NUL', 'a\u0000b'],
  ['only a NUL', '\u0000'],
  ['a lone surrogate', 'a\ud800b'],
  ['signs that turn the line', '\u202eevil\u2066 \u200f'],
];

/** Texts that no field refuses, and that other software might read as its own language. */
describeOnEachDatabase('the whole of an admission', (app) => {
  it.each(words)('takes %s for what it is, or says no', async (_, evil) => {
    const { id: editionId } = await anEditionOf(app(), {}, stillOpen);
    const params = { editionId };
    const seat = (role: 'chair' | 'member') => aColleague(app(), { editions: [{ editionId, role }] });
    const [chair, ines] = [await seat('chair'), await seat('member')];
    const { caller: coordinator } = await aPerson(app(), { organisation: 'coordinator' });
    const applicant = await aColleague(app(), {}, { givenName: evil, familyName: `Of ${evil}` });
    const problems: string[] = [];
    const ask = async <T extends { status: number; body: { code?: string; detail?: string } }>(
      what: string,
      answering: Promise<T>,
    ): Promise<T> => {
      const answer = await answering;
      if (answer.status >= 400) problems.push(`${what}: ${answer.status} ${answer.body.code}`);
      return answer;
    };
    await ask('start', applicant.caller.call(startApplication, { params }));
    await ask(
      'save',
      applicant.caller.call(saveApplication, {
        params,
        body: aChange(aForm({ motivation: evil.repeat(30), referees: [{ name: evil, email: 'r@referee.example' }] })),
      }),
    );
    await ask(
      'evidence',
      applicant.caller.upload(
        addEvidence,
        { params, query: { kind: 'degree' } },
        { name: `${evil.replaceAll('"', '')}../..pdf`, content: pdf },
      ),
    );
    await ask(
      'dots',
      applicant.caller.upload(addEvidence, { params, query: { kind: 'degree' } }, { name: '..', content: pdf }),
    );
    await ask('submit', applicant.caller.call(submitApplication, { params }));
    const [application] = await app().rows(Application, { editionId });
    const of = { ...params, applicationId: application?.id as string };
    for (const { caller } of [chair, ines])
      await ask(
        'declare',
        caller.call(declareConflicts, { params, body: { applicationIds: [of.applicationId], conflict: null } }),
      );
    const returned = await ask(
      'return',
      chair.caller.call(returnApplication, {
        params: of,
        body: { questions: [{ field: 'degrees', text: `Which one, please? ${evil}` }], word: evil },
      }),
    );
    const question = (await app().rows(ReturnQuestion, { returnId: returned.body.id }))[0];
    await ask(
      'answer',
      applicant.caller.call(answerQuestion, {
        params: { ...params, questionId: question?.id as string },
        body: { from: {}, to: { answer: evil } },
      }),
    );
    await ask('submit again', applicant.caller.call(submitApplication, { params }));
    for (const { caller } of [chair, ines]) {
      for (const criterionId of ['degree', 'english'])
        await ask(
          'find',
          caller.call(recordFinding, {
            params: { ...of, criterionId },
            body: { from: {}, to: { finding: 'met', note: evil } },
          }),
        );
      await ask('vote', caller.call(voteOnApplication, { params: of, body: { choice: 'reject', reason: evil } }));
      await ask('comment', caller.call(writeComment, { params: of, body: { words: evil } }));
    }
    const { body: meeting } = await ask(
      'meet',
      chair.caller.call(openMeeting, { params, body: { place: evil, heldOn: '2026-11-23' } }),
    );
    const inMeeting = { ...params, meetingId: meeting.id };
    const ruled = await ask(
      'rule',
      chair.caller.call(ruleInMeeting, {
        params: inMeeting,
        body: { rulings: [{ applicationId: of.applicationId, reason: evil, outcome: 'rejected' }] },
      }),
    );
    expect(ruled.body).toMatchObject({ items: [{ whyNot: null }] });
    await ask('close', chair.caller.call(closeMeeting, { params: inMeeting }));
    await ask('print', chair.caller.call(printMinutes, { params: inMeeting }));
    await ask(
      'appeal',
      applicant.caller.call(appealAgainstRuling, { params, body: { statement: `${evil} and twenty signs more` } }),
    );
    for (const format of ['csv', 'xlsx'] as const)
      await ask(format, coordinator.call(askForList, { params, body: { format, language: 'en', filter: {} } }));
    await ask('dossiers', coordinator.call(askForDossiers, { params, body: { language: 'it' } }));
    await ask(
      'pin',
      coordinator.call(pinConflict, {
        params,
        body: { applicationId: of.applicationId, accountId: ines.account.id, reason: evil },
      }),
    );
    await coordinator.call(openPlaces, { params, body: { country: 'HR', institutions: 1, reason: evil } });
    for (const [name, read] of Object.entries({
      desk: () => chair.caller.call(readDesk, { params, query: { q: evil } as never }),
      dossier: () => chair.caller.call(readDossier, { params: of }),
      mine: () => applicant.caller.call(readMyApplication, { params }),
      applications: () => coordinator.call(readApplications, { params, query: { name: evil } as never }),
      conflicts: () => coordinator.call(readConflicts, { params, query: { q: evil } as never }),
      applicants: () => coordinator.call(findApplicants, { params, query: { q: evil } as never }),
      letters: () => coordinator.call(readLetters, { params, query: {} }),
      offers: () => coordinator.call(readOffers, { params, query: {} }),
    }))
      await ask(name, read() as never);
    for (const list of [readApplications, readConflicts, readLetters, readOffers])
      expect((await coordinator.call(list, { params, query: { after: evil } } as never)).status).toBe(400);
    expect(problems).toEqual([]);
    expect(await app().runJobs()).toEqual([]);
    expect(await app().rows(Ruling, { applicationId: of.applicationId })).toHaveLength(1);
  });

  it.each(hidden)('takes no %s from anybody, says in which field it stands, and changes nothing', async (_, evil) => {
    const { id: editionId } = await anEditionOf(app(), {}, stillOpen);
    const params = { editionId };
    const chair = await aColleague(app(), { editions: [{ editionId, role: 'chair' }] });
    const { caller: coordinator } = await aPerson(app(), { organisation: 'coordinator' });
    const applicant = await aColleague(app());
    await applicant.caller.call(startApplication, { params });
    const before = await app().rows(Application, { editionId });
    const answers = [
      await applicant.caller.call(saveApplication, {
        params,
        body: { from: {}, to: { motivation: `Because. ${evil}` } },
      }),
      await applicant.caller.call(saveApplication, {
        params,
        body: { from: {}, to: { referees: [{ name: evil, email: 'r@referee.example' }] } },
      }),
      await chair.caller.call(openMeeting, { params, body: { place: evil, heldOn: '2026-11-23' } }),
      await coordinator.call(openPlaces, { params, body: { country: 'HR', institutions: 1, reason: `Why. ${evil}` } }),
    ];
    expect(answers.map(({ status, body }) => [status, body.fields?.map(({ path }) => path)])).toEqual([
      [422, ['to.motivation']],
      [422, ['to.referees.0.name']],
      [422, ['place']],
      [422, ['reason']],
    ]);
    expect(await app().rows(Application, { editionId })).toEqual(before);
  });
});
