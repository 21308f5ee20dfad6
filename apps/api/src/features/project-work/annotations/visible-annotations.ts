import type { AnnotationBody } from '@libretto/contracts';
import { type Actor, seesAnnotations } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { PeopleDirectory } from '../../accounts';
import { AnnotationSheet, TextAnnotationSheet } from './annotation-sheet.entity';
import type { SubmissionRead } from './read-submission';

export interface AuthoredAnnotations {
  readonly isOwn: boolean;
  /** Groups read the annotations without the markers' names. */
  readonly by: string | null;
  readonly annotations: Readonly<Record<string, AnnotationBody>>;
}

/** The annotations of a file or a typed text that its reader may see, by their authors. */
@Injectable()
export class VisibleAnnotations {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleDirectory,
  ) {}

  /** Of the typed text where no file is named. */
  async of(
    actor: Actor,
    { submission, work, marked, reader }: SubmissionRead,
    submittedFileId: string | undefined,
  ): Promise<AuthoredAnnotations[]> {
    const sheets = await this.database.rows<Sheet>(
      submittedFileId
        ? rowsOf(AnnotationSheet, 'WHERE it.submittedFileId = :submittedFileId', { submittedFileId }, { by: ['id'] })
        : rowsOf(TextAnnotationSheet, 'WHERE it.submissionId = :id', { id: submission.id }, { by: ['id'] }),
    );
    const seen = sheets.filter(({ markerId }) =>
      seesAnnotations(
        { isAuthor: markerId === actor.accountId, hasMarked: marked.has(markerId) },
        reader,
        work.state === 'released',
      ),
    );
    const people = reader.as === 'member' ? null : await this.people.byIds(seen.map(({ markerId }) => markerId));
    return seen.map(({ markerId, annotations }) => ({
      isOwn: markerId === actor.accountId && reader.as !== 'member',
      by: people?.get(markerId)?.name ?? null,
      annotations,
    }));
  }
}

type Sheet = Pick<AnnotationSheet, 'id' | 'markerId' | 'annotations'>;
