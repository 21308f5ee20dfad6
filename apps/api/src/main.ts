import { join } from 'node:path';
import { tellDemo } from './demo/story/tell';
import { PublicPages } from './features/public-pages/public-pages';
import { serveWebPages } from './platform/http/web-pages';
import { JobEngine } from './platform/jobs/job-engine';
import { httpApplication, startProcess } from './start';

/** The http process. Without Redis it does the jobs too. */
void startProcess(async (config, log) => {
  const app = await httpApplication(config, log);
  await serveWebPages(app, join(import.meta.dirname, '../web'), app.get(PublicPages));
  app.enableShutdownHooks();
  await app.init();
  if (config.demo) await tellDemo(app);
  await app.listen(config.port, config.host);
  const jobs = app.get(JobEngine);
  if (!jobs.hasWorkers) jobs.start();
  log.info({ address: config.publicUrl, demo: config.demo }, 'ready');
});
