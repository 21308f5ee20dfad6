import type { AnnotationBody } from '@libretto/contracts';
import { type Actor, refuse } from '@libretto/domain';
import { areasOf, placeOf } from '@libretto/domain/annotations';
import { Injectable } from '@nestjs/common';
import { FileOpener, type PdfNote } from '../../../platform/files/file-opener';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { shownOf } from '../../../platform/files/file-store';
import { StoredFile } from '../../../platform/files/stored-file.entity';
import { orNotFound, Refused } from '../../../platform/refusals/refused';
import { MaskedFile } from '../anonymity/masked-file';
import { type FileAddress, ReadSubmission } from './read-submission';
import { VisibleAnnotations } from './visible-annotations';

/** A submitted PDF with the annotations in it that its reader may see. */
@Injectable()
export class AnnotatedFile {
  constructor(
    private readonly database: Database,
    private readonly opener: FileOpener,
    private readonly submissions: ReadSubmission,
    private readonly visible: VisibleAnnotations,
    private readonly masks: MaskedFile,
  ) {}

  /** Refusal: project-work.cannot-annotate. */
  async of(actor: Actor, at: FileAddress): Promise<{ name: string; bytes: Buffer }> {
    const read = await this.submissions.for(actor, at);
    const submitted = orNotFound(read.files.find(({ id }) => id === at.submittedFileId));
    const [[found], sheets] = await Promise.all([
      this.database.rows(rowsOf(StoredFile, 'WHERE it.id = :id', { id: submitted.fileId })),
      this.visible.of(actor, read, submitted.id),
    ]);
    const file = orNotFound(found);
    const notes = sheets.flatMap(({ by, annotations }) =>
      Object.values(annotations).map((annotation) => noteOf(annotation, by ?? '')),
    );
    const bytes = shownOf(file) === 'application/pdf' ? await this.opener.annotated(file, notes) : null;
    if (!bytes) throw new Refused(refuse('project-work.cannot-annotate'));
    const name = await this.masks.nameFor(
      actor,
      read.work,
      { version: read.submission.version, position: submitted.position },
      file,
    );
    return { name: `${name.replace(/\.\w+$/, '')}-annotated.pdf`, bytes };
  }
}

const looks = { text: 'highlight', area: 'rectangle', drawing: 'drawing' } as const;

function noteOf({ body, target }: AnnotationBody, by: string): PdfNote {
  const place = placeOf(target.selector);
  return {
    page: place.page,
    look: looks[place.kind],
    areas: place.kind === 'drawing' ? [] : areasOf(place),
    strokes: place.kind === 'drawing' ? place.strokes : [],
    words: body.value,
    by,
  };
}
