import {
  readAward,
  readAwards,
  readCatalogue,
  readDemo,
  readEditions,
  readMarkingList,
  readProjectWork,
  readPublications,
  readPublicPublication,
  readSimilarities,
  readTextVersions,
  readWorkspace,
  signIn,
} from '@libretto/contracts';
import { OutboxRow } from '../platform/database/outbox-row.entity';
import { TestApp } from '../testing/test-app';
import { demoPassword } from './people';
import { tellDemo } from './story/tell';

describe('the demo', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.on(undefined, { CLOCK: '' });
    await tellDemo(app.nest);
  }, 180_000);
  afterAll(() => app?.close());

  it('leaves no work undone behind', async () => {
    const waiting = await app.rows(OutboxRow, { state: 'waiting' });
    expect(waiting.filter(({ attempts, dueAt }) => attempts > 0 || dueAt <= new Date())).toEqual([]);
  });

  it('lets a newcomer be each of its people', async () => {
    const { body } = await app.visitor().call(readDemo);
    for (const { email } of body.people) {
      const browser = app.visitor();
      expect((await browser.call(signIn, { body: { email, password: body.password } })).status).toBe(204);
    }
  });

  const signedInAs = async (email: string) => {
    const browser = app.visitor();
    await browser.call(signIn, { body: { email, password: demoPassword } });
    return browser;
  };

  it('shows every programme of the product, three editions of the first, two with two markers, and one whose survey is open', async () => {
    const browser = await signedInAs('chiara@centre.example');
    expect((await browser.call(readCatalogue)).body.items.map(({ slug }) => slug)).toContain('automatic-recognition');
    expect((await browser.call(readEditions)).body.items).toHaveLength(6);
  });

  it('has a publication, with both works of the edition that is over', async () => {
    const { body } = await app.visitor().call(readPublications);
    expect(body.items).toMatchObject([{ title: 'Automatic recognition in practices', edition: 'Pilot', works: 2 }]);
    const page = await app
      .visitor()
      .call(readPublicPublication, { params: { publicationId: body.items[0]?.id ?? '' } });
    expect(page.body.works.map(({ contributors }) => contributors.length)).toEqual([3, 2]);
  });

  it('has a group that writes together, with tasks and a file', async () => {
    const browser = await signedInAs('pauline@cevennes.example');
    const { items } = (await browser.call(readEditions)).body;
    const params = { editionId: items.find(({ name }) => name === 'Autumn 2026')?.id ?? '' };
    const { group } = (await browser.call(readProjectWork, { params })).body;
    const place = { ...params, groupId: group?.id ?? '' };
    const { body } = await browser.call(readWorkspace, { params: place });
    expect([body.tasks.map(({ isDone }) => isDone), body.files.length]).toEqual([[false, false, true], 1]);
    const versions = await browser.call(readTextVersions, { params: place });
    expect(versions.body.items.map(({ by }) => by)).toContain('Pauline Perrin');
    expect(versions.body.items).toHaveLength(2);
  });

  it('has a work that waits for its second marker, and one on which a third decides', async () => {
    const browser = await signedInAs('teresa@centre.example');
    const { items } = (await browser.call(readEditions)).body;
    const params = { editionId: items.find(({ name }) => name === 'Portraits')?.id ?? '' };
    const { body } = await browser.call(readMarkingList, { params });
    expect(body.items.map(({ group, state, markings }) => [group, state, markings])).toEqual([
      ['Porta Palazzo', 'deciding', 2],
      ['Porto Vecchio', 'handed-in', 1],
    ]);
    // Both say in the same words how they worked.
    for (const { workId } of body.items) {
      const { state, works } = (await browser.call(readSimilarities, { params: { ...params, workId } })).body;
      expect([state, works.map(({ passages }) => passages.length)]).toEqual(['read', [1]]);
    }
  });

  it('has a graded edition that is over: a late work, and a credential corrected after an appeal', async () => {
    const browser = await signedInAs('rocco@centre.example');
    const editions = (await browser.call(readEditions)).body.items;
    const edition = editions.find(({ name }) => name === 'First portraits')?.id ?? '';
    const { items } = (await browser.call(readAwards, { query: { edition, sort: 'name' } })).body;
    const records = [];
    for (const { enrolmentId, learner } of items) {
      const { credentials, record } = (await browser.call(readAward, { params: { enrolmentId } })).body;
      records.push([learner, credentials.map(({ state }) => state), record?.['grades']]);
    }
    const grades = [
      { grade: '30 e lode', people: 3 },
      { grade: '27', people: 4 },
      { grade: '24', people: 3 },
    ];
    expect(records).toMatchObject([
      ['Giulia De Santis', ['valid'], [{ grade: '24', late: { given: '28', taken: 4, days: 2 } }]],
      ['Petra Šimić', ['valid', 'superseded'], [{ grade: '27', distribution: { people: 10, grades } }]],
    ]);
  });

  it('has three issued credentials, and one award that stopped', async () => {
    const browser = app.visitor();
    const { body: demo } = await browser.call(readDemo);
    await browser.call(signIn, { body: { email: 'rocco@centre.example', password: demo.password } });
    expect((await browser.call(readAwards)).body.counts).toEqual({
      unapproved: 0,
      ready: 0,
      queued: 0,
      failed: 0,
      stopped: 1,
      signed: 0,
      suspended: 0,
      issued: 3,
      revoked: 0,
    });
  });
});
