import { conformanceServer } from './server';
import { issuerId } from './issuer';

const port = Number(process.env['PORT'] ?? 4600);

conformanceServer()
  .once('error', (error) => {
    console.error(`The port ${port} can't be used: ${error.message}. Choose another with PORT.`);
    process.exitCode = 1;
  })
  .listen(port, '127.0.0.1', () => {
    const at = `http://127.0.0.1:${port}`;
    console.log(`Answering conformance suites, as ${issuerId}, with a key that everybody knows:
  issuer, eddsa-rdfc-2022:  POST ${at}/credentials/issue
  verifier:                 POST ${at}/credentials/verify
                            POST ${at}/presentations/verify`);
  });
