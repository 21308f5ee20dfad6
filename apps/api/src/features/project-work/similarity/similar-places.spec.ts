import { type ProgrammeBrief, readSimilarities } from '@libretto/contracts';
import { ZipArchive } from 'archiver';
import { isSqlite } from '../../../platform/database/data-source';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { aDocx } from '../../../platform/files/manuscript.builder';
import { aCoordinator, aParticipant, aPerson, aPublishedProgramme, givenRole } from '../../../testing/fixtures';
import { handInFile } from '../../../testing/hand-in-file';
import { aLockedPdf, aPdf } from '../../../testing/small-files';
import { type Caller, describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { anEdition } from '../../editions/edition.builder';
import { aBrief } from '../../programmes/programme.builder';
import { briefOf } from '../work/briefs';
import { Participation } from '../work/participation';
import { GroupMember, ProjectGroup } from '../work/project-group.entity';
import { aGroup } from '../work/project-work.builder';
import { Submission, SubmittedFile, Work } from '../work/work.entity';
import { KeepWords } from './keep-words';
import { WorkReading, WorkShingle, WorkText } from './work-text.entity';

type Edition = ReturnType<typeof anEdition>;

const words = (name: string, from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => `${name}${from + at}`).join(' ');
const passage = words('shared', 0, 60);

/** A programme with editions of these names, whose brief asks for similar places. */
async function aProgrammeRun(
  app: TestApp,
  values: Partial<ProgrammeBrief> = {},
  names = ['Autumn 2025', 'Autumn 2026'],
) {
  app.clock.set(new Date('2026-11-23T09:00:00Z'));
  const { version } = await aPublishedProgramme(app, { projectWork: aBrief({ similarity: true, ...values }) });
  const [earlier, now] = names.map((name) => anEdition(version.id, { name })) as [Edition, Edition];
  for (const edition of [earlier, now]) {
    await app.build('Edition', edition);
    await app.build('ClosingLock', { id: edition.id });
  }
  const tutor = await aPerson(app, { editions: [{ editionId: now.id, role: 'tutor' }] });
  const read = async (workId: string, who: Caller = tutor.caller, editionId = now.id) =>
    who.call(readSimilarities, { params: { editionId, workId } });
  return { earlier, now, read };
}

/** A group of one that hands in this file. */
async function handsIn(app: TestApp, edition: Edition, content: string | Buffer, name = 'work.txt', group = 'Zagreb') {
  const person = await aParticipant(app, edition.id);
  const made = aGroup(edition.id, [person.enrolment.id], group);
  await app.build(ProjectGroup, made.group);
  await app.build(GroupMember, ...made.members);
  const again = async (next: string | Buffer) => {
    const answer = await handInFile(person.caller, { params: { editionId: edition.id } }, { name, content: next });
    expect(answer.status).toBe(201);
    await app.runJobs();
    const [submission] = await app.rows(Submission, { id: (answer.body as { id: string }).id });
    return submission?.workId ?? '';
  };
  return { person, group: made.group, again, workId: await again(content) };
}

async function anOdt(text: string): Promise<Buffer> {
  const zip = new ZipArchive({});
  zip.append('application/vnd.oasis.opendocument.text', { name: 'mimetype', store: true });
  const body = `<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes><text:h>On &amp; off</text:h><text:p>${text}</text:p>`;
  zip.append(`<office:document-content><office:body>${body}</office:body></office:document-content>`, {
    name: 'content.xml',
  });
  void zip.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of zip) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

describeOnEachDatabase('similar places', (app) => {
  it('are passages side by side, of works of the programme in any edition', async () => {
    const { earlier, now, read } = await aProgrammeRun(app());
    await handsIn(app(), earlier, `${words('theirs', 0, 50)} ${passage.toUpperCase()}.`);
    const other = await handsIn(app(), now, `${words('else', 0, 40)} ${words('mine', 0, 30)}`, 'a.txt', 'Lyon');
    const { workId } = await handsIn(app(), now, `${words('mine', 0, 40)}. ${passage}, ${words('mine', 40, 60)}`);
    const { body, statements } = await read(workId);
    expect(body).toEqual({
      state: 'read',
      words: 120,
      share: 75,
      works: [
        {
          edition: 'Autumn 2025',
          isThisEdition: false,
          ...{ group: null, workId: null, editionId: null },
          share: 50,
          passages: [{ own: passage, other: passage.toUpperCase() }],
          more: 0,
        },
        {
          edition: 'Autumn 2026',
          isThisEdition: true,
          ...{ group: 'Lyon', workId: other.workId, editionId: now.id },
          share: 25,
          passages: [{ own: words('mine', 0, 30), other: words('mine', 0, 30) }],
          more: 0,
        },
      ],
    });
    expect(statements).toBeLessThanOrEqual(8);
    const coordinated = (await read(workId, await aCoordinator(app()))).body;
    expect(coordinated.works?.map(({ group }) => group)).toEqual(['Zagreb', 'Lyon']);
  });

  it('are not looked for where the brief does not ask, nor in other programmes', async () => {
    const silent = await aProgrammeRun(app(), { similarity: false });
    const { workId } = await handsIn(app(), silent.now, passage);
    expect((await silent.read(workId)).body).toEqual({ state: 'off', words: 0, share: 0, works: [] });
    expect(await app().rows(WorkText, { workId })).toEqual([]);
    const [one, other] = [await aProgrammeRun(app()), await aProgrammeRun(app())];
    await handsIn(app(), one.now, passage);
    const alone = await handsIn(app(), other.now, passage);
    expect((await other.read(alone.workId)).body).toMatchObject({ state: 'read', share: 0, works: [] });
  });

  it('are nothing for participants, nor for tutors who wrote the work', async () => {
    const { now, read } = await aProgrammeRun(app());
    const { workId, person } = await handsIn(app(), now, passage);
    expect((await read(workId, person.caller)).status).toBe(403);
    expect(
      (await read(workId, await givenRole(app(), person.account.id, { editionId: now.id, role: 'tutor' }))).status,
    ).toBe(404);
    const stranger = await aPerson(app());
    expect((await read(workId, stranger.caller)).status).toBe(403);
    expect((await read(newId())).status).toBe(404);
    expect((await read(workId)).status).toBe(200);
  });

  it('name nobody beside a work without a name, and not by leaving out the earlier attempts of its group', async () => {
    const { now, earlier, read } = await aProgrammeRun(app(), { anonymous: true });
    const released = { state: 'released', outcome: 'not-passed', waits: false, releasedAt: new Date() } as const;
    const first = await handsIn(app(), now, passage, 'a.txt', 'Zagreb');
    const other = await handsIn(app(), now, passage, 'b.txt', 'Lyon');
    for (const { workId } of [first, other])
      await app()
        .get(Transaction)
        .run(({ manager }) => manager.update(Work, { id: workId }, released));
    await handsIn(app(), earlier, passage, 'c.txt', 'Vienna');
    const same = await handsIn(app(), now, passage, 'd.txt', 'Porto');
    await app()
      .get(Transaction)
      .run(({ manager }) => manager.update(Work, { id: same.workId }, { attempt: 2 }));
    const second = newId();
    await app()
      .get(Transaction)
      .run(async ({ manager }) => {
        const [work] = await app().rows(Work, { id: first.workId });
        await manager.insert(Work, {
          ...work,
          id: second,
          attempt: 2,
          state: 'handed-in',
          outcome: null,
          releasedAt: null,
          waits: true,
        } as never);
      });
    const edition = await app().get(Participation).edition(now.id);
    const keeping = { work: { id: second }, version: 1, programmeId: edition.programme.id };
    await app().get(KeepWords).run(keeping, briefOf(edition, first.group), passage);
    const ofBoth = async () => {
      const { body } = await read(second);
      return body.works?.map(({ edition: name, group, workId }) => [name, group, workId]);
    };
    const nameless = [
      ['Autumn 2025', null, null],
      ['Autumn 2026', null, null],
    ];
    expect((await ofBoth())?.sort()).toEqual(nameless);
    await app()
      .get(Transaction)
      .run(({ manager }) => manager.update(Work, { id: second }, { groupId: other.group.id }));
    expect((await ofBoth())?.sort()).toEqual(nameless);
    expect(JSON.stringify((await read(second)).body)).not.toMatch(/Zagreb|Lyon|Vienna|Porto/);
  });

  it('leave out what the brief says', async () => {
    const brief = words('asked', 0, 60);
    const { now, read } = await aProgrammeRun(app(), { brief: { en: brief, it: passage } });
    await handsIn(app(), now, `${brief} ${words('theirs', 0, 40)} ${passage}`);
    const { workId } = await handsIn(app(), now, `${words('mine', 0, 40)} ${brief} ${passage}`);
    expect((await read(workId)).body).toMatchObject({ state: 'read', share: 0, works: [] });
  });

  it.each([
    ['a PDF', 'work.pdf', () => aPdf(3, words('pdf', 7, 12))],
    ['a Word document', 'work.docx', () => aDocx()],
    ['an OpenDocument', 'work.odt', () => anOdt(words('odt', 0, 30))],
    ['a text', 'work.txt', async () => Buffer.from(words('text', 0, 30))],
  ])('are looked for in %s', async (_, name, content) => {
    const { now } = await aProgrammeRun(app());
    const { workId } = await handsIn(app(), now, await content(), name);
    const [reading] = await app().rows(WorkReading, { workId });
    expect(reading?.words).toBeGreaterThan(3);
    const said = (await app().rows(WorkText, { workId })).map((part) => part.words).join('');
    expect(said).toMatch(/pdf11|Each desk decides|On & off\s+odt0|text29/);
    expect(said).not.toContain('deleted');
  });

  it('are looked for in all files of a version, in their order, and in its text', async () => {
    const { now } = await aProgrammeRun(app(), {
      files: { kinds: ['pdf', 'docx'], least: 0, most: 2 },
      text: { most: 100 },
    });
    const { person, group } = await handsIn(app(), now, await aPdf(1, words('pdf', 0, 12)), 'a.pdf');
    const params = { editionId: now.id };
    const parts = async (body: { text: string }) =>
      handInFile(person.caller, { params, body }, { name: 'b.docx', content: await aDocx() });
    expect((await parts({ text: words('typed', 0, 12) })).status).toBe(201);
    await app().runJobs();
    const [work] = await app().rows(Work, { groupId: group.id });
    const said = (await app().rows(WorkText, { workId: work!.id })).map((part) => part.words).join('');
    expect(said).toMatch(/typed11[\s\S]*Each desk decides/);
    expect(said).not.toContain('pdf11');
  });

  it('are none in a file without words, and never keep it from being handed in', async () => {
    const { now, read } = await aProgrammeRun(app());
    const { workId } = await handsIn(app(), now, await aLockedPdf(''), 'work.pdf');
    expect((await app().rows(Work, { id: workId })).length).toBe(1);
    const [work] = await app().rows(Work, { id: workId });
    const edition = await app().get(Participation).edition(now.id);
    await app()
      .get(KeepWords)
      .run(
        { work: { id: workId }, version: 1, programmeId: edition.programme.id },
        briefOf(edition, work as Work),
        null,
      );
    expect((await read(workId)).body).toEqual({ state: 'no-words', words: 0, share: 0, works: [] });
  });

  it('are those of the newest version, whatever runs twice, late or at once', async () => {
    const { now, read } = await aProgrammeRun(app());
    const { workId, again } = await handsIn(app(), now, words('first', 0, 80));
    await again(words('second', 0, 80));
    const edition = await app().get(Participation).edition(now.id);
    const [work] = await app().rows(Work, { id: workId });
    const keep = (version: number, text: string) =>
      app()
        .get(KeepWords)
        .run(
          { work: { id: workId }, version, programmeId: edition.programme.id },
          briefOf(edition, work as Work),
          text,
        );
    const before = await app().rows(WorkShingle, { workId });
    await Promise.all([
      keep(2, words('second', 0, 80)),
      keep(1, words('first', 0, 80)),
      keep(2, words('second', 0, 80)),
    ]);
    await keep(1, words('first', 0, 80));
    const marks = (rows: WorkShingle[]) => rows.map(({ shingle, place }) => `${place} ${shingle}`).sort();
    expect(marks(await app().rows(WorkShingle, { workId }))).toEqual(marks(before));
    expect((await app().rows(WorkText, { workId })).map((part) => part.words)).toEqual([words('second', 0, 80)]);
    expect(await app().rows(WorkReading, { workId })).toMatchObject([{ version: 2, words: 80 }]);
    await app()
      .get(Transaction)
      .run(({ manager }) => manager.update(Work, { id: workId }, { versions: 3 }));
    expect((await read(workId)).body.state).toBe('waiting');
  });

  it('go with the work', async () => {
    const { now } = await aProgrammeRun(app());
    const { workId } = await handsIn(app(), now, passage);
    await app()
      .get(Transaction)
      .run(async ({ manager }) => {
        const submissions = await app().rows(Submission, { workId });
        for (const { id } of submissions) await manager.delete(SubmittedFile, { submissionId: id });
        await manager.delete(Submission, { workId });
        await manager.delete(Work, { id: workId });
      });
    for (const kind of [WorkReading, WorkText, WorkShingle])
      expect(await app().rows(kind, { workId } as never)).toEqual([]);
  });

  it('are found along the index of shingles, however many works there are', async () => {
    // MariaDB reads tables of a few rows whole, whatever indexes they have.
    if (!isSqlite(app().database.read.connection)) return;
    const plan: { detail: string }[] = await app().database.read.query(
      `EXPLAIN QUERY PLAN SELECT there.workId FROM work_shingle own
       JOIN work_shingle there ON there.shingle = own.shingle AND there.workId <> own.workId WHERE own.workId = 'x'`,
    );
    expect(plan.map(({ detail }) => detail).join('\n')).not.toMatch(/SCAN/);
  });
});
