import type { AnnotationBody } from '@libretto/contracts';
import { type Actor, refuse } from '@libretto/domain';
import { areasOf, placeOf } from '@libretto/domain/annotations';
import { Injectable } from '@nestjs/common';
import { FileOpener, type PdfNote } from '../../../platform/files/file-opener';
import { FileStore, shownOf } from '../../../platform/files/file-store';
import { Refused } from '../../../platform/refusals/refused';
import { MaskedFile } from '../anonymity/masked-file';
import { ReadSubmission, type SubmissionAddress } from './read-submission';
import { VisibleAnnotations } from './visible-annotations';

/** A submitted PDF with the annotations in it that its reader may see. */
@Injectable()
export class AnnotatedFile {
  constructor(
    private readonly files: FileStore,
    private readonly opener: FileOpener,
    private readonly submissions: ReadSubmission,
    private readonly visible: VisibleAnnotations,
    private readonly masks: MaskedFile,
  ) {}

  /** Refusal: project-work.cannot-annotate. */
  async of(actor: Actor, at: SubmissionAddress): Promise<{ name: string; bytes: Buffer }> {
    const read = await this.submissions.for(actor, at);
    const [file, sheets] = await Promise.all([this.files.byId(read.submission.fileId), this.visible.of(actor, read)]);
    const notes = sheets.flatMap(({ by, annotations }) =>
      Object.values(annotations).map((annotation) => noteOf(annotation, by ?? '')),
    );
    const bytes = shownOf(file) === 'application/pdf' ? await this.opener.annotated(file, notes) : null;
    if (!bytes) throw new Refused(refuse('project-work.cannot-annotate'));
    const name = await this.masks.nameFor(actor, read.work, read.submission, file);
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
