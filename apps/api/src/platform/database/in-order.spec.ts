import { In } from 'typeorm';
import { describeOnEachDatabase } from '../../testing/test-app';
import { Refused } from '../refusals/refused';
import { type Order, pageInOrder } from './in-order';
import { newId } from './new-id';
import { OutboxRow } from './outbox-row.entity';
import { Transaction } from './transaction';

const aRun = (number: number): OutboxRow => ({
  id: newId(),
  job: ['a.job', 'another.job'][number % 2] ?? '',
  payload: {},
  about: null,
  state: 'done',
  requestId: null,
  createdAt: new Date(Date.UTC(2026, 10, 20, 9, 0, 0, 7 * (number % 4))),
  dueAt: new Date(),
  claimedUntil: null,
  attemptId: null,
  attempts: number % 3,
  error: null,
});

describeOnEachDatabase('a page of rows', (app) => {
  const someRows = () => app().build(OutboxRow, ...Array.from({ length: 9 }, (_, number) => aRun(number)));
  const page = (rows: OutboxRow[], order: Order<OutboxRow>, after?: string, size = 3) =>
    pageInOrder(
      app()
        .database.read.createQueryBuilder(OutboxRow, 'row')
        .where({ id: In(rows.map(({ id }) => id)) }),
      order,
      { after, size },
    );

  it.each<Order<OutboxRow>>([
    { columns: ['id'] },
    { columns: ['id'], isDown: true },
    { columns: ['attempts', 'id'] },
    { columns: ['attempts', 'id'], isDown: true },
    { columns: ['job', 'createdAt', 'id'] },
    { columns: ['job', 'createdAt', 'id'], isDown: true },
  ])('leaves nothing out, and goes on when the row of its key is gone: %j', async (order) => {
    const all = await someRows();
    const first = await page(all, order);
    const whole = (await page(all, order, undefined, 9)).rows.map(({ id }) => id);
    const second = await page(all, order, first.next ?? '');
    const third = await page(all, order, second.next ?? '');
    expect([first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(whole);
    expect(third.next).toBeNull();
    const id = first.rows.at(-1)?.id ?? '';
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.delete(OutboxRow, { id }));
    expect((await page(all, order, first.next ?? '')).rows.map((row) => row.id)).toEqual(whole.slice(3, 6));
  });

  it('is refused behind a key that is no place of its order', async () => {
    const order: Order<OutboxRow> = { columns: ['createdAt', 'attempts', 'id'] };
    for (const key of [
      'junk',
      '[]',
      '["2026-11-20T09:00:00Z",0]',
      '["no moment",0,"x"]',
      '["2026-11-20T09:00:00Z","0","x"]',
      '["2026-11-20T09:00:00Z",0,null]',
    ])
      await expect(page([], order, key)).rejects.toThrow(Refused);
  });
});
