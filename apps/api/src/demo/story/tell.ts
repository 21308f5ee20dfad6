import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findLanguageFolder } from '@libretto/language/files';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Account } from '../../features/accounts/account/account.entity';
import { PublishProgramme } from '../../features/programmes';
import { Config } from '../../platform/config/config';
import { Database } from '../../platform/database/database';
import { gatherCast } from './cast';
import { tellCurrent } from './current';
import { tellFirstPortraits } from './first-portraits';
import { tellNext } from './next';
import { tellPilot } from './pilot';
import { tellPortraits } from './portraits';
import { Story } from './story';
import { tellShapes } from './surveying';

const shownFirst = 'automatic-recognition';
const surveyed = 'street-photography-shape-and-content';
const twoMarkers = 'street-photography-portrait-project';

/**
 * Fills an empty demo: the programmes that come with the product, three editions of the first, and two whose works have
 * two markers, one of them over, and one whose survey is open. A file marks the work in progress: half a story is no demo, so `npm start` begins again
 * if it finds that file.
 */
export async function tellDemo(app: NestFastifyApplication): Promise<void> {
  const unfinished = join(app.get(Config).dataFolder, 'demo-unfinished');
  if (existsSync(unfinished))
    throw new Error('The demo was stopped before it was complete. Begin again: npm start -- --fresh');
  if (await app.get(Database).read.exists(Account)) return;
  writeFileSync(unfinished, '');
  const story = new Story(app);
  await story.goTo(story.instant(-200));
  const programmes = await publishProgrammes(app);
  const programmeId = programmes.get(shownFirst) ?? '';
  const cast = await gatherCast(app, story);
  await tellPilot(story, cast, programmeId);
  await tellFirstPortraits(story, cast, programmes.get(twoMarkers) ?? '');
  await tellShapes(story, cast, programmes.get(surveyed) ?? '');
  await tellPortraits(story, cast, programmes.get(twoMarkers) ?? '');
  await tellCurrent(story, cast, programmeId);
  await tellNext(story, cast, programmeId);
  await story.end();
  rmSync(unfinished);
}

/** Publishes every file of `programmes/`. Answers their ids. */
async function publishProgrammes(app: NestFastifyApplication): Promise<ReadonlyMap<string, string>> {
  const folder = resolve(findLanguageFolder(import.meta.dirname), '../../programmes');
  const ids = new Map<string, string>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml'))) {
    const { id, slug } = await app.get(PublishProgramme).run(readFileSync(join(folder, file), 'utf8'));
    ids.set(slug, id);
  }
  return ids;
}
