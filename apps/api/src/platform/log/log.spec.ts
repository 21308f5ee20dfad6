import { QueryFailedError } from 'typeorm';
import { addressInLog, errorInLog } from './log';

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

describe('an address in the log', () => {
  it.each([
    ['/api/public/shared/7F3K9QWX2M4TH8ZC7F3K9QWX2M', '/api/public/shared/<secret>'],
    ['/credentials/7F3K9QWX2M4TH8ZC7F3K9QWX2M/status', '/credentials/<secret>/status'],
    ['/api/public/credentials/7F3K9QWX2M4TH8ZC7F3K9QWX2M/badge/svg', '/api/public/credentials/<secret>/badge/svg'],
    ['/api/public/calendar?key=aSecretOfSomebody', '/api/public/calendar'],
    [
      '/api/editions/01a21d80-977b-716f-b474-99a24cebc143/works',
      '/api/editions/01a21d80-977b-716f-b474-99a24cebc143/works',
    ],
  ])('%s is %s', (url, written) => {
    expect(addressInLog(url)).toBe(written);
  });
});
