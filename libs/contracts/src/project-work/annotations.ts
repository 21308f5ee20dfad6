import {
  annotationMotivations,
  lettersAround,
  pageFragment,
  pdfFragments,
  plainSvg,
} from '@libretto/domain/annotations';
import * as z from 'zod/mini';
import { route } from '../route';
import { changeOf, id } from '../shapes';
import { ofWork } from './shapes';

export const ofSubmission = z.object({ editionId: id, submissionId: id });
const ofSubmittedFile = z.extend(ofSubmission, { submittedFileId: id });

const position = z.int().check(z.minimum(0), z.maximum(10_000_000));
/** A text as it stands in the file: it is compared, so nothing about it is tidied. */
const quoted = (most: number) => z.string().check(z.maxLength(most));

const textPosition = z.object({ type: z.literal('TextPositionSelector'), start: position, end: position });
const textQuote = z.object({
  type: z.literal('TextQuoteSelector'),
  exact: quoted(4000),
  prefix: quoted(lettersAround),
  suffix: quoted(lettersAround),
});
const svg = z.object({
  type: z.literal('SvgSelector'),
  value: z.string().check(z.maxLength(30_000), z.regex(plainSvg)),
});

/** The W3C's Web Annotation Data Model, as far as a page of a PDF needs it. */
export const annotation = z.object({
  type: z.literal('Annotation'),
  motivation: z.enum(annotationMotivations),
  body: z.object({
    type: z.literal('TextualBody'),
    format: z.literal('text/plain'),
    value: z.string().check(z.trim(), z.maxLength(2000)),
  }),
  target: z.object({
    selector: z.object({
      type: z.literal('FragmentSelector'),
      conformsTo: z.literal(pdfFragments),
      value: z.string().check(z.regex(pageFragment)),
      refinedBy: z.optional(z.union([z.tuple([textPosition, textQuote, svg]), z.tuple([svg])])),
    }),
  }),
});
export type AnnotationBody = z.infer<typeof annotation>;

const annotations = z.record(id, annotation);

/** One marker's annotations of a file, by ids that their browser made. */
export const annotationSheet = z.object({ annotations });
export type AnnotationSheetBody = z.infer<typeof annotationSheet>;

const annotationsView = z.object({
  own: annotationSheet,
  /** The author's name is for markers and coordinators only. */
  others: z.array(z.object({ by: z.nullable(z.string()), annotations })),
  /** What markers have recorded, with its words. */
  recordings: z.array(z.object({ id, words: z.string(), isOwn: z.boolean() })),
  can: z.object({ annotate: z.boolean() }),
});

export const readAnnotations = route({
  summary: 'Read the annotations of one submitted file: one’s own, and those of others once they may be seen',
  method: 'GET',
  path: '/editions/:editionId/project-work/submissions/:submissionId/files/:submittedFileId/annotations',
  params: ofSubmittedFile,
  reply: annotationsView,
});
export type AnnotationsView = z.infer<typeof annotationsView>;

export const readAnnotationsOfWork = route({
  summary:
    'The same of a file of the newest version of a work, of its first one where none is named, asked together with it',
  method: 'GET',
  path: '/editions/:editionId/project-work/marking/:workId/annotations',
  params: ofWork,
  query: z.object({ file: z.optional(id) }),
  reply: annotationsView,
});

export const saveAnnotations = route({
  summary: 'Save what a marker has changed in their annotations of a file of the newest version, before they mark it',
  method: 'PATCH',
  path: '/editions/:editionId/project-work/submissions/:submissionId/files/:submittedFileId/annotations',
  params: ofSubmittedFile,
  body: changeOf(annotationSheet),
  reply: z.object({ stored: annotationSheet }),
  refusals: [
    'project-work.own-work',
    'project-work.already-marked',
    'project-work.marking-over',
    'project-work.newer-version',
    'project-work.too-many-annotations',
    'common.changed-elsewhere',
  ],
});

export const readAnnotatedFile = route({
  summary: 'Download a submitted PDF with the annotations in it that the reader may see',
  method: 'GET',
  path: '/editions/:editionId/project-work/submissions/:submissionId/files/:submittedFileId/annotated',
  params: ofSubmittedFile,
  reply: 'file',
  refusals: ['project-work.cannot-annotate'],
});
