import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findLanguageFolder } from '@libretto/language/files';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Account } from '../../features/accounts/account.entity';
import { PublishProgramme } from '../../features/programmes';
import { Database } from '../../platform/database/database';
import { gatherCast } from './cast';
import { tellCurrent } from './current';
import { tellNext } from './next';
import { tellPilot } from './pilot';
import { Story } from './story';

const shownFirst = 'automatic-recognition';

/** Fills an empty demo: the programmes that come with the product, and three editions of the first. */
export async function tellDemo(app: NestFastifyApplication): Promise<void> {
  if (await app.get(Database).read.exists(Account)) return;
  const story = new Story(app);
  await story.goTo(story.instant(-200));
  const programmeId = await publishProgrammes(app);
  const cast = await gatherCast(app, story);
  await tellPilot(story, cast, programmeId);
  await tellCurrent(story, cast, programmeId);
  await tellNext(story, cast, programmeId);
  await story.end();
}

/** Publishes every file of `programmes/`. Answers the id of the one that is shown first. */
async function publishProgrammes(app: NestFastifyApplication): Promise<string> {
  const folder = resolve(findLanguageFolder(import.meta.dirname), '../../programmes');
  let first = '';
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml'))) {
    const { id, slug } = await app.get(PublishProgramme).run(readFileSync(join(folder, file), 'utf8'));
    if (slug === shownFirst) first = id;
  }
  return first;
}
