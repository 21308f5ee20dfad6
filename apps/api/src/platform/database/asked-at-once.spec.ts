import { describeOnEachDatabase } from '../../testing/test-app';
import { currentRequest, onBehalfOf, onBehalfOfQuestion } from '../log/request-context';
import { newId } from './new-id';
import { OutboxRow } from './outbox-row.entity';
import { cellsOf, rowsOf } from './read-together';
import { Transaction } from './transaction';

const aRun = (job: string): OutboxRow => ({
  id: newId(),
  job,
  payload: {},
  about: null,
  state: 'done',
  requestId: null,
  createdAt: new Date(),
  dueAt: new Date(),
  claimedUntil: null,
  attemptId: null,
  attempts: 0,
  error: null,
});

const jobs = (job: string) => rowsOf(OutboxRow, 'WHERE it.job = :job', { job }, { columns: ['id'] });
const counted = (job: string) => cellsOf({ runs: 'COUNT(*)' }, 'FROM outbox WHERE job = :job', { job });

describeOnEachDatabase('rows that are asked for at once', (app) => {
  it('are one statement, whoever asks, and the next question is another', async () => {
    const [one, other] = await app().build(OutboxRow, aRun('one.job'), aRun('other.job'));
    const database = app().database;
    const later = async (job: string) => (await Promise.resolve(), database.rows(jobs(job)));
    await onBehalfOf('a request', async () => {
      expect(
        await Promise.all([later('one.job'), database.rows(counted('one.job')), later('other.job'), later('none')]),
      ).toEqual([[{ id: one?.id }], [{ runs: 1 }], [{ id: other?.id }], []]);
      expect(currentRequest()?.statements).toBe(1);
      await later('one.job');
      expect(currentRequest()?.statements).toBe(2);
    });
  });

  it('are not read again by a question, and by everything else they are', async () => {
    await app().build(OutboxRow, aRun('again.job'));
    const asked = async () => {
      const first = await app().database.rows(jobs('again.job'));
      first.pop();
      const again = await app().database.rows(jobs('again.job'));
      return [again.length, currentRequest()?.statements];
    };
    expect(await onBehalfOfQuestion('a question', asked)).toEqual([1, 1]);
    expect(await onBehalfOf('a change', asked)).toEqual([1, 2]);
  });

  it('are each request’s own', async () => {
    const asked = () =>
      onBehalfOf(newId(), async () => {
        await app().database.rows(jobs('any.job'));
        return currentRequest()?.statements;
      });
    expect(await Promise.all([asked(), asked(), asked()])).toEqual([1, 1, 1]);
  });

  it('are those of the transaction that asks', async () => {
    const { database } = app();
    const run = aRun('written.job');
    const seen = await app()
      .get(Transaction)
      .run(async (tx) => {
        await tx.insert(OutboxRow, run);
        return Promise.all([
          database.rows(jobs('written.job')),
          database.beforehand(() => database.rows(jobs('written.job'))),
        ]);
      });
    expect(seen).toEqual([[{ id: run.id }], []]);
  });

  it('fail for all who asked, and not for those who ask afterwards', async () => {
    const { database } = app();
    const wrong = cellsOf({ one: 'nothing.known' }, 'FROM outbox', {});
    await onBehalfOf('a request', async () => {
      const answers = await Promise.allSettled([database.rows(wrong), database.rows(counted('any.job'))]);
      expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
      expect(await database.rows(counted('never.run'))).toEqual([{ runs: 0 }]);
    });
  });
});
