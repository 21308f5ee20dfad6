import type { AnnotationBody } from '@libretto/contracts';
import { type Actor, refuse } from '@libretto/domain';
import {
  areasOf,
  inReadingOrder,
  layoutOf,
  paragraphsOf,
  passageIn,
  type Place,
  placeOf,
} from '@libretto/domain/annotations';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { FileOpener, type PdfNote } from '../../../platform/files/file-opener';
import { StoredFile } from '../../../platform/files/stored-file.entity';
import { PdfRenderer } from '../../../platform/pdf/pdf-renderer';
import { notFound, orNotFound, Refused } from '../../../platform/refusals/refused';
import { MaskedFile } from '../anonymity/masked-file';
import { maskedFileName } from '../anonymity/masks';
import { briefOf } from '../work/briefs';
import { Participation } from '../work/participation';
import annotatedWords from './annotated-words.typ';
import { type PartAddress, ReadSubmission, type SubmissionRead } from './read-submission';
import { type AuthoredAnnotations, VisibleAnnotations } from './visible-annotations';
import { WordsOfFile } from './words-of-file';

/**
 * A part of a version as a PDF with the annotations that its reader may see: notes on the pages of a PDF, and of words
 * without pages a new PDF, whose notes stand at its end.
 */
@Injectable()
export class AnnotatedPart {
  constructor(
    private readonly database: Database,
    private readonly opener: FileOpener,
    private readonly renderer: PdfRenderer,
    private readonly participation: Participation,
    private readonly submissions: ReadSubmission,
    private readonly visible: VisibleAnnotations,
    private readonly words: WordsOfFile,
    private readonly masks: MaskedFile,
  ) {}

  /** Refusal: project-work.cannot-annotate. */
  async of(actor: Actor, at: PartAddress): Promise<{ name: string; bytes: Buffer }> {
    const read = await this.submissions.for(actor, at);
    const submitted = read.files.find(({ id }) => id === at.submittedFileId);
    if (at.submittedFileId && !submitted) throw notFound();
    const [[stored], sheets] = await Promise.all([
      submitted ? this.database.rows(rowsOf(StoredFile, 'WHERE it.id = :id', { id: submitted.fileId })) : [],
      this.visible.of(actor, read, submitted?.id),
    ]);
    const file = submitted && orNotFound(stored);
    const bytes = await this.annotated(read, file, notesOf(sheets));
    if (!bytes) throw new Refused(refuse('project-work.cannot-annotate'));
    const place = { version: read.submission.version, position: submitted?.position ?? 0 };
    const name = file
      ? await this.masks.nameFor(actor, read.work, place, file)
      : maskedFileName('', read.work.id, place);
    return { name: `${name.replace(/\.\w+$/, '')}-annotated.pdf`, bytes };
  }

  private async annotated(
    read: SubmissionRead,
    file: StoredFile | undefined,
    notes: readonly Note[],
  ): Promise<Buffer | null> {
    if (file && layoutOf(file.view ?? file.type) === 'pages') return this.opener.annotated(file, notes.flatMap(onPage));
    const words = file ? await this.words.of(file) : read.submission.text;
    return words ? this.print(read, words, notes) : null;
  }

  private async print({ work, submission }: SubmissionRead, words: string, notes: readonly Note[]): Promise<Buffer> {
    const edition = await this.participation.edition(work.editionId);
    const { title } = briefOf(edition, work);
    const language = edition.definition.languages[0] ?? 'en';
    const [year, month, day] = submission.at.toISOString().slice(0, 10).split('-').map(Number);
    const passages = notes.flatMap(({ place, number }) => {
      const span = place.kind === 'passage' ? passageIn(words, place) : undefined;
      return span ? [{ ...span, of: number }] : [];
    });
    return this.renderer.printWhateverItSays(annotatedWords, {
      title: title[language] ?? title['en'] ?? '',
      language,
      date: { year, month, day },
      paragraphs: paragraphsOf(words, passages),
      notes: notes.map(({ number, words: said, by, place }) => ({
        number,
        words: said,
        by,
        quote: place.kind === 'passage' ? place.exact : '',
      })),
    });
  }
}

/** An annotation with its number, which is the same that stands on the screen. */
interface Note {
  readonly number: number;
  readonly place: Place;
  readonly words: string;
  readonly by: string;
}

const notesOf = (sheets: readonly AuthoredAnnotations[]): Note[] =>
  sheets
    .flatMap(({ by, annotations }) =>
      Object.values(annotations).map(({ body, target }: AnnotationBody) => ({
        place: placeOf(target.selector),
        words: body.value,
        by: by ?? '',
      })),
    )
    .sort((one, other) => inReadingOrder(one.place, other.place))
    .map((note, at) => ({ ...note, number: at + 1 }));

const looks = { text: 'highlight', area: 'rectangle', drawing: 'drawing' } as const;

function onPage({ place, words, by }: Note): PdfNote[] {
  if (place.kind === 'passage') return [];
  const strokes = place.kind === 'drawing' ? place.strokes : [];
  const areas = place.kind === 'drawing' ? [] : areasOf(place);
  return [{ page: place.page, look: looks[place.kind], areas, strokes, words, by }];
}
