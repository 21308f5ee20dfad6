import { isAddress, tidyAddress } from '@libretto/contracts';
import { MakeCoordinator } from './features/accounts';
import { configFromEnvironment } from './platform/config/environment';
import { Languages } from './platform/language/languages';
import { logTo } from './platform/log/log';
import { quietApplication } from './start';

/** `npm run coordinator -- EMAIL`: makes the first coordinator of a fresh installation. */
const languages = Languages.read();
const locale = Intl.DateTimeFormat().resolvedOptions();
const say = languages.accepted(locale.locale);
const language = languages.all().find(({ code }) => locale.locale.startsWith(code))?.code ?? 'en';
const email = tidyAddress(process.argv[2] ?? '');

if (!isAddress(email)) {
  process.stderr.write(`${say('accounts.command-line.usage')}\n`);
  process.exitCode = 2;
} else {
  const app = await quietApplication(configFromEnvironment(), logTo('silent'));
  const outcome = await app.get(MakeCoordinator).run(email, language);
  await app.close();
  process.stdout.write(`${say(`accounts.command-line.${outcome}`, { email })}\n`);
}
