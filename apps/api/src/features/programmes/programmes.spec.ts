import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { checkProgramme, publishProgramme, readCatalogue, readProgramme } from '@libretto/contracts';
import { mostBytesOfPicture, mostPictures, pictureOfPng } from '@libretto/domain';
import { newId } from '../../platform/database/new-id';
import { aCoordinator, aPerson } from '../../testing/fixtures';
import { describeOnEachDatabase } from '../../testing/test-app';
import { aDefinition, aProgramme } from './programme.builder';
import { Programme } from './programme.entity';
import { ProgrammeQueries } from './programme-queries';
import { ProgrammeVersion } from './programme-version.entity';
import { PublishProgramme } from './publish-programme';

const demo = readFileSync(join(__dirname, '../../../../../programmes/automatic-recognition.yaml'), 'utf8');

/** The demo's file under a slug of its own. */
const fileOf = (slug: string) => demo.replace('slug: automatic-recognition', `slug: ${slug}`);
const aSlug = () => `p${newId()}`;

describeOnEachDatabase('programmes', (app) => {
  it('are published in versions that never change', async () => {
    const coordinator = await aCoordinator(app());
    const slug = aSlug();

    const first = await coordinator.call(publishProgramme, { body: { text: fileOf(slug) } });
    const second = await coordinator.call(publishProgramme, {
      body: { text: fileOf(slug).replace('months: 1', 'months: 2') },
    });

    expect(first).toMatchObject({ status: 201, body: { slug, version: 1 } });
    expect(second).toMatchObject({ status: 201, body: { id: first.body.id, version: 2 } });
    const versions = await app().rows(ProgrammeVersion, { programmeId: first.body.id });
    expect(versions.map(({ number, definition }) => [number, definition.months]).sort()).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  it('are not published twice as the same', async () => {
    const coordinator = await aCoordinator(app());
    const text = fileOf(aSlug());
    await coordinator.call(publishProgramme, { body: { text } });
    expect(await coordinator.call(publishProgramme, { body: { text } })).toMatchObject({
      status: 409,
      body: { code: 'programmes.unchanged', numbers: { number: 1 } },
    });
  });

  it('are not published with a fault', async () => {
    const coordinator = await aCoordinator(app());
    const slug = aSlug();
    const answer = await coordinator.call(publishProgramme, {
      body: { text: fileOf(slug).replace('hours: 125', 'hours: 12') },
    });
    expect(answer).toMatchObject({ status: 409, body: { code: 'programmes.faulty-file', numbers: { faults: 2 } } });
    expect(await app().rows(Programme, { slug })).toEqual([]);
  });

  it('keep every version when published at the same moment', async () => {
    const publishing = app().get(PublishProgramme);
    const slug = aSlug();
    const texts = [1, 2, 3, 4, 5].map((months) => fileOf(slug).replace('months: 1', `months: ${months}`));
    const published = await Promise.all(texts.map((text) => publishing.run(text)));
    expect(published.map(({ version }) => version).sort()).toEqual([1, 2, 3, 4, 5]);
    expect(await app().rows(Programme, { slug })).toHaveLength(1);
  });

  it('are checked without a change', async () => {
    const coordinator = await aCoordinator(app());
    const slug = aSlug();
    const sound = await coordinator.call(checkProgramme, { body: { text: fileOf(slug) } });
    const faulty = await coordinator.call(checkProgramme, {
      body: { text: fileOf(slug).replace('ects: 5', 'ects: 4.7') },
    });

    expect(sound.body).toMatchObject({ faults: [], programme: { slug, version: 1 } });
    expect(faulty.body.programme).toBeNull();
    expect(faulty.body.faults.map(({ code, path }) => [code, path])).toEqual([
      ['programmes.credits-not-halves', 'workload.ects'],
    ]);
    expect(await app().rows(Programme, { slug })).toEqual([]);
  });

  it('are shown to visitors in their newest version', async () => {
    const { programme, version } = aProgramme(aDefinition({ months: 3 }));
    await app().build(Programme, programme);
    await app().build(ProgrammeVersion, version, {
      ...version,
      id: newId(),
      number: 2,
      definition: { ...version.definition, months: 4 },
    });
    const visitor = app().visitor();

    const catalogue = await visitor.call(readCatalogue);
    expect(catalogue.body.items.filter(({ slug }) => slug === programme.slug)).toMatchObject([
      { months: 4, ects: 1, hours: 25 },
    ]);

    const params = { slug: programme.slug };
    expect((await visitor.call(readProgramme, { params })).body).toMatchObject({
      version: 2,
      definition: { months: 4 },
    });
    expect((await visitor.call(readProgramme, { params, query: { version: 1 } })).body).toMatchObject({
      version: 1,
      definition: { months: 3 },
    });
    expect((await visitor.call(readProgramme, { params: { slug: 'nothing' } })).status).toBe(404);
  });

  it('cost one statement each, however many there are', async () => {
    const visitor = app().visitor();
    const before = await visitor.call(readCatalogue);
    const more = Array.from({ length: 20 }, () => aProgramme());
    await app().build(Programme, ...more.map(({ programme }) => programme));
    await app().build(ProgrammeVersion, ...more.map(({ version }) => version));
    const after = await visitor.call(readCatalogue);
    expect(after.body.items.length).toBe(before.body.items.length + 20);
    expect([before.statements, after.statements]).toEqual([1, 1]);
  });

  it('are published and checked by coordinators only', async () => {
    const { caller: somebody } = await aPerson(app());
    for (const route of [publishProgramme, checkProgramme]) {
      expect(
        (
          await app()
            .visitor()
            .call(route, { body: { text: demo } })
        ).status,
      ).toBe(401);
      expect((await somebody.call(route, { body: { text: demo } })).status).toBe(403);
    }
  });

  it('are kept once read, by their versions', async () => {
    const { programme, version } = aProgramme();
    await app().build(Programme, programme);
    await app().build(ProgrammeVersion, version);
    const programmes = app().get(ProgrammeQueries);
    const kept = await programmes.versionsByIds([version.id, newId()]);
    expect([...kept.values()]).toMatchObject([
      { id: version.id, slug: programme.slug, number: 1, definition: version.definition },
    ]);
  });

  it('take no more text than a version may have', async () => {
    const coordinator = await aCoordinator(app());
    const slug = aSlug();
    // The second looks like a picture, which is not counted where it is one.
    for (const words of ['x'.repeat(1999), pictureOfPng('A'.repeat(1972))]) {
      const long = `furtherInformation:\n  en: ok\n  it: ok\n${'abcdefghijklmn'
        .split('')
        .map((letter) => `  ${letter}z: ${words}\n  ${letter}y: ${words}\n`)
        .join('')}`;
      const answer = await coordinator.call(checkProgramme, { body: { text: `${fileOf(slug)}\n${long}` } });
      expect(answer.body.faults).toMatchObject([{ code: 'programmes.too-large', line: 3, column: 1 }]);
    }
    expect((await coordinator.call(checkProgramme, { body: { text: 'x'.repeat(900_001) } })).status).toBe(422);
  });

  it('have as many pictures as large as they may be, and none that cannot be drawn', async () => {
    const coordinator = await aCoordinator(app());
    const noise = { raw: { width: 139, height: 139, channels: 3 } } as const;
    const png = await sharp(randomBytes(139 * 139 * 3), noise)
      .png({ compressionLevel: 0 })
      .toBuffer();
    expect(mostBytesOfPicture - png.length).toBeLessThan(2000);
    const broken = Buffer.from(png).fill(0, 60);
    const text = `${fileOf(aSlug())}\npictures:\n${Array.from(
      { length: mostPictures },
      (_, at) => `  p${at}: ${pictureOfPng(png.toString('base64'))}\n`,
    ).join('')}`;
    const whole = await coordinator.call(publishProgramme, { body: { text } });
    expect([whole.status, whole.body]).toMatchObject([201, { version: 1 }]);
    const withBroken = text.replace(/(?<=p3: ).*/, pictureOfPng(broken.toString('base64')));
    const checked = await coordinator.call(checkProgramme, { body: { text: withBroken } });
    expect(checked.body.faults).toMatchObject([
      { code: 'programmes.wrong-form', path: 'pictures.p3', numbers: { form: 'picture' } },
    ]);
    const refused = await coordinator.call(publishProgramme, { body: { text: withBroken } });
    expect(refused.body).toMatchObject({ code: 'programmes.faulty-file' });
    expect(await app().rows(ProgrammeVersion, { programmeId: whole.body.id })).toHaveLength(1);
  });
});
