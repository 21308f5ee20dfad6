import {
  cancelAnnouncement,
  type InputOf,
  listAnnouncements,
  openAnnouncement,
  readAnnouncement,
  readAudiences,
  readNews,
  readNotices,
  writeAnnouncement,
} from '@libretto/contracts';
import { anAnnouncement } from '../features/announcements/announcement.builder';
import { Announcement, AnnouncementRecipient } from '../features/announcements/announcement.entity';
import { sendAnnouncement } from '../features/announcements/jobs/send-announcement.job';
import { EditionClosed } from '../features/editions';
import { aMaterial } from '../features/modules/material/material.builder';
import { Material } from '../features/modules/material/material.entity';
import { MaterialProgress } from '../features/modules/progress/material-progress.entity';
import { aGroup } from '../features/project-work/work/project-work.builder';
import { GroupMember, ProjectGroup } from '../features/project-work/work/project-group.entity';
import { aBrief } from '../features/programmes/programme.builder';
import { newId } from '../platform/database/new-id';
import { OutboxRow } from '../platform/database/outbox-row.entity';
import { Transaction } from '../platform/database/transaction';
import { JobRunner } from '../platform/jobs/job-runner';
import { aCoordinator, anEditionOf, aParticipant, aPerson, close } from './fixtures';
import { describeOnEachDatabase, type TestApp } from './test-app';

type Body = InputOf<typeof writeAnnouncement>['body'];
const toAll: Body = { title: 'The venue has changed', text: 'Second floor.', to: { audience: 'all' }, sendAt: null };
const soon = { day: '2026-11-23', time: '12:00' };
const noon = new Date('2026-11-23T11:00:01Z');

async function aClass(app: TestApp, definition: Parameters<typeof anEditionOf>[1] = {}) {
  app.clock.set(new Date('2026-11-23T09:00:00Z'));
  const { id: editionId } = await anEditionOf(app, definition);
  const tutor = await aPerson(app, { editions: [{ editionId, role: 'tutor' }] });
  const [ana, luca] = [await aParticipant(app, editionId), await aParticipant(app, editionId)];
  const { group, members } = aGroup(editionId, [ana.enrolment.id], 'Croatia');
  await app.build(ProjectGroup, group);
  await app.build(GroupMember, ...members);
  const params = { editionId };
  const write = (body: Partial<Body> = {}, caller = tutor.caller) =>
    caller.call(writeAnnouncement, { params, body: { ...toAll, ...body } });
  const listed = async (caller = ana.caller) =>
    (await caller.call(listAnnouncements, { params, query: {} })).body.items.map(({ title }) => title);
  return { editionId, tutor, ana, luca, group, members, params, write, listed };
}

describeOnEachDatabase('an announcement', (app) => {
  it('is sent once to everybody, by mail and as a notice that leads to it, and is new until it is opened', async () => {
    const { ana, luca, params, write } = await aClass(app());
    const { body } = await write();
    expect(await app().runJobs()).toEqual([]);
    const [run] = await app().rows(OutboxRow, { job: sendAnnouncement.name, about: body.id });
    await app()
      .get(JobRunner)
      .run(run?.id as string);
    expect(await app().runJobs()).toEqual([]);
    for (const { caller, account } of [ana, luca]) {
      const mails = app()
        .mails()
        .filter((mail) => mail.includes(`To: ${account.email}`));
      expect(mails).toHaveLength(1);
      expect(mails[0]).toContain('reach anybody');
      expect((await caller.call(readNotices, { query: {} })).body.items).toMatchObject([
        { topic: 'messages', action: { path: `/editions/${params.editionId}/announcements/${body.id}` } },
      ]);
    }
    const one = { params: { ...params, announcementId: body.id } };
    const unread = async () => (await ana.caller.call(readNews, { params })).body.announcements;
    expect(await unread()).toBe(1);
    expect((await ana.caller.call(readAnnouncement, one)).body).toMatchObject({ isUnread: true, recipients: 2 });
    await ana.caller.call(openAnnouncement, one);
    expect(await unread()).toBe(0);
    expect((await ana.caller.call(readAnnouncement, one)).body).toMatchObject({
      ...{ isUnread: false, text: 'Second floor.', state: 'sent', can: { cancel: false } },
    });
  });

  it('is decided on when it is sent: it reaches who has come meanwhile, and whom it waits for cannot read it', async () => {
    const { editionId, ana, write, listed } = await aClass(app());
    const { body } = await write({ sendAt: soon });
    await app().runJobs();
    expect(await listed()).toEqual([]);
    const eva = await aParticipant(app(), editionId);
    app().clock.set(noon);
    await app().runJobs();
    expect(await listed()).toEqual(['The venue has changed']);
    const sent = await app().rows(AnnouncementRecipient, { announcementId: body.id });
    expect(sent.map(({ accountId }) => accountId)).toEqual(expect.arrayContaining([ana.account.id, eva.account.id]));
    expect(sent).toHaveLength(3);
  });

  it('is sent or cancelled by many at once, and never both', async () => {
    const { tutor, params, write } = await aClass(app());
    const { body } = await write({ sendAt: soon });
    const [run] = await app().rows(OutboxRow, { job: sendAnnouncement.name, about: body.id });
    app().clock.set(noon);
    const runs = Array.from({ length: 4 }, () =>
      app()
        .get(JobRunner)
        .run(run?.id as string),
    );
    const cancels = Array.from({ length: 4 }, () =>
      tutor.caller.call(cancelAnnouncement, { params: { ...params, announcementId: body.id } }),
    );
    const [answers] = [await Promise.all(cancels), await Promise.all(runs)];
    const cancelled = answers.filter(({ status }) => status === 204).length;
    const [row] = await app().rows(Announcement, { id: body.id });
    const sent = await app().rows(AnnouncementRecipient, { announcementId: body.id });
    expect([row?.state, cancelled, sent.length]).toEqual(cancelled ? ['cancelled', 1, 0] : ['sent', 0, 2]);
    for (const { status, body: refused } of answers)
      if (status !== 204) expect(refused.code).toBe('announcements.not-scheduled');
  });

  it('for a group is for those who are in it now', async () => {
    const { ana, luca, group, members, write, listed, editionId } = await aClass(app());
    await write({ to: { audience: 'group', groupId: group.id } });
    await app().runJobs();
    expect([await listed(ana.caller), await listed(luca.caller)]).toEqual([['The venue has changed'], []]);
    await app()
      .get(Transaction)
      .run(async (tx) => {
        await tx.manager.delete(GroupMember, { id: members[0]?.id });
        await tx.insert(GroupMember, { ...members[0], id: newId(), enrolmentId: luca.enrolment.id });
      });
    expect([await listed(ana.caller), await listed(luca.caller)]).toEqual([[], ['The venue has changed']]);
    const elsewhere = await aClass(app());
    const other = await elsewhere.write({ to: { audience: 'group', groupId: group.id } });
    expect([other.status, editionId === elsewhere.editionId]).toEqual([404, false]);
  });

  it('for a group whose works are marked without names is no tutor’s', async () => {
    const { tutor, group, params, write, listed } = await aClass(app(), {
      projectWork: aBrief({ anonymous: true }),
    });
    expect((await write({ to: { audience: 'group', groupId: group.id } })).status).toBe(404);
    const coordinator = await aCoordinator(app());
    const { body } = await write({ to: { audience: 'group', groupId: group.id } }, coordinator);
    await app().runJobs();
    expect([await listed(), await listed(tutor.caller), await listed(coordinator)]).toEqual([
      ['The venue has changed'],
      [],
      ['The venue has changed'],
    ]);
    const one = { params: { ...params, announcementId: body.id } };
    expect((await tutor.caller.call(readAnnouncement, one)).status).toBe(404);
    expect((await tutor.caller.call(cancelAnnouncement, one)).status).toBe(404);
    expect((await tutor.caller.call(readAudiences, { params })).body.groups).toEqual([]);
  });

  it('reaches who is behind with a required material, and says how many before', async () => {
    const { editionId, tutor, ana, luca, params, write, listed } = await aClass(app());
    const nobody = await write({ to: { audience: 'behind' } });
    expect(nobody.body.code).toBe('announcements.nobody-to-tell');
    const values = { editionId, addedBy: tutor.account.id, isRequired: true };
    const material = aMaterial({ ...values, opensOn: '2026-11-16' });
    await app().build(Material, material, aMaterial({ ...values, opensOn: '2026-11-17' }));
    const at = app().clock.now();
    const finished = { materialId: material.id, openedAt: at, finishedAt: at, finishedBy: 'opened' as const };
    await app().build(MaterialProgress, { id: newId(), enrolmentId: ana.enrolment.id, ...finished });
    expect((await tutor.caller.call(readAudiences, { params })).body).toMatchObject({
      ...{ all: 2, behind: { people: 1, grounds: { hours: 0, materials: 1, work: 0 } } },
      groups: [{ name: 'Croatia', people: 1 }],
    });
    await write({ to: { audience: 'behind' } });
    await app().runJobs();
    expect([await listed(ana.caller), await listed(luca.caller)]).toEqual([[], ['The venue has changed']]);
    // Who has handed in nothing when the edition is over is behind too.
    app().clock.set(new Date('2026-12-12T09:00:00Z'));
    const later = await tutor.caller.call(readAudiences, { params });
    expect(later.body.behind).toMatchObject({ people: 2, grounds: { materials: 2, work: 2 } });
  });

  it('of a closed edition can be read and not written, and what waited is cancelled', async () => {
    const { editionId, ana, params, write, listed } = await aClass(app());
    const { body } = await write({});
    const { body: waiting } = await write({ sendAt: soon });
    await app().runJobs();
    await app()
      .get(Transaction)
      .run((tx) => tx.publish(new EditionClosed(editionId)));
    await close(app(), editionId);
    app().clock.set(noon);
    expect(await app().runJobs()).toEqual([]);
    expect(await app().rows(Announcement, { id: waiting.id })).toMatchObject([{ state: 'cancelled' }]);
    expect([await listed(), (await write()).body.code]).toEqual([['The venue has changed'], 'editions.is-closed']);
    const opened = await ana.caller.call(openAnnouncement, { params: { ...params, announcementId: body.id } });
    expect(opened.status).toBe(204);
  });

  it.each<[string, Partial<Body>, string]>([
    ['a time that is past', { sendAt: { day: '2026-11-23', time: '09:00' } }, 'announcements.time-is-past'],
    ['a time that no clock shows', { sendAt: { day: '2027-03-28', time: '02:30' } }, 'schedule.no-such-local-time'],
    ['a title that hides something', { title: 'a\u202Eb' }, 'common.bad-input'],
    ['no text', { text: ' \n ' }, 'common.bad-input'],
  ])('takes no %s', async (_, body, code) => {
    const { editionId, write } = await aClass(app());
    expect((await write(body)).body.code).toBe(code);
    expect(await app().rows(Announcement, { editionId })).toEqual([]);
  });

  it('goes out as it was typed, as words', async () => {
    const { write } = await aClass(app());
    const title = '{name} <script>alert(1)</script>';
    await write({ title, text: 'javascript:alert(1) https://example.org' });
    expect(await app().runJobs()).toEqual([]);
    const mail = app().mails().at(-1)?.replace(/=\r\n/g, '') ?? '';
    expect(mail).not.toMatch(/<script>alert|href="javascript/);
  });

  it('costs a page of the list the same for any number', async () => {
    const { editionId, tutor, ana, params } = await aClass(app());
    const read = async (caller = ana.caller) =>
      (await caller.call(listAnnouncements, { params, query: {} })).statements;
    const few = [await read(), await read(tutor.caller)];
    const authorId = tutor.account.id;
    await app().build(Announcement, ...Array.from({ length: 60 }, () => anAnnouncement({ editionId, authorId })));
    expect([await read(), await read(tutor.caller)]).toEqual(few.map((statements) => statements + 1));
    expect(Math.max(...few)).toBeLessThan(8);
    const first = await ana.caller.call(listAnnouncements, { params, query: {} });
    const second = await ana.caller.call(listAnnouncements, { params, query: { after: first.body.next as string } });
    expect(new Set([...first.body.items, ...second.body.items].map(({ id }) => id)).size).toBe(40);
  });

  it('is of people of its edition only', async () => {
    const { ana, params, write } = await aClass(app());
    const elsewhere = await aClass(app());
    expect((await write({}, ana.caller)).status).toBe(403);
    expect((await ana.caller.call(readAudiences, { params })).status).toBe(403);
    for (const { caller } of [elsewhere.tutor, elsewhere.ana]) {
      expect((await write({}, caller)).status).toBe(403);
      expect((await caller.call(listAnnouncements, { params, query: {} })).status).toBe(403);
    }
  });
});
