import type { ProgrammeDefinition } from '@libretto/contracts';
import { aGroup, aWork } from '../features/project-work/work/project-work.builder';
import { GroupMember, ProjectGroup } from '../features/project-work/work/project-group.entity';
import { Submission, SubmittedFile, Work } from '../features/project-work/work/work.entity';
import { newId } from '../platform/database/new-id';
import { FileStore } from '../platform/files/file-store';
import { Transaction } from '../platform/database/transaction';
import { aCourse } from './course';
import { aPerson } from './fixtures';
import { smallPdf } from './small-files';
import type { TestApp } from './test-app';

/** A file that a group handed in, for two tutors who have not marked it; its bytes are there. */
export async function aSubmittedPdf(
  app: TestApp,
  bytes: Uint8Array = Buffer.from(smallPdf),
  type = 'application/pdf',
  definition: Partial<ProgrammeDefinition> = {},
) {
  const { edition, participants, coordinator } = await aCourse(app, 2, definition);
  const editionId = edition.id;
  const [member, stranger] = participants.map((one) => named(one)) as [Named, Named];
  const { group, members } = aGroup(editionId, [participants[0]?.enrolment.id ?? '']);
  const files = app.get(FileStore);
  const file = await files.write({ id: newId(), name: 'work.pdf', type, purpose: 'project-work' }, bytes);
  const at = new Date('2026-11-20T09:00:00Z');
  const rows = aWork({ group, by: participants[0]?.account.id ?? '', fileId: file.id, at });
  await app.get(Transaction).run((tx) => files.keep(tx, file));
  await app.build(ProjectGroup, group);
  await app.build(GroupMember, ...members);
  await app.build(Work, rows.work);
  await app.build(Submission, rows.submission);
  await app.build(SubmittedFile, rows.file);
  const tutor = async () => named(await aPerson(app, { editions: [{ editionId, role: 'tutor' }] }));
  return {
    params: { editionId, submissionId: rows.submission.id, submittedFileId: rows.file.id },
    workId: rows.work.id,
    fileId: file.id,
    ines: await tutor(),
    jean: await tutor(),
    member,
    stranger,
    coordinator,
  };
}

type Person = Pick<Awaited<ReturnType<typeof aPerson>>, 'account' | 'caller'>;
type Named = Person & { readonly name: string };
const named = ({ account, caller }: Person): Named => ({
  account,
  caller,
  name: `${account.givenName} ${account.familyName}`,
});
