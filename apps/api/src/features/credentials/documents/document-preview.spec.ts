import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { previewCertificate } from '@libretto/contracts';
import { aCoordinator, aPerson } from '../../../testing/fixtures';
import { textOfPdf } from '../../../testing/pdf-text';
import { describeOnEachDatabase } from '../../../testing/test-app';
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

  it('is for coordinators, and for files without faults', async () => {
    const text = evaluators.replace('cooperation: 2', 'cooperation: 1');
    const refused = await (await aCoordinator(app())).call(previewCertificate, { body: { text } });
    expect(refused.body).toMatchObject({ code: 'programmes.faulty-file', numbers: { faults: 1 } });
    const registrar = await aPerson(app(), { organisation: 'registrar' });
    expect((await registrar.caller.call(previewCertificate, { body: { text: evaluators } })).status).toBe(403);
  });
});
