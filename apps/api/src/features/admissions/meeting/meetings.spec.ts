import {
  closeMeeting,
  noteAttendance,
  openMeeting,
  previewRuling,
  printMinutes,
  readAgenda,
  readMeeting,
  readMeetings,
  readMinutes,
  readMinutesFile,
  ruleInMeeting,
} from '@libretto/contracts';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { PdfRenderer } from '../../../platform/pdf/pdf-renderer';
import { aCommissionAtWork } from '../../../testing/commission';
import { textOfPdf } from '../../../testing/pdf-text';
import { aPerson } from '../../../testing/fixtures';
import { type Caller, describeOnEachDatabase } from '../../../testing/test-app';
import { Application } from '../dossier/application.entity';
import { Declaration } from '../dossier/declaration.entity';
import { Ruling } from '../dossier/ruling.entity';
import { Meeting } from './meeting.entity';
import { Minutes, MinutesDocument, MinutesItem } from './minutes.entity';

const where = { place: 'Sala Blu, via XX Settembre', heldOn: '2026-11-23' };
const open = async (caller: Caller, editionId: string) =>
  (await caller.call(openMeeting, { params: { editionId }, body: where })).body.id;
const toReject = (applicationId: string, reason = 'Too little experience.') => ({
  applicationId,
  reason,
  outcome: 'rejected' as const,
});

describeOnEachDatabase('a meeting', (app) => {
  it('rules on several with one reason each, and repeating it rules nothing twice', async () => {
    const { editionId, chair, voted } = await aCommissionAtWork(app());
    const [first, second, third] = [await voted(), await voted(), await voted([])];
    const params = { editionId, meetingId: await open(chair.caller, editionId) };
    const rulings = [
      toReject(first.applicationId),
      toReject(second.applicationId, 'Another reason.'),
      toReject(third.applicationId),
    ];

    const { body } = await chair.caller.call(ruleInMeeting, { params, body: { rulings } });

    expect(body.items).toMatchObject([
      { applicationId: first.applicationId, whyNot: null },
      { applicationId: second.applicationId, whyNot: null },
      {
        applicationId: third.applicationId,
        rulingId: null,
        whyNot: { code: 'admissions.quorum-missing', numbers: { needed: 3, voted: 0 } },
      },
    ]);
    expect(await app().rows(Ruling, { meetingId: params.meetingId })).toMatchObject([
      { reason: 'Too little experience.' },
      { reason: 'Another reason.' },
    ]);
    const again = await chair.caller.call(ruleInMeeting, { params, body: { rulings } });
    expect(again.body.items.map(({ whyNot }) => whyNot?.code)).toEqual([
      'admissions.not-before-commission',
      'admissions.not-before-commission',
      'admissions.quorum-missing',
    ]);
    expect(await app().rows(Ruling, { meetingId: params.meetingId })).toHaveLength(2);
    expect(await app().rows(Application, { id: third.applicationId })).toMatchObject([{ state: 'under-review' }]);
  });

  it('makes the rulings that were previewed one after the other, with the places that each leaves to the next', async () => {
    const { editionId, chair, ines, jean, voted } = await aCommissionAtWork(app(), { places: 1 });
    const admit = () =>
      voted([
        [chair, 'admit'],
        [ines, 'admit'],
        [jean, 'admit'],
      ]);
    const [first, second] = [await admit(), await admit()];
    const params = { editionId, meetingId: await open(chair.caller, editionId) };
    const preview = async (applicationId: string, after: string[]) =>
      (
        await chair.caller.call(previewRuling, {
          params: { editionId, applicationId },
          body: { reason: 'All met.', after },
        })
      ).body;
    const previews = [
      await preview(first.applicationId, []),
      await preview(second.applicationId, [first.applicationId]),
    ];
    expect(previews).toMatchObject([
      { outcome: 'admitted', places: { source: 'quota' } },
      { outcome: 'waiting-list', places: { source: null, position: 1 } },
    ]);
    expect(previews[1]?.letter.subject).toContain('waiting list');

    const rulings = [first, second].map(({ applicationId }, at) => ({
      applicationId,
      reason: 'All met.',
      outcome: previews[at]?.outcome as 'admitted',
    }));
    const { body } = await chair.caller.call(ruleInMeeting, { params, body: { rulings } });
    expect(body.items.map(({ whyNot }) => whyNot)).toEqual([null, null]);
    expect((await app().rows(Ruling, { meetingId: params.meetingId })).map(({ outcome }) => outcome)).toEqual([
      'admitted',
      'waiting-list',
    ]);
  });

  it('opens once, also when two open at once', async () => {
    const { editionId, chair, deputy, ines } = await aCommissionAtWork(app());
    const replies = await Promise.all(
      [chair, deputy].map(({ caller }) => caller.call(openMeeting, { params: { editionId }, body: where })),
    );
    expect(replies.map(({ status, body }) => body.code ?? status).sort()).toEqual([201, 'admissions.meeting-is-open']);
    expect(await app().rows(Meeting, { editionId })).toHaveLength(1);
    expect((await ines.caller.call(openMeeting, { params: { editionId }, body: where })).status).toBe(403);
    expect((await ines.caller.call(readMeetings, { params: { editionId } })).body.can).toEqual({ open: false });
  });

  it('rules on the same item once, also when two ask at once', async () => {
    const { editionId, chair, voted } = await aCommissionAtWork(app());
    const { applicationId } = await voted();
    const params = { editionId, meetingId: await open(chair.caller, editionId) };
    const ask = () => chair.caller.call(ruleInMeeting, { params, body: { rulings: [toReject(applicationId)] } });
    const replies = await Promise.all([ask(), ask(), ask()]);
    expect(replies.flatMap(({ body }) => body.items).filter(({ rulingId }) => rulingId)).toHaveLength(1);
    expect(await app().rows(Ruling, { applicationId })).toHaveLength(1);
  });

  it('has no ruling made in it while it closes', async () => {
    const { editionId, chair, deputy, voted } = await aCommissionAtWork(app());
    const { applicationId } = await voted();
    const params = { editionId, meetingId: await open(chair.caller, editionId) };
    const [ruled, closed] = await Promise.all([
      chair.caller.call(ruleInMeeting, { params, body: { rulings: [toReject(applicationId)] } }),
      deputy.caller.call(closeMeeting, { params }),
    ]);
    expect(closed.status).toBe(204);
    const isRuled = ruled.status === 201 && ruled.body.items[0]?.rulingId !== null;
    expect(await app().rows(MinutesItem, { meetingId: params.meetingId })).toHaveLength(isRuled ? 1 : 0);
    expect((await chair.caller.call(closeMeeting, { params })).body.code).toBe('admissions.meeting-closed');
    expect(
      (await chair.caller.call(ruleInMeeting, { params, body: { rulings: [toReject(applicationId)] } })).body.code,
    ).toBe('admissions.meeting-closed');
    expect(
      (
        await chair.caller.call(noteAttendance, {
          params: { ...params, accountId: deputy.account.id },
          body: { attends: true },
        })
      ).body.code,
    ).toBe('admissions.meeting-closed');
  });

  it('notes who attends, members and deputies only', async () => {
    const { editionId, chair, deputy, ines, jean } = await aCommissionAtWork(app());
    const params = { editionId, meetingId: await open(chair.caller, editionId) };
    const note = (accountId: string, attends: boolean, by = chair) =>
      by.caller.call(noteAttendance, { params: { ...params, accountId }, body: { attends } });
    expect((await note(ines.account.id, true)).status).toBe(204);
    expect((await note(ines.account.id, true)).status).toBe(204);
    await note(deputy.account.id, true);
    await note(deputy.account.id, false);
    expect((await note((await aPerson(app())).account.id, true)).status).toBe(404);
    expect((await note(jean.account.id, true, ines)).status).toBe(403);
    const { body } = await chair.caller.call(readMeeting, { params });
    expect(
      body.members
        .filter(({ attends }) => attends)
        .map(({ accountId }) => accountId)
        .sort(),
    ).toEqual([chair.account.id, ines.account.id].sort());
    expect(body.can).toEqual({ note: true, rule: true, close: true });
    expect((await ines.caller.call(readMeeting, { params })).body.can).toEqual({
      note: false,
      rule: true,
      close: false,
    });
    expect((await ines.caller.call(readAgenda, { params })).body.items).toEqual([]);
  });

  it('goes through what can be ruled on first, and says why the rest cannot', async () => {
    const { editionId, chair, ines, jean, deputy, voted } = await aCommissionAtWork(app());
    const few = await voted([[ines, 'admit']]);
    const ready = await voted();
    const unseen = await voted([
      [ines, 'admit'],
      [jean, 'admit'],
      [deputy, 'admit'],
    ]);
    const params = { editionId, meetingId: await open(chair.caller, editionId) };
    const { items } = (await chair.caller.call(readAgenda, { params })).body;
    expect(items).toMatchObject([
      {
        applicationId: ready.applicationId,
        part: 'ready',
        outcome: 'rejected',
        votes: { admit: 1, reject: 2 },
        findings: [{ finding: 'met', counts: { met: 3 } }, { finding: 'met' }],
        about: { degree: { eqfLevel: 7 } },
      },
      {
        applicationId: few.applicationId,
        part: 'waiting',
        whyNot: { code: 'admissions.quorum-missing' },
        votes: null,
        findings: [],
        about: null,
      },
      {
        applicationId: unseen.applicationId,
        part: 'waiting',
        whyNot: { code: 'admissions.chair-votes-first' },
        votes: null,
        findings: [],
        outcome: null,
      },
    ]);
    await chair.caller.call(ruleInMeeting, { params, body: { rulings: [toReject(ready.applicationId)] } });
    expect((await chair.caller.call(readAgenda, { params })).body.items.at(-1)).toMatchObject({
      applicationId: ready.applicationId,
      part: 'ruled',
      ruling: { outcome: 'rejected' },
    });
  });

  it('asks the same number of statements for many dossiers as for few', async () => {
    const { editionId, chair, voted } = await aCommissionAtWork(app());
    const params = { editionId, meetingId: await open(chair.caller, editionId) };
    const statements = async () => (await chair.caller.call(readAgenda, { params })).statements;
    for (let at = 0; at < 5; at += 1) await voted();
    await statements();
    const few = await statements();
    for (let at = 0; at < 20; at += 1) await voted();
    expect(few).toBeGreaterThan(0);
    expect(await statements()).toBe(few);
  });
});

describeOnEachDatabase('minutes', (app) => {
  it('and the list of meetings ask the same number of statements for many as for one', async () => {
    const { editionId, chair, voted } = await aCommissionAtWork(app());
    const held = async (rulings: number) => {
      const params = { editionId, meetingId: await open(chair.caller, editionId) };
      const applicants = [];
      for (let at = 0; at < rulings; at += 1) applicants.push(await voted());
      await chair.caller.call(ruleInMeeting, {
        params,
        body: { rulings: applicants.map(({ applicationId }) => toReject(applicationId)) },
      });
      await chair.caller.call(closeMeeting, { params });
      const minutes = await chair.caller.call(readMinutes, { params });
      const list = await chair.caller.call(readMeetings, { params });
      return {
        items: minutes.body.sheet.sections.length - 1,
        meetings: list.body.items.length,
        asked: [minutes.statements, list.statements],
      };
    };
    const one = await held(1);
    const many = await held(8);
    expect([one, many]).toMatchObject([
      { items: 1, meetings: 1 },
      { items: 8, meetings: 2 },
    ]);
    expect(many.asked).toEqual(one.asked);
  });

  it('keep what was, and are made as PDF and as text in both languages', async () => {
    const { editionId, chair, deputy, ines, jean, voted, inConflict } = await aCommissionAtWork(app());
    const tied = await voted([
      [chair, 'reject'],
      [ines, 'admit'],
    ]);
    await inConflict(jean, tied.applicationId);
    await inConflict(deputy, tied.applicationId);
    const params = { editionId, meetingId: await open(chair.caller, editionId) };
    await chair.caller.call(noteAttendance, {
      params: { ...params, accountId: ines.account.id },
      body: { attends: true },
    });
    await chair.caller.call(ruleInMeeting, {
      params,
      body: { rulings: [toReject(tied.applicationId, 'Si veda <b>#panic()</b>\nla tabella.')] },
    });
    expect((await chair.caller.call(readMinutes, { params })).status).toBe(404);
    await chair.caller.call(closeMeeting, { params });

    const { sheet, documents } = (await chair.caller.call(readMinutes, { params, query: { language: 'it' } })).body;
    const said = JSON.stringify(sheet);
    for (const words of [
      'Sala Blu',
      tied.name,
      'Si veda <b>#panic()</b>',
      '1 × ammettere, 1 × non ammettere',
      'la votazione era in parità',
      'Quorum 2, su 2 membri',
      jean.account.familyName,
      'lunedì 23 novembre 2026',
    ])
      expect(said.toLowerCase()).toContain(words.toLowerCase());
    expect(documents.map(({ state }) => state)).toEqual([null, null, null, null]);

    await Promise.all([chair.caller.call(printMinutes, { params }), chair.caller.call(printMinutes, { params })]);
    expect(await app().runJobs()).toEqual([]);
    expect(await app().rows(MinutesDocument, { meetingId: params.meetingId })).toHaveLength(4);
    const made = (await chair.caller.call(readMinutes, { params })).body.documents;
    expect(made.map(({ state }) => state)).toEqual(['ready', 'ready', 'ready', 'ready']);
    const file = (language: string, form: 'pdf' | 'text') =>
      chair.caller.call(readMinutesFile, { params: { ...params, language, form } });
    const pdf = (await textOfPdf((await file('en', 'pdf')).bytes)).replace(/\s+/g, ' ');
    for (const words of [
      tied.name,
      '<b>#panic()</b> la tabella',
      'The vote was tied',
      'Recused',
      jean.account.familyName,
    ])
      expect(pdf).toContain(words);
    const text = (await file('it', 'text')).bytes.toString('utf8');
    for (const words of [`1. ${tied.name}`, '  Si veda <b>#panic()</b>\n  la tabella.', 'La votazione era in parità'])
      expect(text).toContain(words);
  });

  it('show which of their documents failed, and those are made when somebody asks again', async () => {
    const { editionId, chair } = await aCommissionAtWork(app());
    const params = { editionId, meetingId: await open(chair.caller, editionId) };
    await chair.caller.call(closeMeeting, { params });
    const states = async () =>
      (await chair.caller.call(readMinutes, { params })).body.documents.map(({ form, state }) => [form, state]);
    const printing = jest.spyOn(app().get(PdfRenderer), 'printWhateverItSays').mockRejectedValue(new Error('no room'));
    await chair.caller.call(printMinutes, { params });
    expect(await app().runJobs()).toEqual(['no room', 'no room']);
    expect(await states()).toEqual([
      ['pdf', 'failed'],
      ['text', 'ready'],
      ['pdf', 'failed'],
      ['text', 'ready'],
    ]);
    const pdf = { ...params, language: 'en', form: 'pdf' as const };
    expect((await chair.caller.call(readMinutesFile, { params: pdf })).status).toBe(404);

    printing.mockRestore();
    await Promise.all([chair.caller.call(printMinutes, { params }), chair.caller.call(printMinutes, { params })]);
    expect((await states()).map(([, state]) => state)).toEqual(['queued', 'ready', 'queued', 'ready']);
    expect(await app().runJobs()).toEqual([]);
    expect((await states()).map(([, state]) => state)).toEqual(['ready', 'ready', 'ready', 'ready']);
    expect((await chair.caller.call(readMinutesFile, { params: pdf })).status).toBe(200);
    expect(await app().rows(MinutesDocument, { meetingId: params.meetingId })).toHaveLength(4);
  });

  it('are made of a meeting without any ruling, and never change', async () => {
    const { editionId, chair } = await aCommissionAtWork(app());
    const params = { editionId, meetingId: await open(chair.caller, editionId) };
    await chair.caller.call(closeMeeting, { params });
    expect((await chair.caller.call(readMinutes, { params })).body.sheet.sections.at(-1)?.rows).toEqual([
      { label: 'Decision', paragraphs: ['No decisions were taken in this meeting.'] },
    ]);
    const sql = (statement: string) =>
      app()
        .get(Transaction)
        .run((tx) => tx.manager.query(statement, [params.meetingId]));
    await expect(sql("UPDATE minutes SET record = '{}' WHERE meetingId = ?")).rejects.toThrow(/never change/);
    await expect(sql('DELETE FROM minutes WHERE meetingId = ?')).rejects.toThrow(/never deleted/);
    await expect(sql("UPDATE meeting SET place = 'Elsewhere' WHERE id = ?")).rejects.toThrow(/never changes/);
    await expect(sql('DELETE FROM meeting_attendance WHERE meetingId = ?')).rejects.toThrow(/while a meeting is open/);
    expect(await app().rows(Minutes, { meetingId: params.meetingId })).toHaveLength(1);
  });

  it('reach nobody with an item that they are in conflict with: chair, member, coordinator in the commission', async () => {
    const { editionId, chair, deputy, ines, jean, voted, inConflict } = await aCommissionAtWork(app());
    const known = await voted();
    const hidden = await voted([
      [deputy, 'reject'],
      [ines, 'reject'],
    ]);
    const last = await voted();
    const coordinator = await aPerson(app(), {
      organisation: 'coordinator',
      editions: [{ editionId, role: 'member' }],
    });
    const outsider = await aPerson(app(), { organisation: 'coordinator' });
    for (const one of [chair, jean, { ...chair, ...coordinator }]) await inConflict(one, hidden.applicationId);
    const params = { editionId, meetingId: await open(chair.caller, editionId) };

    const agendaOf = async ({ caller }: { caller: Caller }) =>
      (await caller.call(readAgenda, { params })).body.items.map(({ applicationId }) => applicationId);
    expect(await agendaOf(chair)).toEqual([known.applicationId, last.applicationId]);
    expect(await agendaOf(deputy)).toEqual([hidden.applicationId]);
    const byChair = await chair.caller.call(ruleInMeeting, {
      params,
      body: { rulings: [toReject(hidden.applicationId), toReject(newId())] },
    });
    expect(byChair.body.items.map(({ whyNot }) => whyNot?.code)).toEqual(['common.not-found', 'common.not-found']);

    await chair.caller.call(ruleInMeeting, { params, body: { rulings: [toReject(known.applicationId)] } });
    await deputy.caller.call(ruleInMeeting, { params, body: { rulings: [toReject(hidden.applicationId)] } });
    await chair.caller.call(ruleInMeeting, { params, body: { rulings: [toReject(last.applicationId)] } });
    await chair.caller.call(closeMeeting, { params });

    for (const { caller } of [ines, deputy, outsider, chair, jean, coordinator])
      await caller.call(printMinutes, { params });
    expect(await app().runJobs()).toEqual([]);
    const seenBy = async ({ caller }: { caller: Caller }) => {
      const { body } = await caller.call(readMinutes, { params });
      const files = await Promise.all(
        (['pdf', 'text'] as const).map((form) =>
          caller.call(readMinutesFile, { params: { ...params, language: 'en', form } }),
        ),
      );
      return {
        titles: body.sheet.sections.slice(1).map(({ title }) => title),
        rulings: (await caller.call(readMeetings, { params })).body.items[0]?.rulings,
        all: `${JSON.stringify(body)} ${await textOfPdf(files[0]?.bytes as Buffer)} ${files[1]?.bytes.toString('utf8')}`,
      };
    };
    for (const reader of [ines, deputy, outsider]) {
      const seen = await seenBy(reader);
      expect(seen).toMatchObject({ rulings: 3, titles: [`1. ${known.name}`, `2. ${hidden.name}`, `3. ${last.name}`] });
      expect(seen.all).toContain(hidden.institution.name);
    }
    for (const reader of [chair, jean, coordinator]) {
      const seen = await seenBy(reader);
      expect(seen).toMatchObject({ rulings: 2, titles: [`1. ${known.name}`, `2. ${last.name}`] });
      for (const trace of [hidden.name, hidden.account.familyName, hidden.institution.name, hidden.applicationId])
        expect(seen.all).not.toContain(trace);
    }
    expect(await app().rows(MinutesDocument, { meetingId: params.meetingId })).toHaveLength(8);
  });

  it('close their files to whoever is in conflict from then on', async () => {
    const { editionId, chair, jean, voted } = await aCommissionAtWork(app());
    const { applicationId, name } = await voted();
    const params = { editionId, meetingId: await open(chair.caller, editionId) };
    await chair.caller.call(ruleInMeeting, { params, body: { rulings: [toReject(applicationId)] } });
    await chair.caller.call(closeMeeting, { params });
    await jean.caller.call(printMinutes, { params });
    expect(await app().runJobs()).toEqual([]);
    const text = () => jean.caller.call(readMinutesFile, { params: { ...params, language: 'en', form: 'text' } });
    expect((await text()).bytes.toString('utf8')).toContain(name);

    const theirs = { applicationId, accountId: jean.account.id };
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.update(Declaration, theirs, { inConflict: true, reason: 'A cousin.' }));

    expect((await text()).status).toBe(404);
    expect((await jean.caller.call(readMinutes, { params })).body.sheet.sections.map(({ title }) => title)).toEqual([
      'Meeting',
      'Decisions',
    ]);
  });
});
