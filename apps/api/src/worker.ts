import { JobEngine } from './platform/jobs/job-engine';
import { quietApplication, startProcess } from './start';

/** The queue process: the same modules without http, doing the jobs that the outbox asks for. */
void startProcess(async (config, log) => {
  const app = await quietApplication(config, log);
  app.enableShutdownHooks();
  app.get(JobEngine).start();
  log.info('working');
});
