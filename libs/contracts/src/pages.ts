import { isPageContent, type PageNode } from '@libretto/domain';
import * as z from 'zod/mini';
import { fileQuery, uploadRefusals } from './files';
import { route } from './route';
import { changeOf, created, id, inLanguages, instant, lineOrNone } from './shapes';

export const inMaterial = z.object({ editionId: id, materialId: id });
const inText = z.extend(inMaterial, { language: z.string().check(z.regex(/^[a-z]{2,3}$/)) });

/** The blocks of a page: ProseMirror's JSON, of the kinds that `grammar` of the domain names. */
const blocks = z.custom<readonly PageNode[]>(isPageContent, { error: 'not-a-page', params: { reason: 'not-a-page' } });

/** The same as it was stored: a page stays readable when the grammar becomes stricter, and no reader waits for a check. */
const storedBlocks = z.custom<readonly PageNode[]>();

/** A page in one language. */
export const pageText = z.object({ title: z.string(), blocks: storedBlocks });
export type PageText = z.infer<typeof pageText>;

/** The same while it is being written. */
const pageDraft = z.object({ title: lineOrNone(160), blocks });
export type PageDraft = z.infer<typeof pageDraft>;

export const readPage = route({
  summary: 'A page for its authors: its draft in each language of the programme, and what was published',
  method: 'GET',
  path: '/editions/:editionId/materials/:materialId/page',
  params: inMaterial,
  reply: z.object({
    moduleNumber: z.int(),
    title: inLanguages,
    /** The languages of the programme, its own first. */
    languages: z.array(z.string()),
    drafts: z.record(z.string(), pageText),
    /** Whether the drafts say something else than what was published last. */
    isChanged: z.boolean(),
    /** The newest first. */
    versions: z.array(z.object({ number: z.int(), publishedAt: instant, by: z.string() })),
    can: z.object({ change: z.boolean() }),
  }),
});
export type PageForAuthors = z.infer<NonNullable<typeof readPage.reply>>;

export const savePage = route({
  summary: 'Save the draft of a page in one language',
  method: 'PUT',
  path: '/editions/:editionId/materials/:materialId/page/:language',
  params: inText,
  body: changeOf(pageDraft),
  reply: z.object({ stored: pageText }),
  refusals: ['common.changed-elsewhere', 'modules.language-not-of-programme'],
});

export const publishPage = route({
  summary: 'Publish the draft of a page in all its languages, as its next version',
  method: 'POST',
  path: '/editions/:editionId/materials/:materialId/page/publish',
  params: inMaterial,
  reply: z.object({ number: z.int() }),
  refusals: ['modules.page-is-empty', 'modules.page-without-title', 'modules.nothing-to-publish'],
});

export const readPageVersion = route({
  summary: 'A page as it was published once',
  method: 'GET',
  path: '/editions/:editionId/materials/:materialId/page/versions/:number',
  params: z.extend(inMaterial, { number: z.coerce.number() }),
  reply: z.object({ number: z.int(), publishedAt: instant, texts: z.record(z.string(), pageText) }),
});

export const uploadPicture = route({
  summary: 'Add a picture to a page',
  method: 'POST',
  path: '/editions/:editionId/materials/:materialId/pictures',
  params: inMaterial,
  upload: true,
  reply: created,
  refusals: [...uploadRefusals, 'modules.not-a-picture'],
});

export const openPicture = route({
  summary: 'A picture of a page',
  method: 'GET',
  path: '/editions/:editionId/materials/:materialId/pictures/:pictureId',
  params: z.extend(inMaterial, { pictureId: id }),
  query: fileQuery,
  reply: 'file',
  refusals: ['modules.material-not-open', 'modules.material-opens-after'],
});
