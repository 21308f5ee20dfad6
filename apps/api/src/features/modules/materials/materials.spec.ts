import {
  changeMaterial,
  followMaterial,
  openMaterial,
  orderMaterials,
  readBooklet,
  readMaterial,
  readModule,
  readModuleProgress,
  removeMaterial,
} from '@libretto/contracts';
import { anEditionOf, aParticipant, aPerson, close } from '../../../testing/fixtures';
import { describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { MaterialProgress } from '../progress/material-progress.entity';
import { aMaterial } from '../material/material.builder';
import { Material } from '../material/material.entity';

/** Three links in module 1, in the order of their titles. */
async function aWay(app: TestApp) {
  const { id: editionId } = await anEditionOf(app);
  const tutor = await aPerson(app, { editions: [{ editionId, role: 'tutor' }] });
  const ana = await aParticipant(app, editionId);
  const by = { editionId, addedBy: tutor.account.id };
  const built = ['A', 'B', 'C'].map((title, at) => aMaterial({ ...by, title, position: at + 1 }));
  await app.build(Material, ...built);
  const [a, b, c] = built.map(({ id }) => id) as [string, string, string];
  const params = { editionId, moduleNumber: 1 };
  const at = (materialId: string) => ({ params: { editionId, materialId } });
  const titles = async (caller = ana.caller) =>
    (await caller.call(readModule, { params })).body.materials.map(({ title }) => title['und']);
  return { editionId, tutor, ana, params, at, titles, ids: { a, b, c }, by };
}

describeOnEachDatabase('the materials of a module', (app) => {
  it('are put in order, and one that somebody added or took off meanwhile changes nothing of it', async () => {
    const { tutor, params, titles, ids, at, by } = await aWay(app());
    await app().build(Material, aMaterial({ ...by, title: 'D', position: 2 }));
    expect(await titles()).toEqual(['A', 'B', 'D', 'C']);
    await tutor.caller.call(removeMaterial, at(ids.b));
    const materialIds = [ids.c, ids.b, ids.a];
    expect((await tutor.caller.call(orderMaterials, { params, body: { materialIds } })).status).toBe(204);
    expect(await titles()).toEqual(['C', 'A', 'D']);
  });

  it('keep an order of two people at once, one or the other', async () => {
    const { tutor, params, titles, ids } = await aWay(app());
    const orders = [
      [ids.c, ids.b, ids.a],
      [ids.b, ids.a, ids.c],
    ];
    await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        tutor.caller.call(orderMaterials, { params, body: { materialIds: orders[n % 2]! } }),
      ),
    );
    expect(['C B A', 'B A C']).toContain((await titles()).join(' '));
  });

  it('are not open before their day: announced to participants, open to their authors', async () => {
    const { tutor, ana, at, params, ids } = await aWay(app());
    const body = { minutes: 45, isRequired: true, opensOn: '2026-11-24', opensAfterId: null };
    expect((await tutor.caller.call(changeMaterial, { ...at(ids.b), body })).status).toBe(204);
    const seen = async (caller = ana.caller) => (await caller.call(readModule, { params })).body.materials[1];
    const { opensAfterId: _, ...settings } = body;
    expect(await seen()).toMatchObject({ ...settings, opensAfter: null, isOpen: false, url: null });
    expect((await seen(tutor.caller))?.url).toMatch(/^https/);
    const early = [
      await ana.caller.call(readMaterial, at(ids.b)),
      await ana.caller.call(openMaterial, at(ids.b)),
      await ana.caller.call(followMaterial, { ...at(ids.b), body: { step: 'opened' } }),
    ];
    expect(early.map(({ status, body: { code } }) => [status, code])).toEqual(
      early.map(() => [409, 'modules.material-not-open']),
    );
    expect((await tutor.caller.call(readMaterial, at(ids.b))).status).toBe(200);
    // The neighbours lead past it.
    expect((await ana.caller.call(readMaterial, at(ids.a))).body.after?.id).toBe(ids.c);
    app().clock.set(new Date('2026-11-24T08:00:00Z'));
    expect((await ana.caller.call(readMaterial, at(ids.b))).status).toBe(200);
  });

  it('are changed by tutors of that edition only', async () => {
    const { ana, at, params, ids } = await aWay(app());
    const elsewhere = await aWay(app());
    const body = { minutes: 5, isRequired: false, opensOn: null, opensAfterId: null };
    for (const caller of [ana.caller, elsewhere.tutor.caller]) {
      expect((await caller.call(changeMaterial, { ...at(ids.a), body })).status).toBe(403);
      expect((await caller.call(orderMaterials, { params, body: { materialIds: [] } })).status).toBe(403);
      expect((await caller.call(readModuleProgress, { params })).status).toBe(403);
    }
    expect((await elsewhere.ana.caller.call(readMaterial, at(ids.a))).status).toBe(403);
    const foreign = { params: { editionId: elsewhere.editionId, materialId: ids.a } };
    expect((await elsewhere.tutor.caller.call(changeMaterial, { ...foreign, body })).status).toBe(404);
  });
});

describeOnEachDatabase('a material that opens after another', (app) => {
  const settings = { minutes: 5, isRequired: false, opensOn: null };

  it('is announced with its condition, and nothing of it is sent before: in the module, by its address, as a file', async () => {
    const { editionId, tutor, ana, at, params, ids } = await aWay(app());
    const change = (id: string, opensAfterId: string | null, opensOn: string | null = null) =>
      tutor.caller.call(changeMaterial, { ...at(id), body: { ...settings, opensOn, opensAfterId } });
    expect((await change(ids.b, ids.a)).status).toBe(204);
    const seen = async (caller = ana.caller) => (await caller.call(readModule, { params })).body.materials[1];
    const first = { id: ids.a, title: { und: 'A' }, kind: 'link' };
    expect(await seen()).toMatchObject({ isOpen: false, url: null, opensAfter: { ...first, isFinished: false } });
    expect(await seen(tutor.caller)).toMatchObject({ isOpen: true, url: expect.any(String), opensAfter: first });
    const early = [
      await ana.caller.call(readMaterial, at(ids.b)),
      await ana.caller.call(openMaterial, at(ids.b)),
      await ana.caller.call(followMaterial, { ...at(ids.b), body: { step: 'marked' } }),
    ];
    expect(early.map(({ status, body: { code, numbers } }) => [status, code, numbers])).toEqual(
      early.map(() => [409, 'modules.material-opens-after', { title: 'A' }]),
    );
    expect((await tutor.caller.call(readMaterial, at(ids.b))).status).toBe(200);
    expect((await ana.caller.call(readMaterial, at(ids.a))).body.after?.id).toBe(ids.c);
    const booklet = async () => (await ana.caller.call(readBooklet, { params: { editionId } })).body;
    expect((await booklet()).modules[0]?.materials).toEqual({ finished: 0, of: 2 });
    await ana.caller.call(followMaterial, { ...at(ids.a), body: { step: 'opened' } });
    expect((await ana.caller.call(readMaterial, at(ids.b))).status).toBe(200);
    expect(await seen()).toMatchObject({ isOpen: true, opensAfter: { isFinished: true } });
    expect((await booklet()).modules[0]?.materials).toEqual({ finished: 1, of: 3 });
    // Both count: the day and the condition.
    await change(ids.b, ids.a, '2027-01-01');
    expect((await ana.caller.call(readMaterial, at(ids.b))).body.code).toBe('modules.material-not-open');
    // A material that was taken off keeps nobody waiting.
    const ben = await aParticipant(app(), editionId);
    await change(ids.b, ids.a);
    await tutor.caller.call(removeMaterial, at(ids.a));
    expect((await ben.caller.call(readMaterial, at(ids.b))).status).toBe(200);
  });

  it('never waits for itself, also where authors at once would close a circle, and for nothing elsewhere', async () => {
    const { tutor, at, ids } = await aWay(app());
    const after = (id: string, opensAfterId: string) =>
      tutor.caller.call(changeMaterial, { ...at(id), body: { ...settings, opensAfterId } });
    const elsewhere = await aWay(app());
    expect((await after(ids.a, elsewhere.ids.a)).body.code).toBe('modules.condition-elsewhere');
    expect((await after(ids.a, ids.a)).body.code).toBe('modules.condition-in-circle');
    const answers = await Promise.all([after(ids.a, ids.b), after(ids.b, ids.c), after(ids.c, ids.a)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 204, 409]);
  });
});

describeOnEachDatabase('progress through a module', (app) => {
  it('is one’s own: opened, finished, marked and taken back', async () => {
    const { editionId, ana, at, params, ids } = await aWay(app());
    const ben = await aParticipant(app(), editionId);
    const follow = async (id: string, step: 'opened' | 'marked' | 'unmarked') =>
      (await ana.caller.call(followMaterial, { ...at(id), body: { step } })).body;
    expect(await follow(ids.a, 'opened')).toMatchObject({ finishedBy: 'opened' });
    expect(await follow(ids.b, 'marked')).toMatchObject({ finishedBy: 'marked' });
    expect(await follow(ids.a, 'unmarked')).toMatchObject({ finishedBy: 'opened' });
    const own = async (caller = ana.caller) => (await caller.call(readModule, { params })).body.own?.materials;
    expect(await own()).toEqual({ finished: 2, of: 3 });
    expect(await own(ben.caller)).toEqual({ finished: 0, of: 3 });
    const { body } = await ana.caller.call(readBooklet, { params: { editionId } });
    expect(body.modules.map(({ materials }) => materials)).toEqual([
      { finished: 2, of: 3 },
      { finished: 0, of: 0 },
    ]);
    expect(body.goOn).toEqual({ materialId: ids.c, title: { und: 'C' }, moduleNumber: 1 });
  });

  it('is one row, with the first day, however often it is told at once', async () => {
    const { ana, at, ids } = await aWay(app());
    const told = await Promise.all(
      Array.from({ length: 12 }, () => ana.caller.call(followMaterial, { ...at(ids.a), body: { step: 'opened' } })),
    );
    expect(new Set(told.map(({ status }) => status))).toEqual(new Set([201]));
    expect(await app().rows(MaterialProgress, { materialId: ids.a })).toHaveLength(1);
  });

  it('is nobody’s who does not take part, and is not recorded in a closed edition', async () => {
    const { editionId, tutor, ana, at, ids } = await aWay(app());
    const body = { step: 'opened' as const };
    expect((await tutor.caller.call(followMaterial, { ...at(ids.a), body })).status).toBe(403);
    await close(app(), editionId);
    expect((await ana.caller.call(followMaterial, { ...at(ids.a), body })).body.code).toBe('editions.is-closed');
    expect((await ana.caller.call(readMaterial, at(ids.a))).body.can).toEqual({ change: false, follow: false });
    expect(await app().rows(MaterialProgress, { materialId: ids.a })).toEqual([]);
  });

  it('shows tutors where everybody is, with as many statements for fifty as for two', async () => {
    const { editionId, tutor, ana, at, params, ids } = await aWay(app());
    await aParticipant(app(), editionId);
    await ana.caller.call(followMaterial, { ...at(ids.a), body: { step: 'opened' } });
    const ask = () => tutor.caller.call(readModuleProgress, { params });
    await ask();
    const few = await ask();
    expect(few.body).toMatchObject({
      participants: 2,
      materials: [
        { id: ids.a, opened: 1, finished: 1 },
        { id: ids.b, opened: 0, finished: 0 },
        { id: ids.c, opened: 0, finished: 0 },
      ],
    });
    const own = few.body.people.items.find(({ enrolmentId }) => enrolmentId === ana.enrolment.id);
    expect(own).toMatchObject({ opened: [ids.a], finished: [ids.a], lastAt: expect.any(String) });
    for (let n = 0; n < 50; n += 1) await aParticipant(app(), editionId);
    const many = await ask();
    expect(many.statements).toBe(few.statements);
    expect([many.body.people.items.length, many.body.people.next === null]).toEqual([50, false]);
    expect(many.statements).toBeLessThanOrEqual(8);
  });
});
