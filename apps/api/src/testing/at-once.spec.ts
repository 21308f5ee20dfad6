import { setTimeout as pause } from 'node:timers/promises';
import {
  acceptOffer,
  answerQuestion,
  appealAgainstRuling,
  assignDossiers,
  closeMeeting,
  declineOffer,
  openMeeting,
  pinConflict,
  recordFinding,
  returnApplication,
  ruleInMeeting,
  ruleOnApplication,
  saveApplication,
  setQuotas,
  submitApplication,
  voteOnApplication,
  withdrawApplication,
  withdrawOffer,
} from '@libretto/contracts';
import { newId } from '../platform/database/new-id';
import { Transaction, type Tx } from '../platform/database/transaction';
import { EditionRole } from '../features/accounts/roles/roles.entity';
import { Edition } from '../features/editions/edition.entity';
import { aChange, aForm } from '../features/admissions/dossier/application.builder';
import { Appeal } from '../features/admissions/appeal/appeal.entity';
import { Application } from '../features/admissions/dossier/application.entity';
import { DossierVersion } from '../features/admissions/dossier/dossier-version.entity';
import { Conflict } from '../features/admissions/dossier/conflict.entity';
import { Letter } from '../features/admissions/letters/letter.entity';
import { MinutesItem } from '../features/admissions/meeting/minutes.entity';
import { DossierReturn } from '../features/admissions/return/dossier-return.entity';
import { HandBackUnanswered } from '../features/admissions/return/hand-back-unanswered';
import { ReturnQuestion } from '../features/admissions/return/return-question.entity';
import { EraseDossier } from '../features/admissions/retention/erase-dossier';
import { Ruling } from '../features/admissions/dossier/ruling.entity';
import { Enrolment } from '../features/places/enrolment.entity';
import { Offer } from '../features/places/offer.entity';
import { aCommissionAtWork } from './commission';
import { anApplicant, anEditionOf, aPerson, withDiploma } from './fixtures';
import { describeOnEachDatabase, type TestApp } from './test-app';

const reason = 'As the file shows.';
const everything = async (work: readonly (() => Promise<unknown>)[]) => {
  const answers = await Promise.all(work.map((one) => one()));
  // A job answers nobody: it may have come first and left nothing to do.
  const statuses = answers.map((answer) => (answer as { status?: number } | undefined)?.status ?? 204);
  // In any order, nobody is shown a deadlock.
  expect(statuses.filter((status) => status >= 500)).toEqual([]);
  return statuses;
};

/** No state without its record, and no letter twice. */
async function isSound(app: TestApp, applicationId: string) {
  const [application] = await app.rows(Application, { id: applicationId });
  const rulings = await app.rows(Ruling, { applicationId });
  const letters = await app.rows(Letter, { applicationId });
  const appeals = await app.rows(Appeal, { applicationId });
  const returns = await app.rows(DossierReturn, { applicationId });
  const state = application?.state;
  expect(new Set(rulings.map(({ number }) => number)).size).toBe(rulings.length);
  expect(letters.map(({ rulingId }) => rulingId).sort()).toEqual(rulings.map(({ id }) => id).sort());
  expect(rulings.length > 0).toBe(state === 'ruled' || state === 'appealed');
  expect(appeals).toHaveLength(application?.round === 2 ? 1 : 0);
  const open = returns.filter(({ answeredAt, lapsedAt }) => !answeredAt && !lapsedAt);
  // An application withdrawn while it was returned is no longer open to answers: its return stays as it was.
  if (state !== 'withdrawn') expect(open).toHaveLength(state === 'returned' ? 1 : 0);
  const versions = await app.rows(DossierVersion, { applicationId });
  expect(Math.max(0, ...versions.map(({ number }) => number))).toBe(application?.version);
  return { state, rulings, letters, returns };
}

describeOnEachDatabase('at once', (app) => {
  const stage = async () => {
    const staged = await aCommissionAtWork(app(), { places: 3 });
    const { editionId: id } = staged;
    await app()
      .get(Transaction)
      .run((tx) =>
        tx.manager.update(
          Edition,
          { id },
          { startsOn: '2026-12-14', endsOn: '2027-01-22', applicationsCloseAt: new Date('2026-11-30T22:59:00Z') },
        ),
      );
    return staged;
  };

  it('come a submission, a save and a withdrawal', async () => {
    const { editionId } = await stage();
    const params = { editionId };
    for (let time = 0; time < 6; time += 1) {
      const { caller, application } = await anApplicant(app(), editionId, {
        application: { state: 'draft', submittedAt: null, form: aForm() },
      });
      await withDiploma(app(), application.id);
      await everything([
        () => caller.call(submitApplication, { params }),
        ...(time % 2 ? [() => caller.call(withdrawApplication, { params })] : []),
        () => caller.call(saveApplication, { params, body: aChange({ motivation: 'Another one.' }, aForm()) }),
        () => caller.call(submitApplication, { params }),
      ]);
      const { state } = await isSound(app(), application.id);
      expect(state).toBe(time % 2 ? 'withdrawn' : 'submitted');
    }
  });

  it('come an answer, its lapse, a save and a withdrawal', async () => {
    const { editionId, chair, voted } = await stage();
    const params = { editionId };
    const ended = new Set<string>();
    for (let time = 0; time < 6; time += 1) {
      const { applicationId, caller } = await voted();
      await withDiploma(app(), applicationId);
      const { body } = await chair.caller.call(returnApplication, {
        params: { ...params, applicationId },
        body: { questions: [{ field: 'degrees', text: 'Which of them was the first?' }], word: '' },
      });
      const [question] = await app().rows(ReturnQuestion, { returnId: body.id });
      await everything([
        () => caller.call(submitApplication, { params }),
        () => caller.call(submitApplication, { params }),
        // Not at all, during them, or after them.
        ...(time ? [() => pause(time * 6).then(() => app().get(HandBackUnanswered).run(body.id))] : []),
        () =>
          caller.call(answerQuestion, {
            params: { ...params, questionId: question?.id as string },
            body: { from: {}, to: { answer: 'The first.' } },
          }),
        () => caller.call(saveApplication, { params, body: aChange({ motivation: 'Another one.' }, aForm()) }),
        ...(time % 2 ? [() => caller.call(withdrawApplication, { params })] : []),
      ]);
      // If it did not lapse, the second submission has answered it.
      if (time === 0) await caller.call(submitApplication, { params });
      const { state, returns } = await isSound(app(), applicationId);
      for (const { answeredAt, lapsedAt } of returns)
        ended.add(answeredAt ? 'answered' : lapsedAt ? 'lapsed' : 'withdrawn');
      expect(returns.filter(({ answeredAt, lapsedAt }) => answeredAt && lapsedAt)).toEqual([]);
      const [application] = await app().rows(Application, { id: applicationId });
      expect(state === 'returned' || application?.rework === null || state === 'withdrawn').toBe(true);
    }
    // Whether any was lapsed or withdrawn depends on timing.
    expect([...ended]).toContain('answered');
  });

  it('come a ruling, a return, a vote, a pin, a withdrawal and an assignment', async () => {
    const { editionId, chair, ines, jean, deputy, voted } = await stage();
    const { caller: coordinator } = await aPerson(app(), { organisation: 'coordinator' });
    const params = { editionId };
    for (let time = 0; time < 8; time += 1) {
      const { applicationId, caller } = await voted();
      const of = { ...params, applicationId };
      await everything([
        () => chair.caller.call(ruleOnApplication, { params: of, body: { reason, outcome: 'rejected' } }),
        () => deputy.caller.call(ruleOnApplication, { params: of, body: { reason, outcome: 'rejected' } }),
        () =>
          chair.caller.call(returnApplication, {
            params: of,
            body: { questions: [{ field: 'degrees', text: 'Which of them was the first?' }], word: '' },
          }),
        () => jean.caller.call(voteOnApplication, { params: of, body: { choice: 'reject', reason } }),
        () =>
          ines.caller.call(recordFinding, {
            params: { ...of, criterionId: 'degree' },
            body: { from: {}, to: { finding: 'met', note: reason } },
          }),
        () => coordinator.call(pinConflict, { params, body: { applicationId, accountId: ines.account.id, reason } }),
        () => coordinator.call(pinConflict, { params, body: { applicationId, accountId: ines.account.id, reason } }),
        () => coordinator.call(assignDossiers, { params, body: { readBy: '2026-12-01' } }),
        ...(time % 2 ? [() => caller.call(withdrawApplication, { params })] : []),
      ]);
      await isSound(app(), applicationId);
      expect(
        (await app().rows(Conflict, { applicationId, ground: 'pinned' })).filter(({ endedAt }) => !endedAt),
      ).toHaveLength(1);
    }
  });

  it('come rulings by two in a meeting, alone, and its end', async () => {
    for (let time = 0; time < 4; time += 1) {
      const { editionId, chair, deputy, ines, voted } = await stage();
      const params = { editionId };
      const all = [
        await voted([
          [chair, 'admit'],
          [ines, 'admit'],
          [deputy, 'admit'],
        ]),
        await voted([
          [chair, 'admit'],
          [ines, 'admit'],
          [deputy, 'admit'],
        ]),
      ];
      const { body } = await chair.caller.call(openMeeting, { params, body: { place: 'Rome', heldOn: '2026-11-23' } });
      const meeting = { ...params, meetingId: body.id };
      const inMeeting = (some: typeof all) => ({
        rulings: some.map(({ applicationId }) => ({ applicationId, reason, outcome: 'admitted' as const })),
      });
      await everything([
        () => chair.caller.call(ruleInMeeting, { params: meeting, body: inMeeting(all) }),
        () => chair.caller.call(ruleInMeeting, { params: meeting, body: inMeeting([...all].reverse()) }),
        ...all.map(
          ({ applicationId }) =>
            () =>
              chair.caller.call(ruleOnApplication, {
                params: { ...params, applicationId },
                body: { reason, outcome: 'admitted' },
              }),
        ),
        () => deputy.caller.call(closeMeeting, { params: meeting }),
        () => chair.caller.call(closeMeeting, { params: meeting }),
      ]);
      for (const { applicationId } of all) {
        const { rulings } = await isSound(app(), applicationId);
        expect(await app().rows(Offer, { applicationId })).toHaveLength(rulings.length);
        expect(await app().rows(MinutesItem, { applicationId })).toHaveLength(
          rulings.filter(({ meetingId }) => meetingId).length,
        );
      }
    }
  });

  it('come appeals and the end of a dossier', async () => {
    const { editionId, chair, ines, jean, voted } = await stage();
    const params = { editionId };
    const statement = 'My employer has confirmed what the dossier did not show.';
    for (let time = 0; time < 4; time += 1) {
      const { applicationId, caller } = await voted([
        [chair, 'reject'],
        [ines, 'reject'],
        [jean, 'reject'],
      ]);
      await chair.caller.call(ruleOnApplication, {
        params: { ...params, applicationId },
        body: { reason, outcome: 'rejected' },
      });
      await everything([
        () => caller.call(appealAgainstRuling, { params, body: { statement } }),
        () => app().get(EraseDossier).run(applicationId),
        () => caller.call(appealAgainstRuling, { params, body: { statement } }),
        () => app().get(EraseDossier).run(applicationId),
      ]);
      expect((await isSound(app(), applicationId)).state).toBe('appealed');
      expect(await app().rows(Application, { id: applicationId })).toMatchObject([{ erasedAt: null }]);
    }
  });

  it('come two answers to an offer, its withdrawal and new quotas', async () => {
    const { editionId, chair, ines, jean, voted } = await stage();
    const { caller: coordinator } = await aPerson(app(), { organisation: 'coordinator' });
    const params = { editionId };
    for (let time = 0; time < 3; time += 1) {
      const { applicationId, caller, account } = await voted([
        [chair, 'admit'],
        [ines, 'admit'],
        [jean, 'admit'],
      ]);
      const ruled = await chair.caller.call(ruleOnApplication, {
        params: { ...params, applicationId },
        body: { reason, outcome: 'admitted' },
      });
      expect(ruled.status).toBe(201);
      const [offer] = await app().rows(Offer, { applicationId });
      const mine = { ...params, offerId: offer?.id as string };
      await everything([
        () => caller.call(acceptOffer, { params: mine }),
        () => caller.call(declineOffer, { params: mine }),
        () => coordinator.call(withdrawOffer, { params: mine, body: { reason } }),
        () => caller.call(acceptOffer, { params: mine }),
        () =>
          coordinator.call(setQuotas, {
            params,
            body: { quotas: [{ country: 'HR', institutions: 6 + time, peoplePerInstitution: 1 }], othersShare: false },
          }),
      ]);
      const [after] = await app().rows(Offer, { applicationId });
      expect(await app().rows(Enrolment, { accountId: account.id })).toHaveLength(after?.state === 'accepted' ? 1 : 0);
    }
  });
});

describeOnEachDatabase('a row that may be there already', (app) => {
  const grantOf = (accountId: string, editionId: string) => ({
    id: newId(),
    accountId,
    editionId,
    role: 'tutor' as const,
  });
  const inTx = <T>(work: (tx: Tx) => Promise<T>) => app().get(Transaction).run(work);

  it('is stored once by many at once, and keeps the id of the first', async () => {
    const [edition, { account }] = [await anEditionOf(app()), await aPerson(app())];
    const grants = Array.from({ length: 8 }, () => grantOf(account.id, edition.id));
    const stored = await Promise.all(grants.map((grant) => inTx((tx) => tx.insertOnce(EditionRole, grant))));
    expect(stored.filter(Boolean)).toHaveLength(1);
    expect(await app().rows(EditionRole, { accountId: account.id })).toEqual([grants[stored.indexOf(true)]]);
  });

  it('that names nobody, or lacks a value, is refused with all that came with it', async () => {
    const [edition, { account }] = [await anEditionOf(app()), await aPerson(app())];
    const sound = grantOf(account.id, edition.id);
    const wrong = [grantOf(newId(), edition.id), { ...grantOf(account.id, edition.id), role: null as never }];
    for (const one of wrong)
      await expect(inTx((tx) => tx.insertMissing(EditionRole, [sound, one]))).rejects.toThrow(
        /FOREIGN KEY|NOT NULL|cannot be null/i,
      );
    expect(await app().rows(EditionRole, { accountId: account.id })).toEqual([]);
  });
});
