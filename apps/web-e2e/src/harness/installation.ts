import { type ChildProcess, execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { browserWindows } from './windows';

/** The embedded form is one process with SQLite; the scaled one stands on MariaDB and Redis. */
export type Form = 'embedded' | 'scaled';

interface Mail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}
interface Told {
  readonly ready?: { readonly url: string; readonly env: Record<string, string> };
  readonly mail?: Mail;
  readonly filled?: readonly Crowd[];
}

/** An edition that was filled with people, with the cookies of their browsers. */
interface Crowd {
  readonly id: string;
  readonly participants: readonly { readonly cookie: string }[];
}

const root = join(__dirname, '../../../..');

/** One journey in an empty production, which goes by the real time. Call it once at the top of a journey's file. */
export function installation(form: Form) {
  let child: ChildProcess;
  let told: NonNullable<Told['ready']>;
  const mails: Mail[] = [];
  const windows = browserWindows(() => told.url);

  beforeAll(async () => {
    child = fork(join(root, 'tools/scaled/installation.mjs'), [form], { cwd: root });
    told = await new Promise<NonNullable<Told['ready']>>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`The installation ended with ${code}.`)));
      child.on('message', ({ ready, mail }: Told) => {
        if (ready) resolve(ready);
        if (mail) mails.push(mail);
      });
    });
    await windows.open();
  }, 5 * 60_000);
  afterEach(() => windows.closeAll());
  afterAll(async () => {
    await windows.end();
    if (child.exitCode !== null) return;
    child.send({ stop: true });
    await once(child, 'exit');
  }, 60_000);

  return {
    by: windows.by,
    url: () => told.url,
    /** Editions with people, past every rule. */
    fill: (wanted: object) =>
      new Promise<readonly Crowd[]>((resolve) => {
        child.on('message', ({ filled }: Told) => filled && resolve(filled));
        child.send({ fill: [wanted] });
      }),
    /** The output of a command line of the README on this installation. */
    run: (...command: string[]) =>
      new Promise<string>((resolve, reject) => {
        execFile(
          'npm',
          ['run', '--silent', ...command],
          { cwd: root, env: { ...told.env, LANG: 'en', LIBRETTO_BUILT: process.env['LIBRETTO_BUILT'] } },
          (error, said, complained) => (error ? reject(new Error(said + complained, { cause: error })) : resolve(said)),
        );
      }),
    /** The first link of the newest mail of this subject to this address: it may still be on its way. */
    async linkMailedTo(email: string, subject: string): Promise<string> {
      for (let tries = 0; tries < 600; tries++) {
        const mail = mails.findLast((one) => one.subject === subject && one.to.includes(email));
        const link = mail && /https?:\/\/\S+/.exec(mail.text)?.[0];
        if (link) return link;
        await pause(100);
      }
      throw new Error(
        `No mail “${subject}” has arrived for ${email}; there are: ${mails.map(({ to, subject: about }) => `${to.join()} ${about}`).join('; ')}`,
      );
    },
  };
}
