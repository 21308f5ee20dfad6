import type { ProgrammeDefinition } from '@libretto/contracts';
import type { AwardRecord } from '@libretto/credentials';
import { type DocumentLanguage, registerNumber, schemeOfYear } from '@libretto/domain';
import type { Say } from '@libretto/language';
import type { PdfRenderer } from '../../../platform/pdf/pdf-renderer';
import type { AwardSnapshot } from '../award/award-snapshot';
import { documentPart, programmePart } from '../award/programme-part';
import { certificateSheet, designOf } from './certificate-sheet';
import { certificateTemplate } from './certificate-template';
import { picturesOfDocument } from './pictures-of-document';

/** What a preview is made with beside the programme. `address` is where its code leads. */
interface Preview {
  readonly renderer: PdfRenderer;
  readonly sayIn: (language: DocumentLanguage) => Say;
  readonly address: string;
  readonly now: Date;
  /** Its pictures as PNG in base64, by their names. */
  readonly pngs: Readonly<Record<string, string>>;
}

/** The certificate and supplements of a programme for a learner who does not exist, marked as a sample, as a PDF. */
export async function previewOfDocuments(
  definition: ProgrammeDefinition,
  { renderer, sayIn, address, now, pngs }: Preview,
): Promise<Buffer> {
  const snapshot = sampleOf(definition, now);
  const sheet = await certificateSheet(
    { snapshot, address, credential: '{}', isCorrection: false, isSample: true },
    sayIn,
  );
  return renderer.printWhateverItSays(certificateTemplate(designOf(snapshot)), sheet, picturesOfDocument(pngs));
}

function sampleOf(definition: ProgrammeDefinition, now: Date): AwardSnapshot {
  const endsOn = Temporal.PlainDate.from(now.toISOString().slice(0, 10));
  const startsOn = endsOn.subtract({ months: definition.months });
  const run = { name: String(endsOn.year), startsOn: startsOn.toString(), endsOn: endsOn.toString(), definition };
  const record: AwardRecord = {
    awardId: '00000000-0000-7000-8000-000000000000',
    learner: { givenName: 'Maria Sofia', familyName: 'Esposito Horvat', dateOfBirth: '1990-05-04' },
    awardedAt: `${now.toISOString().slice(0, 19)}Z`,
    ...programmePart(run),
  };
  const scheme = definition.certificate?.register;
  const total = (kind: 'contact' | 'self-study' | 'project') =>
    definition.modules.reduce((sum, { minutes }) => sum + minutes[kind], 0);
  return {
    record,
    ...documentPart(definition),
    ...(scheme && { registerNumber: registerNumber(schemeOfYear(scheme, endsOn.year), 1) }),
    programme: { slug: definition.slug, version: 1 },
    recordedMinutes: { contact: total('contact'), 'self-study': total('self-study'), project: total('project') },
  };
}
