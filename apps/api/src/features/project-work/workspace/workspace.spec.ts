import {
  addWorkspaceFile,
  addWorkspaceTask,
  changeWorkspaceTask,
  handInText,
  readTextVersion,
  readTextVersions,
  readWorkspace,
  readWorkspaceFile,
  removeWorkspaceFile,
  removeWorkspaceTask,
} from '@libretto/contracts';
import * as Y from 'yjs';
import { Transaction } from '../../../platform/database/transaction';
import { FileStore } from '../../../platform/files/file-store';
import { StoredFile } from '../../../platform/files/stored-file.entity';
import { textOfPdf } from '../../../testing/pdf-text';
import { smallPdf } from '../../../testing/small-files';
import { describeOnEachDatabase } from '../../../testing/test-app';
import { aWorkspace, lettersOf, until, Writer } from '../../../testing/writes-together';
import { FoldText } from './jobs/fold-text.handler';
import { Texts } from './text/texts';
import { WorkspaceChange, WorkspaceFolding, WorkspaceText } from './text/workspace-text.entity';
import { Submission, SubmittedFile, Work } from '../work/work.entity';
import { WorkspacePersonalData } from './workspace-personal-data';

const pdf = { name: 'notes.pdf', content: smallPdf };
const task = { title: 'Ask the ENIC-NARIC centres', enrolmentId: null, dueOn: '2026-12-01', isDone: false };

describeOnEachDatabase('a workspace', (app) => {
  beforeEach(() => app().clock.set(new Date('2026-11-23T09:00:00Z')));

  it('begins the text of a focus group with its outline, once, and that of another group empty', async () => {
    const { first, second, place } = await aWorkspace(app(), 2, { by: 'focus-group' });
    const [anna, bo] = await Promise.all([new Writer(first, place).join(), new Writer(second, place).join()]);
    const headings = ['Theory', 'Practice', 'Challenges', 'Next steps'];
    for (const { doc } of [anna, bo])
      expect([...lettersOf(doc).matchAll(/<heading[^>]*>([^<]+)</g)].map(([, words]) => words)).toEqual(headings);
    const other = await aWorkspace(app());
    expect(lettersOf((await new Writer(other.first, other.place).join()).doc)).toBe('');
  });

  it('shows what each person wrote in one go, whose letters they are, and the text as it was', async () => {
    const { first, second, place, members, tutor } = await aWorkspace(app());
    const [anna, bo] = [await new Writer(first, place).join(), await new Writer(second, place).join()];
    for (const words of ['Theory', 'Models']) anna.write(words);
    await until(() => anna.allIsKept && lettersOf(bo.doc).includes('Models'), 'Anna has written');
    bo.write('Practice');
    await until(() => bo.allIsKept && lettersOf(anna.doc).includes('Practice'), 'Bo has written');
    app().clock.set(new Date('2026-11-23T12:00:00Z'));
    anna.doc.getXmlFragment('text').delete(0, 1);
    await until(() => anna.allIsKept, 'Anna has deleted');

    const { body } = await tutor.caller.call(readTextVersions, { params: place });
    const names = members.map(({ account }) => `${account.givenName} ${account.familyName}`);
    expect(body.items.map(({ number, by }) => [number, by])).toEqual([
      [4, names[0]],
      [3, names[1]],
      [2, names[0]],
    ]);
    const older = await tutor.caller.call(readTextVersions, { params: place, query: { before: 3 } });
    expect(older.body.items.map(({ number }) => number)).toEqual([2]);
    const then = await tutor.caller.call(readTextVersion, { params: place, query: { upTo: 3 } });
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Buffer.from(then.body.update ?? '', 'base64'));
    expect(lettersOf(doc)).toContain('Theory');
    const writerOf = (client: number) => then.body.writers.find((one) => one.client === String(client))?.name;
    expect([writerOf(anna.doc.clientID), writerOf(bo.doc.clientID)]).toEqual(names);
  });

  it('merges what was written in one go and folds the text, and nobody reads anything else', async () => {
    const { first, second, place } = await aWorkspace(app());
    const { groupId } = place;
    const anna = await new Writer(first, place).join();
    for (let line = 0; line < 12; line += 1) {
      anna.write(`Line ${line}`);
      await until(() => anna.allIsKept, 'it is kept');
    }
    anna.doc.getXmlFragment('text').delete(2, 3);
    await until(() => anna.allIsKept, 'it is kept');
    const late = await new Writer(second, place).join();
    late.cut();
    app().clock.set(new Date('2026-11-23T12:00:00Z'));
    anna.write('Later');
    await until(() => anna.allIsKept, 'it is kept');
    const before = await app().rows(WorkspaceChange, { groupId });
    await app().get(FoldText).run({ groupId });
    await app().get(FoldText).run({ groupId });
    const after = await app().rows(WorkspaceChange, { groupId });
    expect([before.length, after.map(({ number }) => number)]).toEqual([14, [13, 14]]);
    expect(after[0]?.since).toEqual(before[0]?.since);
    expect((await app().rows(WorkspaceFolding, { groupId })).map(({ upTo }) => upTo)).toEqual([14]);
    const [text] = await app().rows(WorkspaceText, { groupId });
    expect(text?.bytes).toBe(after.reduce((sum, { content }) => sum + content.length, 0));
    await late.join();
    const fresh = await new Writer(second, place).join();
    for (const { doc } of [late, fresh]) expect(lettersOf(doc)).toBe(lettersOf(anna.doc));
    const then = new Y.Doc();
    Y.applyUpdate(then, (await app().get(Texts).upTo(groupId, 13)) as Uint8Array);
    expect(lettersOf(then)).not.toContain('Later');
    fresh.write('And on');
    await until(() => fresh.allIsKept && lettersOf(anna.doc) === lettersOf(fresh.doc), 'it goes on');
  });

  it('keeps tasks and files of the group, which its members change and others only read', async () => {
    const { first, second, stranger, tutor, place, members } = await aWorkspace(app());
    const own = { ...task, enrolmentId: members[0]!.enrolment.id };
    const { body: made } = await first.call(addWorkspaceTask, { params: place, body: own });
    await first.call(addWorkspaceTask, { params: place, body: { ...task, title: 'Write the summary', dueOn: null } });
    const params = { ...place, taskId: made.id };
    expect((await second.call(changeWorkspaceTask, { params, body: { ...own, isDone: true } })).status).toBe(204);
    const shared = await first.upload(addWorkspaceFile, { params: place }, pdf);
    const { body } = await tutor.caller.call(readWorkspace, { params: place });
    expect(body.tasks.map(({ title, isDone }) => [title, isDone])).toEqual([
      ['Write the summary', false],
      [task.title, true],
    ]);
    expect(body).toMatchObject({ files: [{ id: shared.body.id, file: { name: 'notes.pdf' } }], can: { write: false } });
    const file = { params: { ...place, sharedFileId: shared.body.id } };
    expect((await tutor.caller.call(readWorkspaceFile, file)).status).toBe(200);
    for (const [answer, status] of [
      [await stranger.call(readWorkspace, { params: place }), 404],
      [await stranger.call(readWorkspaceFile, file), 404],
      [await stranger.call(addWorkspaceTask, { params: place, body: task }), 409],
      [await stranger.call(changeWorkspaceTask, { params, body: task }), 409],
      [await stranger.call(removeWorkspaceTask, { params }), 409],
      [await stranger.call(removeWorkspaceFile, file), 409],
      [await stranger.upload(addWorkspaceFile, { params: place }, pdf), 409],
      [await first.call(addWorkspaceTask, { params: place, body: { ...task, enrolmentId: place.groupId } }), 404],
    ] as const)
      expect(answer.status).toBe(status);
    expect((await second.call(removeWorkspaceFile, file)).status).toBe(204);
    expect((await second.call(removeWorkspaceTask, { params })).status).toBe(204);
    expect((await first.call(readWorkspace, { params: place })).body).toMatchObject({ files: [], tasks: [{}] });
  });

  it('hands its text in as a PDF that names nobody, again and again, and keeps it', async () => {
    const { first, place, stranger } = await aWorkspace(app());
    const handIn = { params: place, body: { isOriginal: false } };
    expect((await first.call(handInText, handIn)).body.code).toBe('workspace.text-is-empty');
    expect((await stranger.call(handInText, handIn)).status).toBe(404);
    const anna = await new Writer(first, place).join();
    anna.write('Recognition is a right: #let it be [so]');
    await until(() => anna.allIsKept, 'it is kept');
    for (const version of [1, 2]) {
      expect((await first.call(handInText, handIn)).status).toBe(201);
      expect(await app().rows(Work, { groupId: place.groupId })).toMatchObject([{ versions: version }]);
    }
    const [work] = await app().rows(Work, { groupId: place.groupId });
    const [submission] = await app().rows(Submission, { workId: work!.id });
    const [submitted] = await app().rows(SubmittedFile, { submissionId: submission!.id });
    const [file] = await app().rows(StoredFile, { id: submitted!.fileId });
    expect(file).toMatchObject({ type: 'application/pdf', purpose: 'project-work' });
    expect(await textOfPdf(await app().get(FileStore).read(file!.id))).toContain(
      'Recognition is a right: #let it be [so]',
    );
    anna.write('It stays');
    await until(() => anna.allIsKept, 'it is kept');
  });

  it('hands its text in with the statement of originality, where one is asked for', async () => {
    const statement = { en: 'This is our own work.', it: 'È opera nostra.' };
    const { first, place } = await aWorkspace(app(), 2, { originality: statement });
    const anna = await new Writer(first, place).join();
    anna.write('Our words');
    await until(() => anna.allIsKept, 'it is kept');
    expect((await first.call(readWorkspace, { params: place })).body.originality).toEqual(statement);
    const handIn = (isOriginal: boolean) => first.call(handInText, { params: place, body: { isOriginal } });
    expect((await handIn(false)).body.code).toBe('project-work.originality-not-stated');
    expect((await handIn(true)).status).toBe(201);
    const [work] = await app().rows(Work, { groupId: place.groupId });
    expect(await app().rows(Submission, { workId: work!.id })).toMatchObject([{ isStatedOriginal: true }]);
  });

  it('stays as it is once the marking of its work has begun: its tasks and files as its text', async () => {
    const { first, place } = await aWorkspace(app());
    const { body: made } = await first.call(addWorkspaceTask, { params: place, body: task });
    const shared = await first.upload(addWorkspaceFile, { params: place }, pdf);
    const anna = await new Writer(first, place).join();
    anna.write('Our words');
    await until(() => anna.allIsKept, 'it is kept');
    expect((await first.call(handInText, { params: place, body: { isOriginal: false } })).status).toBe(201);
    const marked = (change: Partial<Work>) =>
      app()
        .get(Transaction)
        .run((tx) => tx.manager.update(Work, { groupId: place.groupId }, change));
    const changes = [
      () => first.call(addWorkspaceTask, { params: place, body: task }),
      () => first.call(changeWorkspaceTask, { params: { ...place, taskId: made.id }, body: { ...task, isDone: true } }),
      () => first.upload(addWorkspaceFile, { params: place }, pdf),
      () => first.call(removeWorkspaceFile, { params: { ...place, sharedFileId: shared.body.id } }),
      () => first.call(removeWorkspaceTask, { params: { ...place, taskId: made.id } }),
    ];
    await marked({ markings: 1 });
    for (const change of changes) expect((await change()).body.code).toBe('project-work.being-marked');
    const { body } = await first.call(readWorkspace, { params: place });
    expect(body).toMatchObject({ tasks: [{ isDone: false }], files: [{}], can: { write: false } });
    // Another attempt begins with it.
    await marked({ state: 'released', outcome: 'not-passed' });
    for (const change of changes) expect((await change()).status).toBeLessThan(300);
  });

  it('gives a person a copy of what they wrote, and of nobody else’s words', async () => {
    const { first, second, place, members } = await aWorkspace(app());
    const [anna, bo] = [await new Writer(first, place).join(), await new Writer(second, place).join()];
    anna.write('My own words');
    bo.write('Other words');
    await until(() => anna.allIsKept && bo.allIsKept, 'both are kept');
    await first.call(addWorkspaceTask, { params: place, body: task });
    await first.upload(addWorkspaceFile, { params: place }, pdf);
    const { account, enrolment } = members[0]!;
    const { workspaces, files } = await app().get(WorkspacePersonalData).about(account.id, [enrolment.id]);
    expect(workspaces).toMatchObject([{ written: 'My own words', tasks: [{ title: task.title }] }]);
    expect(workspaces[0]?.changes).toHaveLength(1);
    expect(files.map(({ path }) => path)).toEqual(['workspace/notes.pdf']);
  });
});
