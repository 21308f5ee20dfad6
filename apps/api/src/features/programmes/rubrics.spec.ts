import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  changeRubric,
  publishProgramme,
  readProgramme,
  readProgrammeFile,
  type RubricOfFile,
} from '@libretto/contracts';
import { newId } from '../../platform/database/new-id';
import { aCoordinator, aPerson, aPublishedProgramme } from '../../testing/fixtures';
import { describeOnEachDatabase } from '../../testing/test-app';
import { ProgrammeVersion } from './programme-version.entity';

const folder = join(__dirname, '../../../../../programmes');
const rubric: RubricOfFile = [
  {
    id: 'sources',
    title: { en: 'Sources', it: 'Fonti' },
    description: { en: 'Official ones.', it: 'Ufficiali.' },
    weight: 2,
    levels: [
      { id: 'full', title: { en: 'All', it: 'Tutte' }, points: 3 },
      { id: 'none', title: { en: 'None', it: 'Nessuna' }, points: 0 },
    ],
  },
];

describeOnEachDatabase('the rubric of a brief', (app) => {
  const brief = 'project-work';

  it('changes in the next version of its programme, and nothing else does', async () => {
    const coordinator = await aCoordinator(app());
    const { programme } = await aPublishedProgramme(app());
    const params = { slug: programme.slug };

    const answer = await coordinator.call(changeRubric, { params, body: { brief, version: 1, rubric } });

    expect(answer).toMatchObject({ status: 200, body: { slug: programme.slug, version: 2 } });
    const versions = await app().rows(ProgrammeVersion, { programmeId: answer.body.id });
    const [first, second] = versions.sort((one, other) => one.number - other.number).map((one) => one.definition);
    expect(second).toEqual({ ...first, projectWork: { ...first?.projectWork, rubric } });
  });

  it('is changed by one of several at once; the others are told of the newer version', async () => {
    const coordinator = await aCoordinator(app());
    const {
      programme: { slug },
    } = await aPublishedProgramme(app());
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((weight) =>
        coordinator.call(changeRubric, {
          params: { slug },
          body: { brief, version: 1, rubric: rubric.map((row) => ({ ...row, weight })) },
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'programmes.newer-version',
      numbers: { number: 2 },
    });
  });

  it.each([
    ['is the same as before', (before: RubricOfFile) => before, 409, 'programmes.unchanged'],
    ['names two rows alike', () => [...rubric, ...rubric], 409, 'programmes.repeated-id'],
    ['has no row', () => [], 422, 'common.bad-input'],
  ])('is not published when it %s', async (_, change, status, code) => {
    const coordinator = await aCoordinator(app());
    const {
      programme: { slug },
    } = await aPublishedProgramme(app());
    const { body } = await coordinator.call(readProgramme, { params: { slug } });
    const before = [body.definition.projectWork].flat()[0]?.rubric ?? [];
    const answer = await coordinator.call(changeRubric, {
      params: { slug },
      body: { brief, version: 1, rubric: change(before) },
    });
    expect([answer.status, (answer.body as { code?: string }).code]).toEqual([status, code]);
    expect((await coordinator.call(readProgramme, { params: { slug } })).body.version).toBe(1);
  });

  it('is that of a brief and a programme that exist', async () => {
    const coordinator = await aCoordinator(app());
    const {
      programme: { slug },
    } = await aPublishedProgramme(app());
    for (const [params, body] of [
      [{ slug }, { brief: 'no-such-brief', version: 1, rubric }],
      [{ slug: 'no-such-programme' }, { brief, version: 1, rubric }],
    ] as const)
      expect((await coordinator.call(changeRubric, { params, body })).status).toBe(404);
  });

  it('is changed, and a file read, by coordinators only', async () => {
    const {
      programme: { slug },
    } = await aPublishedProgramme(app());
    for (const { caller } of [await aPerson(app(), { organisation: 'registrar' }), await aPerson(app())]) {
      const params = { slug };
      expect((await caller.call(changeRubric, { params, body: { brief, version: 1, rubric } })).status).toBe(403);
      expect((await caller.call(readProgrammeFile, { params: { slug } })).status).toBe(403);
    }
  });
});

describeOnEachDatabase('a programme as a file', (app) => {
  it.each(readdirSync(folder).filter((name) => name.endsWith('.yaml')))('says what %s says', async (name) => {
    const coordinator = await aCoordinator(app());
    const text = readFileSync(join(folder, name), 'utf8');
    const own = /^slug: (.*)$/m.exec(text)?.[1] ?? '';
    const slug = `p${newId()}`;
    await coordinator.call(publishProgramme, { body: { text: text.replaceAll(own, slug) } });

    const { status, bytes } = await coordinator.call(readProgrammeFile, { params: { slug } });

    expect(status).toBe(200);
    // A check of it finds no fault, and no difference from the version that it came from.
    expect(await coordinator.call(publishProgramme, { body: { text: String(bytes) } })).toMatchObject({
      body: { code: 'programmes.unchanged', numbers: { number: 1 } },
    });
  });
});
