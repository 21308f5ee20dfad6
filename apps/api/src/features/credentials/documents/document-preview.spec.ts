import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkProgramme,
  previewCertificate,
  publishProgramme,
  readProgramme,
  readProgrammeFile,
  readSampleCertificate,
} from '@libretto/contracts';
import { pictureOfPng } from '@libretto/domain';
import { aCoordinator, aPerson } from '../../../testing/fixtures';
import { textOfPdf } from '../../../testing/pdf-text';
import { describeOnEachDatabase } from '../../../testing/test-app';
import { aTinyPng } from '../../../testing/tiny-png';
import { Award } from '../award/award.entity';

const folder = join(__dirname, '../../../../../../programmes');
const evaluators = readFileSync(join(folder, 'credential-evaluators.yaml'), 'utf8');

describeOnEachDatabase('a sample certificate', (app) => {
  it('shows what a file would award to somebody, in its own languages, and keeps nothing', async () => {
    const coordinator = await aCoordinator(app());
    const { status, bytes } = await coordinator.call(previewCertificate, { body: { text: evaluators } });
    expect(status).toBe(201);
    const text = (await textOfPdf(Buffer.from(bytes))).replace(/\s+/g, ' ');
    for (const words of ['Fac-simile', 'Attestazione di micro-credenziale', 'CIMEA-CE-', 'Università Europea di Roma'])
      expect(text).toContain(words);
    expect(await app().rows(Award)).toEqual([]);
  });

  it('is drawn of a published programme too, with its pictures and in its design', async () => {
    const coordinator = await aCoordinator(app());
    const text = evaluators
      .replace('slug: credential-evaluators', 'slug: with-pictures')
      .replace('website: https://www.cimea.it', 'logo: cimea')
      .replace('  - awardingBodies.website\n', '')
      .replace('design: modern', 'design: landscape\n  seal: seal');
    const nameless = await coordinator.call(checkProgramme, { body: { text } });
    expect(nameless.body).toMatchObject({
      faults: [
        { code: 'programmes.no-such-picture', path: 'awardingBodies.1.logo', numbers: { picture: 'cimea' } },
        { code: 'programmes.no-such-picture', path: 'certificate.seal', numbers: { picture: 'seal' } },
      ],
    });
    const pictures = `\npictures:\n  cimea: ${pictureOfPng(aTinyPng)}\n  seal: ${pictureOfPng(aTinyPng)}\n`;
    const published = await coordinator.call(publishProgramme, { body: { text: text + pictures } });
    expect(published.status).toBe(201);
    const params = { slug: 'with-pictures' };
    // Named by its hash in the version, and in the file again.
    const page = await coordinator.call(readProgramme, { params });
    expect(page.body).toMatchObject({ definition: { pictures: { seal: expect.stringMatching(/^sha256:\w{64}$/) } } });
    const file = await coordinator.call(readProgrammeFile, { params });
    const own = Buffer.from(file.bytes).toString();
    expect(own).toContain(aTinyPng);
    const again = await coordinator.call(publishProgramme, { body: { text: own } });
    expect(again.body).toMatchObject({ code: 'programmes.unchanged' });
    const foreign = own.replaceAll(pictureOfPng(aTinyPng), `sha256:${'0'.repeat(64)}`);
    const refused = await coordinator.call(publishProgramme, { body: { text: foreign } });
    expect(refused.body).toMatchObject({ code: 'programmes.unknown-picture' });

    const { status, bytes } = await coordinator.call(readSampleCertificate, { params });
    expect(status).toBe(200);
    expect((await textOfPdf(Buffer.from(bytes))).replace(/\s+/g, ' ')).toContain('Fac-simile');
    expect(Buffer.from(bytes).includes('/Subtype /Image')).toBe(true);
    const registrar = await aPerson(app(), { organisation: 'registrar' });
    expect((await registrar.caller.call(readSampleCertificate, { params })).status).toBe(403);
  });

  it('is for coordinators, and for files without faults', async () => {
    const text = evaluators.replace('cooperation: 2', 'cooperation: 1');
    const refused = await (await aCoordinator(app())).call(previewCertificate, { body: { text } });
    expect(refused.body).toMatchObject({ code: 'programmes.faulty-file', numbers: { faults: 1 } });
    const registrar = await aPerson(app(), { organisation: 'registrar' });
    expect((await registrar.caller.call(previewCertificate, { body: { text: evaluators } })).status).toBe(403);
  });
});
