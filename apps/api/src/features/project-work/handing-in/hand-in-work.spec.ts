import {
  beginUpload,
  handInWork,
  type InputOf,
  type ProgrammeBrief,
  readProjectWork,
  readSubmittedFile,
  readWorkToMark,
} from '@libretto/contracts';
import { createHash } from 'node:crypto';
import { aCourse } from '../../../testing/course';
import { handInFile } from '../../../testing/hand-in-file';
import { smallPdf } from '../../../testing/small-files';
import { describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { StoredFile } from '../../../platform/files/stored-file.entity';
import { aBrief } from '../../programmes/programme.builder';
import { ProjectWorkPersonalData } from '../results/project-work-personal-data';
import { Submission, SubmittedFile, Work } from '../work/work.entity';

const pdf = { name: 'work.pdf', content: smallPdf };
const same = (text: string) => ({ en: text, it: text });
type Sent = Partial<InputOf<typeof handInWork>['body']>;

async function somebody(app: TestApp, values: Partial<ProgrammeBrief>) {
  const { edition, participants, tutor } = await aCourse(app, 2, { projectWork: aBrief({ by: 'person', ...values }) });
  const params = { editionId: edition.id };
  const { caller, enrolment, account } = participants[0]!;
  return {
    params,
    caller,
    enrolment,
    tutor,
    other: participants[1]!.caller,
    handIn: (body: Sent = {}, file = pdf) => handInFile(caller, { params, body }, file),
    handInParts: (body: Sent) =>
      caller.call(handInWork, { params, body: { files: [], links: [], text: '', isOriginal: false, ...body } }),
    upload: async (name = 'work.pdf') =>
      (await caller.send(beginUpload, { params }, { name, content: smallPdf })).body.id,
    read: async () => (await caller.call(readProjectWork, { params })).body,
    submissions: () => app.rows(Submission, { handedInBy: account.id }),
  };
}

describeOnEachDatabase('handing in', (app) => {
  beforeEach(() => app().clock.set(new Date('2026-11-23T09:00:00Z')));

  it('takes only the kinds of files that the brief asks for', async () => {
    const { handIn, read, submissions } = await somebody(app(), { files: { kinds: ['docx', 'odt'] } });
    for (const name of ['work.pdf', 'work.docx', 'work']) {
      const refused = await handIn({}, { name, content: smallPdf });
      expect(refused.body).toMatchObject({
        code: 'project-work.file-kind-not-asked',
        numbers: { kinds: 'docx, odt' },
      });
    }
    expect(await submissions()).toEqual([]);
    expect((await read()).parts.files.kinds).toEqual(['docx', 'odt']);
    const asked = await somebody(app(), { files: { kinds: ['pdf'] } });
    expect((await asked.handIn()).status).toBe(201);
  });

  it('wants the statement of originality where there is one, and keeps that it was given', async () => {
    const { handIn, read, submissions } = await somebody(app(), { originality: same('This is my own work.') });
    expect((await handIn()).body.code).toBe('project-work.originality-not-stated');
    expect((await handIn({ isOriginal: true })).status).toBe(201);
    expect(await submissions()).toMatchObject([{ isStatedOriginal: true }]);
    expect((await read()).originality).toEqual(same('This is my own work.'));
  });

  it('after the deadline is refused, or taken and marked as late where the brief says so', async () => {
    const strict = await somebody(app(), {});
    const lenient = await somebody(app(), { late: 'flag' });
    expect((await lenient.handIn()).status).toBe(201);
    app().clock.set(new Date('2026-12-12T09:00:00Z'));
    expect((await strict.handIn()).body.code).toBe('project-work.deadline-passed');
    expect((await lenient.handIn()).status).toBe(201);
    const [work] = (await lenient.read()).works;
    expect(work?.versions).toMatchObject([
      { version: 2, isLate: true },
      { version: 1, isLate: false },
    ]);
    const sha256 = createHash('sha256').update(smallPdf).digest('hex');
    expect(work?.versions[0]?.files[0]?.sha256).toBe(sha256);
  });

  it('keeps all parts of each version, which its group and its markers see and download', async () => {
    const asked = { files: { least: 2, most: 3 }, links: { least: 1, most: 2 }, text: { least: 2, most: 5 } };
    const { params, caller, other, tutor, handInParts, upload, read } = await somebody(app(), asked);
    const [one, two] = [await upload('one.pdf'), await upload('two.pdf')];
    const links = ['https://example.org/a', 'http://bücher.example'];
    const first = await handInParts({ files: [one, two], links, text: 'We did\n\nit.' });
    expect(first.status).toBe(201);
    const [version] = (await read()).works[0]!.versions;
    expect(version).toMatchObject({
      files: [{ name: 'one.pdf' }, { name: 'two.pdf' }],
      links: ['https://example.org/a', 'http://xn--bcher-kva.example/'],
      text: 'We did\n\nit.',
    });
    // The next version keeps one of them, and has another.
    const kept = version!.files[1]!.id;
    const second = await handInParts({
      files: [kept, await upload('three.pdf')],
      links: links.slice(1),
      text: 'Two words',
    });
    expect(second.status).toBe(201);
    const [work] = await app().rows(Work, params);
    const seen = await tutor.caller.call(readWorkToMark, { params: { ...params, workId: work!.id } });
    expect(seen.body.versions).toMatchObject([
      { version: 2, files: [{ name: 'two.pdf' }, { name: 'three.pdf' }], text: 'Two words' },
      { version: 1, files: [{ name: 'one.pdf' }, { name: 'two.pdf' }], text: 'We did\n\nit.' },
    ]);
    for (const { id: submissionId, files } of seen.body.versions)
      for (const { id: submittedFileId } of files)
        for (const [who, status] of [[tutor.caller, 200] as const, [caller, 200] as const, [other, 404] as const]) {
          const ask = { params: { ...params, submissionId, submittedFileId } };
          expect((await who.call(readSubmittedFile, ask)).status).toBe(status);
        }
    // A file of another version is not there.
    const wrong = { submissionId: seen.body.versions[1]!.id, submittedFileId: seen.body.versions[0]!.files[0]!.id };
    expect((await tutor.caller.call(readSubmittedFile, { params: { ...params, ...wrong } })).status).toBe(404);
  });

  it.each<[string, Partial<ProgrammeBrief>, (id: string) => Sent, string]>([
    ['nothing', { files: { least: 0 }, links: { most: 1 } }, () => ({}), 'nothing-to-hand-in'],
    ['too few files', { files: { least: 2, most: 3 } }, (id) => ({ files: [id] }), 'too-few-files'],
    ['the same file twice for two', { files: { least: 2, most: 2 } }, (id) => ({ files: [id, id] }), 'too-few-files'],
    ['a link too many', {}, (id) => ({ files: [id], links: ['https://a.example/'] }), 'too-many-links'],
    ['a text that nobody asked for', {}, (id) => ({ files: [id], text: 'Hello' }), 'too-many-words'],
    ['too long a text', { text: { most: 2 } }, (id) => ({ files: [id], text: 'One two three' }), 'too-many-words'],
    ['too short a text', { text: { least: 2, most: 9 } }, (id) => ({ files: [id], text: 'One' }), 'too-few-words'],
  ])('refuses %s, and keeps nothing but the upload', async (_, asked, sent, code) => {
    const { handInParts, upload, submissions, read } = await somebody(app(), asked);
    const id = await upload();
    const files = (await app().rows(StoredFile)).length;
    expect((await handInParts(sent(id))).body.code).toBe(`project-work.${code}`);
    expect(await submissions()).toEqual([]);
    expect(await app().rows(StoredFile)).toHaveLength(files);
    expect((await read()).uploads).toMatchObject([{ id, isComplete: true }]);
  });

  it.each(['javascript:alert(1)', 'https://a@b.example/', 'https://a.example/\u202E', 'mailto:a@b.example'])(
    'takes no link like %j',
    async (link) => {
      const { handInParts, upload, submissions } = await somebody(app(), { links: { most: 1 } });
      const { status, body } = await handInParts({ files: [await upload()], links: [link] });
      expect([status, body.fields?.[0]?.path]).toEqual([422, 'links.0']);
      expect(await submissions()).toEqual([]);
    },
  );

  it('takes an upload once, its own, and files of the version before only', async () => {
    const { params, caller, other, handInParts, upload } = await somebody(app(), {});
    const id = await upload();
    const parts = { files: [id], links: [], text: '', isOriginal: false };
    expect((await other.call(handInWork, { params, body: parts })).body.code).toBe('common.upload-gone');
    const answers = await Promise.all([1, 2, 3].map(() => caller.call(handInWork, { params, body: parts })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 410, 410]);
    const [file] = await app().rows(SubmittedFile, { fileId: id });
    expect((await handInParts({ files: [file!.id] })).status).toBe(201);
    // The first version is not the one before any more.
    expect((await handInParts({ files: [file!.id] })).body.code).toBe('common.upload-gone');
    const elsewhere = { files: [(await app().rows(SubmittedFile)).at(-1)!.id] };
    expect((await other.call(handInWork, { params, body: { ...parts, ...elsewhere } })).body.code).toBe(
      'common.upload-gone',
    );
  });

  it('is in the copy of what is held about its people, with all its parts', async () => {
    const { enrolment, handInParts, upload } = await somebody(app(), { files: { most: 2 }, text: { most: 9 } });
    await handInParts({ files: [await upload('a.pdf'), await upload('b.pdf')], text: 'My own words' });
    const { groups, files } = await app().get(ProjectWorkPersonalData).about([enrolment.id]);
    expect(groups[0]?.works[0]?.versions).toMatchObject([{ files: ['a.pdf', 'b.pdf'], text: 'My own words' }]);
    expect(files.map(({ path }) => path)).toEqual(['1-a.pdf', '1-2-b.pdf']);
  });
});
