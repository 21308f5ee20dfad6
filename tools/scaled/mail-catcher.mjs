import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** An SMTP server that keeps every mail and sends none. `onMail` gets each as it comes. */
export async function startMailCatcher(port, onMail = () => {}) {
  const mails = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      const parts = [];
      stream.on('data', (part) => parts.push(part));
      stream.on('end', async () => {
        const mail = await PostalMime.parse(Buffer.concat(parts));
        mails.push(mail);
        onMail(mail);
        done();
      });
    },
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { mails, stop: () => new Promise((resolve) => server.close(resolve)) };
}
