import { describeOnEachDatabase } from '../../testing/test-app';
import { onBehalfOf, currentRequest } from '../log/request-context';
import { newId } from './new-id';
import { OutboxRow } from './outbox-row.entity';
import { cellsOf, flagIn, made, readTogether, rowsOf } from './read-together';

const aRun = (values: Partial<OutboxRow> = {}): OutboxRow => ({
  id: newId(),
  job: 'a.job',
  payload: {},
  about: null,
  state: 'done',
  requestId: null,
  createdAt: new Date('2026-11-20T09:00:00.007Z'),
  dueAt: new Date('2026-11-20T10:00:00.120Z'),
  claimedUntil: null,
  attemptId: null,
  attempts: 0,
  error: null,
  ...values,
});

const hostile = [
  `' OR '1'='1`,
  '":x [null] \\ \\n \n \t , ?',
  'Đurđa 🙈 \u202e \u2028',
  `:...ids :id ${'ж'.repeat(700_000)}`,
];

describeOnEachDatabase('rows that are read together', (app) => {
  const read = () => app().database.read;

  it('are what an entity is, whatever words they have, in one statement', async () => {
    const runs = await app().build(
      OutboxRow,
      ...hostile.map((words, attempts) => aRun({ attempts, payload: { words }, error: words })),
      aRun({ attempts: 7, claimedUntil: new Date(0) }),
    );
    const ids = runs.map(({ id }) => id);
    const [found, statements] = await onBehalfOf('a request', async () => [
      await readTogether(read(), {
        all: rowsOf(OutboxRow, 'WHERE it.id IN (:...ids)', { ids }, { by: ['attempts'] }),
        tried: rowsOf(
          OutboxRow,
          'WHERE it.id IN (:...ids) AND it.attempts > :few',
          { ids, few: 2 },
          { columns: ['id'] },
        ),
      }),
      currentRequest()?.statements,
    ]);
    expect(found.all).toEqual(
      await Promise.all(runs.map(async ({ id }) => ({ ...(await app().rows(OutboxRow, { id }))[0] }))),
    );
    expect(found.all).toEqual(runs);
    expect(found.tried.map(({ id }) => id).sort()).toEqual(ids.slice(3));
    expect(statements).toBe(1);
  });

  it('may come from several tables, be a page in an order, counted, or made into something else', async () => {
    const runs = await app().build(OutboxRow, ...[3, 1, 2].map((attempts) => aRun({ attempts, job: 'to.page' })));
    const job = 'to.page';
    const found = await readTogether(read(), {
      page: rowsOf(
        OutboxRow,
        'JOIN outbox other ON other.id = it.id WHERE it.job = :job ORDER BY it.attempts DESC LIMIT 2',
        { job },
        { columns: ['attempts'], beside: { twice: 'it.attempts + other.attempts' } },
      ),
      number: cellsOf({ all: 'COUNT(*)', most: 'MAX(attempts)' }, 'FROM outbox WHERE job = :job', { job }),
      names: made(rowsOf(OutboxRow, 'WHERE it.id = :id', { id: runs[0]?.id }), (run) => run.job),
    });
    expect(found).toEqual({
      page: [
        { attempts: 3, twice: 6 },
        { attempts: 2, twice: 4 },
      ],
      number: [{ all: 3, most: 3 }],
      names: [job],
    });
  });

  it('are none where a list of values is empty, and each kind has its own values', async () => {
    const [one, other] = await app().build(OutboxRow, aRun(), aRun());
    const by = (ids: string[]) => rowsOf(OutboxRow, 'WHERE it.id IN (:...ids)', { ids }, { columns: ['id'] });
    expect(
      await readTogether(read(), { none: by([]), one: by([one?.id ?? '']), other: by([other?.id ?? '']) }),
    ).toEqual({ none: [], one: [{ id: one?.id }], other: [{ id: other?.id }] });
  });

  it('say of a condition on other tables whether it holds, however the database writes it', async () => {
    const job = 'to.repeat';
    const [again, alone] = await app().build(OutboxRow, aRun({ job }), aRun({ job }), aRun({ job: 'other' }));
    await app().build(OutboxRow, aRun({ job: 'repeat', about: again?.id ?? '' }));
    const repeated = 'EXISTS (SELECT 1 FROM outbox other WHERE other.about = it.id)';
    const { runs } = await readTogether(read(), {
      runs: rowsOf(OutboxRow, 'WHERE it.job = :job', { job }, { columns: ['id'], beside: { repeated } }),
    });
    expect(new Map(runs.map((run) => [run.id, flagIn(run.repeated)]))).toEqual(
      new Map([
        [again?.id, true],
        [alone?.id, false],
      ]),
    );
  });
});
