import {
  annotationMotivations,
  lettersAround,
  mostOfQuote,
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
  exact: quoted(mostOfQuote),
  prefix: quoted(lettersAround),
  suffix: quoted(lettersAround),
});
const svg = z.object({
  type: z.literal('SvgSelector'),
  value: z.string().check(z.maxLength(30_000), z.regex(plainSvg)),
});

const onPage = z.object({
  type: z.literal('FragmentSelector'),
  conformsTo: z.literal(pdfFragments),
  value: z.string().check(z.regex(pageFragment)),
  refinedBy: z.optional(z.union([z.tuple([textPosition, textQuote, svg]), z.tuple([svg])])),
});
const inText = z.tuple([textPosition, textQuote]);

/** The W3C's Web Annotation Data Model, as far as a page of a PDF and a text without pages need it. */
export const annotation = z.object({
  type: z.literal('Annotation'),
  motivation: z.enum(annotationMotivations),
  body: z.object({
    type: z.literal('TextualBody'),
    format: z.literal('text/plain'),
    value: z.string().check(z.trim(), z.maxLength(2000)),
  }),
  target: z.object({
    selector: z.union([onPage, inText]),
  }),
});
export type AnnotationBody = z.infer<typeof annotation>;

const annotations = z.record(id, annotation);

/** One marker's annotations of a file or of a typed text, by ids that their browser made. */
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

export const readAnnotationsOfText = route({
  summary: 'The same of the typed text of a version',
  method: 'GET',
  path: '/editions/:editionId/project-work/submissions/:submissionId/text/annotations',
  params: ofSubmission,
  reply: annotationsView,
});

/** A file of a version by its id, or its typed text. */
const partOfVersion = z.union([id, z.literal('text')]);

export const readAnnotationsOfWork = route({
  summary:
    'The same of a part of the newest version of a work, of its first file or else its text where none is named, asked together with it',
  method: 'GET',
  path: '/editions/:editionId/project-work/marking/:workId/annotations',
  params: ofWork,
  query: z.object({ file: z.optional(partOfVersion) }),
  reply: annotationsView,
});

const savingRefusals = [
  'project-work.own-work',
  'project-work.already-marked',
  'project-work.marking-over',
  'project-work.newer-version',
  'project-work.too-many-annotations',
  'project-work.place-not-in-file',
  'common.changed-elsewhere',
] as const;

export const saveAnnotations = route({
  summary: 'Save what a marker has changed in their annotations of a file of the newest version, before they mark it',
  method: 'PATCH',
  path: '/editions/:editionId/project-work/submissions/:submissionId/files/:submittedFileId/annotations',
  params: ofSubmittedFile,
  body: changeOf(annotationSheet),
  reply: z.object({ stored: annotationSheet }),
  refusals: savingRefusals,
});

export const saveAnnotationsOfText = route({
  summary: 'The same for the typed text of that version',
  method: 'PATCH',
  path: '/editions/:editionId/project-work/submissions/:submissionId/text/annotations',
  params: ofSubmission,
  body: changeOf(annotationSheet),
  reply: z.object({ stored: annotationSheet }),
  refusals: savingRefusals,
});

export const readWordsOfFile = route({
  summary:
    'Read the words in a submitted document that has no pages, for its annotations; `null` where there is no way to them',
  method: 'GET',
  path: '/editions/:editionId/project-work/submissions/:submissionId/files/:submittedFileId/words',
  params: ofSubmittedFile,
  reply: z.object({ words: z.nullable(z.string()) }),
});

export const readAnnotatedFile = route({
  summary: 'Download a submitted file as a PDF with the annotations that the reader may see',
  method: 'GET',
  path: '/editions/:editionId/project-work/submissions/:submissionId/files/:submittedFileId/annotated',
  params: ofSubmittedFile,
  reply: 'file',
  refusals: ['project-work.cannot-annotate'],
});

export const readAnnotatedText = route({
  summary: 'The same of the typed text of a version',
  method: 'GET',
  path: '/editions/:editionId/project-work/submissions/:submissionId/text/annotated',
  params: ofSubmission,
  reply: 'file',
  refusals: ['project-work.cannot-annotate'],
});
