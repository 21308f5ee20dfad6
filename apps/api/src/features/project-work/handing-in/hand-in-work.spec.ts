import { handInWork, type ProgrammeBrief, readProjectWork } from '@libretto/contracts';
import { createHash } from 'node:crypto';
import { aCourse } from '../../../testing/course';
import { smallPdf } from '../../../testing/small-files';
import { describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { aBrief } from '../../programmes/programme.builder';
import { Submission } from '../work/work.entity';

const pdf = { name: 'work.pdf', content: smallPdf };
const same = (text: string) => ({ en: text, it: text });

async function somebody(app: TestApp, values: Partial<ProgrammeBrief>) {
  const { edition, participants } = await aCourse(app, 1, { projectWork: aBrief({ by: 'person', ...values }) });
  const params = { editionId: edition.id };
  const { caller } = participants[0]!;
  return {
    handIn: (query: { original?: 'true' } = {}, file = pdf) => caller.upload(handInWork, { params, query }, file),
    read: async () => (await caller.call(readProjectWork, { params })).body,
    submissions: () => app.rows(Submission, { handedInBy: participants[0]!.account.id }),
  };
}

describeOnEachDatabase('handing in', (app) => {
  beforeEach(() => app().clock.set(new Date('2026-11-23T09:00:00Z')));

  it('takes only the kinds of files that the brief asks for', async () => {
    const { handIn, read, submissions } = await somebody(app(), { files: { kinds: ['docx', 'odt'] } });
    const refused = await handIn();
    expect(refused.body).toMatchObject({
      code: 'project-work.file-kind-not-asked',
      numbers: { kinds: 'docx, odt' },
    });
    expect(await submissions()).toEqual([]);
    expect((await read()).fileKinds).toEqual(['docx', 'odt']);
    const asked = await somebody(app(), { files: { kinds: ['pdf'] } });
    expect((await asked.handIn()).status).toBe(201);
  });

  it('wants the statement of originality where there is one, and keeps that it was given', async () => {
    const { handIn, read, submissions } = await somebody(app(), { originality: same('This is my own work.') });
    expect((await handIn()).body.code).toBe('project-work.originality-not-stated');
    expect((await handIn({ original: 'true' })).status).toBe(201);
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
    expect(work?.versions[0]?.sha256).toBe(sha256);
  });
});
