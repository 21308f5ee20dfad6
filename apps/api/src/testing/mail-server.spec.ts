import { createServer } from 'node:net';
import { register } from '@libretto/contracts';
import { SMTPServer } from 'smtp-server';
import { OutboxRow } from '../platform/database/outbox-row.entity';
import { SentMail } from '../platform/mail/sent-mail.entity';
import { TestApp } from './test-app';

const person = {
  email: 'ana@patient.example',
  givenName: 'Ana',
  familyName: 'Kovač',
  language: 'en',
  timeZone: 'Europe/Rome',
};

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

/** A mail server that keeps its mails. */
function mailServer(port: number, received: string[]): Promise<SMTPServer> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      let mail = '';
      stream.on('data', (chunk: Buffer) => (mail += chunk.toString()));
      stream.on('end', () => {
        received.push(mail);
        done();
      });
    },
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

describe('a mail server that is down', () => {
  it('holds nothing up, and gets every mail once when it is back', async () => {
    const port = await freePort();
    const app = await TestApp.on(undefined, { SMTP_URL: `smtp://127.0.0.1:${port}` });
    expect((await app.visitor().call(register, { body: person })).status).toBe(204);
    expect(await app.runJobs()).toEqual([expect.stringContaining('ECONNREFUSED')]);
    expect(await app.rows(SentMail)).toEqual([]);

    const received: string[] = [];
    const server = await mailServer(port, received);
    app.clock.set(new Date(app.clock.now().getTime() + 60_000));
    expect(await app.runJobs()).toEqual([]);
    expect(await app.runJobs()).toEqual([]);
    expect(received).toEqual([expect.stringContaining('To: ana@patient.example')]);
    expect((await app.rows(OutboxRow)).map(({ state }) => state)).toEqual(['done']);
    await new Promise((resolve) => server.close(() => resolve(undefined)));
    await app.close();
  });
});
