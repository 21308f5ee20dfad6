import 'reflect-metadata';
import { chmodSync, existsSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';
import { type Config, ConfigError } from './platform/config/config';
import { configFromEnvironment } from './platform/config/environment';
import { serveHealth } from './platform/http/health';
import { fastifyAdapter, prepareServer } from './platform/http/server';
import { type Log, logTo } from './platform/log/log';
import { nestLog } from './platform/log/nest-log';

/** Builds the http application, ready to listen. */
export async function httpApplication(config: Config, log: Log): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, log), fastifyAdapter(config), {
    logger: nestLog(log),
    abortOnError: false,
    forceCloseConnections: true,
  });
  app.setGlobalPrefix('api');
  await prepareServer(app, config, log);
  serveHealth(app);
  return app;
}

/** Builds the application without http, for workers and command lines. */
export async function quietApplication(config: Config, log: Log) {
  return NestFactory.createApplicationContext(AppModule.with(config, log), {
    logger: nestLog(log),
    abortOnError: false,
  });
}

/** Nobody else on this machine may read the files of this process: mails, files and the database hold personal data. */
const keepToOurselves = () => process.umask(0o077);

/** Reads the configuration, runs `main`, and prints one plain message if the start fails. */
export async function startProcess(main: (config: Config, log: Log) => Promise<void>): Promise<void> {
  try {
    keepToOurselves();
    const config = configFromEnvironment();
    for (const folder of [config.dataFolder, config.filesFolder]) if (existsSync(folder)) chmodSync(folder, 0o700);
    await main(config, logTo(config.logLevel));
  } catch (error) {
    const message = error instanceof ConfigError ? error.message : ((error as Error).stack ?? String(error));
    process.stderr.write(`Libretto did not start.\n${message}\n`);
    process.exit(1);
  }
}
