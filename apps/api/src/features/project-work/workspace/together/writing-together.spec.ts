import { changeGroup, signOut } from '@libretto/contracts';
import * as Y from 'yjs';
import { close } from '../../../../testing/fixtures';
import {
  describeOnEachDatabase,
  describeWhere,
  TestApp,
  testMysqlUrl,
  testRedisUrl,
} from '../../../../testing/test-app';
import { aWorkspace, lettersOf, until, Writer } from '../../../../testing/writes-together';
import { Texts } from '../text/texts';
import { WorkspaceChange } from '../text/workspace-text.entity';

const stored = async (app: TestApp, groupId: string) => lettersOf(await app.get(Texts).current(groupId));
const statusOf = (writer: Writer) =>
  writer.join().then(
    () => 'joined',
    (error: Error) => error.message.replace('Unexpected server response: ', ''),
  );

describeOnEachDatabase('a text that a group writes together', (app) => {
  it('is the same for all, once what they wrote is kept, and for who comes later', async () => {
    const { first, second, tutor, place } = await aWorkspace(app());
    const [anna, bo] = [await new Writer(first, place).join(), await new Writer(second, place).join()];
    anna.write('Theory');
    bo.write('Practice');
    await until(() => anna.allIsKept && bo.allIsKept, 'both are kept');
    await until(() => lettersOf(anna.doc) === lettersOf(bo.doc), 'both are equal');
    expect(await stored(app(), place.groupId)).toBe(lettersOf(anna.doc));
    const reader = await new Writer(tutor.caller, place).join();
    expect(lettersOf(reader.doc)).toBe(lettersOf(anna.doc));
    expect(reader.of('standing')).toEqual([
      { is: 'standing', canWrite: false, whyNot: { code: 'workspace.not-a-member', numbers: {} } },
    ]);
    const changes = await app().rows(WorkspaceChange, { groupId: place.groupId });
    expect(changes.map(({ number }) => number)).toEqual([1, 2]);
    expect(new Set(changes.map(({ accountId }) => accountId)).size).toBe(2);
  });

  it('shows who is there and where, by the names of their accounts', async () => {
    const { first, second, place, members } = await aWorkspace(app());
    const [anna, bo] = [await new Writer(first, place).join(), await new Writer(second, place).join()];
    const at = { anchor: { tname: 'text', assoc: 0 }, head: { tname: 'text', assoc: 0 } };
    bo.say({ is: 'point', at, name: 'Somebody else' });
    const seen = () =>
      anna
        .of('people')
        .at(-1)
        ?.people.find(({ isYou }) => !isYou);
    await until(() => Boolean(seen()?.at), 'Anna sees where Bo is');
    expect(seen()).toMatchObject({
      name: `${members[1]?.account.givenName} ${members[1]?.account.familyName}`,
      at,
    });
    bo.cut();
    await until(() => anna.of('people').at(-1)?.people.length === 1, 'Bo has left');
  });

  it('lets nobody else in, nor a page of another site', async () => {
    const { stranger, first, place } = await aWorkspace(app());
    expect(await statusOf(new Writer(stranger, place))).toBe('404');
    expect(await statusOf(new Writer(app().visitor(), place))).toBe('401');
    expect(await statusOf(new Writer(first, place, 'https://elsewhere.example'))).toBe('403');
  });

  it('keeps nothing that is no change of this text, or that somebody else wrote', async () => {
    const { first, second, place, tutor } = await aWorkspace(app());
    const [anna, bo] = [await new Writer(first, place).join(), await new Writer(second, place).join()];
    anna.write('What counts');
    await until(() => anna.allIsKept && lettersOf(bo.doc) === lettersOf(anna.doc), 'it is written');
    const before = await stored(app(), place.groupId);
    const by = (change: (doc: Y.Doc) => void, client?: number): Uint8Array => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(bo.doc));
      if (client !== undefined) doc.clientID = client;
      const from = Y.encodeStateVector(doc);
      change(doc);
      return Y.encodeStateAsUpdate(doc, from);
    };
    const element = (name: string) => (doc: Y.Doc) => doc.getXmlFragment('text').insert(0, [new Y.XmlElement(name)]);
    const letters = (doc: Y.Doc) => (doc.getXmlFragment('text').get(0) as Y.XmlElement).get(0) as Y.XmlText;
    const gap = () => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(bo.doc));
      element('paragraph')(doc);
      const between = Y.encodeStateVector(doc);
      element('paragraph')(doc);
      return Y.encodeStateAsUpdate(doc, between);
    };
    const hostile: [string, Uint8Array][] = [
      ['no update', Buffer.from('hello')],
      ['nothing', Buffer.alloc(0)],
      ['a script', by(element('script'))],
      ['another text', by((doc) => doc.getMap('other').set('a', 1))],
      ['a document within', by((doc) => letters(doc).insertEmbed(0, { a: 1 }))],
      ['an unknown mark', by((doc) => letters(doc).format(0, 4, { onclick: 'alert()' }))],
      ['a long mark', by((doc) => letters(doc).format(0, 4, { link: { href: 'x'.repeat(5000) } }))],
      ['an element among letters', by((doc) => letters(doc).insertEmbed(0, new Y.XmlElement('paragraph')))],
      ['letters outside of a paragraph', by((doc) => doc.getXmlFragment('text').insert(0, [new Y.XmlText('x')]))],
      [
        'an unknown attribute',
        by((doc) => (doc.getXmlFragment('text').get(0) as Y.XmlElement).setAttribute('onload', 'x')),
      ],
      ['letters of Anna', by((doc) => letters(doc).insert(0, 'I never wrote this'), anna.doc.clientID)],
      ['what follows from something that is not there', gap()],
      ['the deletion of what is not there', Buffer.from([0, 1, 9, 1, 0, 5])],
    ];
    for (const [what, update] of hostile)
      expect([what, await bo.outcome(bo.sendUpdate(update))]).toEqual([what, 'workspace.text-unreadable']);
    const reader = await new Writer(tutor.caller, place).join();
    expect(await reader.outcome(reader.sendUpdate(by((doc) => letters(doc).insert(0, 'Tutor'))))).toBe(
      'workspace.not-a-member',
    );
    expect(await stored(app(), place.groupId)).toBe(before);
    bo.write('And what Bo adds');
    await until(() => bo.allIsKept && lettersOf(anna.doc) === lettersOf(bo.doc), 'all goes on');
  });

  it.each<[string, string | Buffer]>([
    ['is no JSON', 'hello'],
    ['is binary', Buffer.from([1, 2, 3])],
    ['is of no kind', '{"is":"shout"}'],
    ['is too long', `{"is":"write","turn":1,"update":"${'A'.repeat(600_000)}"}`],
  ])('cuts off whoever sends what %s, and goes on for the others', async (_, words) => {
    const { first, second, place } = await aWorkspace(app());
    const [anna, bo] = [await new Writer(first, place).join(), await new Writer(second, place).join()];
    bo.sayRaw(words);
    await until(() => bo.closed !== undefined, 'Bo is cut off');
    anna.write('Still here');
    await until(() => anna.allIsKept, 'Anna goes on');
  });

  it('cuts off whoever says far too much', async () => {
    const { first, place } = await aWorkspace(app());
    const anna = await new Writer(first, place).join();
    for (let at = 0; at < 400; at += 1) anna.say({ is: 'point', at: null });
    await until(() => anna.closed === 4429, 'it is cut off');
  });

  it('takes no change once it is over for the writer, and lets nobody in who left', async () => {
    const { first, second, place, coordinator, members } = await aWorkspace(app(), 3);
    const third = members[2]!.caller;
    const [anna, bo] = [await new Writer(first, place).join(), await new Writer(second, place).join()];
    const body = { name: 'Without Bo', enrolmentIds: [members[0]!, members[2]!].map(({ enrolment }) => enrolment.id) };
    expect((await coordinator.call(changeGroup, { params: place, body })).status).toBe(204);
    bo.write('I was here');
    await until(() => bo.of('refused').length > 0 || bo.closed !== undefined, 'Bo is refused');
    await until(() => bo.closed === 4403, 'Bo is cut off');
    expect(await statusOf(new Writer(second, place))).toBe('404');
    await close(app(), place.editionId);
    anna.write('Too late');
    await until(() => anna.of('refused').length > 0, 'Anna is refused');
    expect(anna.of('refused')[0]?.why.code).toBe('editions.is-closed');
    expect(await stored(app(), place.groupId)).toBe('');
    const cara = await new Writer(third, place).join();
    await third.call(signOut);
    cara.write('Who am I');
    await until(() => cara.closed === 4403, 'who has signed out is gone');
  });
});

describeWhere(testMysqlUrl && testRedisUrl)('a text written at two processes', () => {
  let one: TestApp;
  let other: TestApp;
  beforeAll(async () => {
    const redis = { REDIS_URL: testRedisUrl as string };
    one = await TestApp.on(testMysqlUrl, redis);
    other = await TestApp.on(undefined, { ...redis, DATABASE_URL: one.config.databaseUrl as string });
    await other.nest.listen(0, '127.0.0.1');
  }, 240_000);
  afterAll(async () => {
    await other?.close();
    await one?.close();
  });

  it('ends equal at both, and as it is stored, also for somebody who was cut off for a while', async () => {
    const { first, second, place } = await aWorkspace(one);
    const anna = await new Writer(first, place).join();
    const bo = await new Writer(second.at(other.nest), place).join();
    anna.write('Theory');
    await until(() => lettersOf(bo.doc).includes('Theory'), 'Bo reads it');
    await until(() => anna.of('people').at(-1)?.people.length === 2, 'Anna sees Bo');
    bo.cut();
    await until(() => anna.of('people').at(-1)?.people.length === 1, 'Bo is gone');
    for (let line = 0; line < 5; line += 1) {
      anna.write(`Practice ${line}`);
      bo.write(`Challenge ${line}`, 0);
    }
    bo.doc.getXmlFragment('text').delete(0, 1);
    await until(() => anna.allIsKept, 'Anna is kept');
    expect(bo.allIsKept).toBe(false);
    await bo.join(second);
    await until(() => bo.allIsKept, 'Bo is kept');
    await until(() => lettersOf(anna.doc) === lettersOf(bo.doc), 'both are equal');
    expect(lettersOf(bo.doc)).toContain('Challenge 0');
    expect(lettersOf(bo.doc)).not.toContain('Challenge 4');
    for (const app of [one, other]) expect(await stored(app, place.groupId)).toBe(lettersOf(anna.doc));
  });

  it('takes changes of both at the same moment one after the other', async () => {
    const { first, second, place } = await aWorkspace(one);
    const anna = await new Writer(first, place).join();
    const bo = await new Writer(second.at(other.nest), place).join();
    for (let line = 0; line < 25; line += 1) {
      anna.write(`A${line}`);
      bo.write(`B${line}`);
    }
    await until(() => anna.allIsKept && bo.allIsKept, 'both are kept');
    await until(() => lettersOf(anna.doc) === lettersOf(bo.doc), 'both are equal');
    const changes = await one.rows(WorkspaceChange, { groupId: place.groupId });
    expect(changes.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 50 }, (_, at) => at + 1),
    );
    expect(await stored(other, place.groupId)).toBe(lettersOf(anna.doc));
  });

  it('loses nothing that was acknowledged when a process ends in between', async () => {
    const { first, second, place } = await aWorkspace(one);
    const third = await TestApp.on(undefined, {
      REDIS_URL: testRedisUrl as string,
      DATABASE_URL: one.config.databaseUrl as string,
    });
    await third.nest.listen(0, '127.0.0.1');
    const anna = await new Writer(first.at(third.nest), place).join();
    for (let line = 0; line < 10; line += 1) anna.write(`Line ${line}`);
    await until(() => anna.of('written').length >= 3, 'some of it is acknowledged');
    await third.close();
    const acknowledged = anna.of('written').length;
    expect((await one.rows(WorkspaceChange, { groupId: place.groupId })).length).toBeGreaterThanOrEqual(acknowledged);
    await anna.join(first);
    await until(() => anna.allIsKept, 'the rest is kept');
    const bo = await new Writer(second, place).join();
    expect(lettersOf(bo.doc)).toBe(lettersOf(anna.doc));
    for (let line = 0; line < 10; line += 1) expect(lettersOf(bo.doc).split(`Line ${line}<`)).toHaveLength(2);
  });
});
