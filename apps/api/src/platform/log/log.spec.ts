import { QueryFailedError } from 'typeorm';
import { errorInLog } from './log';

describe('an error in the log', () => {
  it('names the statement and what went wrong, and none of its values', () => {
    const cause = Object.assign(new Error('the table is gone'), {
      code: 'ER_NO_SUCH_TABLE',
      sql: "INSERT INTO account VALUES ('ana@uc.example')",
    });
    const said = errorInLog(new QueryFailedError('INSERT INTO account VALUES (?)', ['ana@uc.example'], cause));
    expect(said).toMatchObject({
      type: 'QueryFailedError',
      query: 'INSERT INTO account VALUES (?)',
      code: 'ER_NO_SUCH_TABLE',
    });
    expect(JSON.stringify(said)).not.toContain('ana@uc.example');
  });
});
