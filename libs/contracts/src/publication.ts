import {
  bookForms,
  consentStates,
  contributorRoles,
  leftOutReasons,
  madeFileStates,
  publicationLicences,
  publicationStates,
} from '@libretto/domain';
import * as z from 'zod/mini';
import { country } from './codes';
import { route } from './route';
import { created, id, instant, line, lineOrNone, paragraphOrNone, refusal } from './shapes';

const inEdition = z.object({ editionId: id });
const ofBook = z.object({ editionId: id, form: z.enum(bookForms) });

const role = z.enum(contributorRoles);

/** How somebody is named in a publication. */
export const contribution = z.object({
  name: line(120),
  institution: z.nullable(line(200)),
  country: z.nullable(country),
  orcid: z.nullable(z.string().check(z.trim(), z.maxLength(60))),
  roles: z.array(role).check(z.maxLength(contributorRoles.length)),
});
export type ContributionBody = z.infer<typeof contribution>;

const about = {
  title: line(160),
  subtitle: lineOrNone(200),
  language: z.enum(['en', 'it']),
  editors: z.array(line(120)).check(z.maxLength(12)),
  /** Markdown. */
  preface: paragraphOrNone(12_000),
  licence: z.enum(publicationLicences),
};

export const readPublication = route({
  summary: 'Read the publication of an edition: its works in their order, the consents to it, and where its books are',
  method: 'GET',
  path: '/editions/:editionId/publication',
  params: inEdition,
  reply: z.object({
    /** `null` until it is begun. */
    id: z.nullable(id),
    state: z.enum(publicationStates),
    ...about,
    works: z.array(
      z.object({
        workId: id,
        group: z.nullable(z.string()),
        files: z.array(z.string()),
        /** Those of them that cannot be set. */
        unset: z.array(z.string()),
        title: z.string(),
        references: z.string(),
        members: z.array(
          z.object({ accountId: id, name: z.string(), consent: z.enum(consentStates), at: z.nullable(instant) }),
        ),
        leftOut: z.nullable(z.enum(leftOutReasons)),
      }),
    ),
    /** Accepted works that are not gathered. */
    others: z.array(
      z.object({ workId: id, group: z.nullable(z.string()), files: z.array(z.string()), title: z.string() }),
    ),
    books: z.array(z.object({ form: z.enum(bookForms), state: z.enum(madeFileStates), done: z.int(), total: z.int() })),
    remindedAt: z.nullable(instant),
    printedAt: z.nullable(instant),
    can: z.object({
      gather: z.boolean(),
      ask: z.boolean(),
      regather: z.boolean(),
      remind: z.boolean(),
      set: z.boolean(),
      print: z.boolean(),
    }),
    whyNotPrint: z.nullable(refusal),
  }),
});
export type PublicationView = NonNullable<z.infer<NonNullable<typeof readPublication.reply>>>;

export const savePublication = route({
  summary: 'Save what is gathered for a publication: its title, editors and preface, and its works in their order',
  method: 'PUT',
  path: '/editions/:editionId/publication',
  params: inEdition,
  body: z.object({
    ...about,
    works: z
      .array(
        z.object({
          workId: id,
          title: line(200),
          /** BibTeX. */
          references: z.string().check(z.trim(), z.maxLength(15_000)),
        }),
      )
      .check(z.maxLength(200)),
  }),
  reply: created,
  refusals: [
    'publication.in-print',
    'publication.not-gathering',
    'publication.not-accepted',
    'publication.references-unreadable',
  ],
  evenWhenClosed: true,
});
export type PublicationBody = z.infer<NonNullable<typeof savePublication.body>>;

const steps = ['publication.in-print', 'publication.no-such-step'] as const;

export const askForConsents = route({
  summary: 'Ask every member of the gathered works for consent to the publication',
  method: 'POST',
  path: '/editions/:editionId/publication/consents',
  params: inEdition,
  refusals: [...steps, 'publication.no-works'],
  evenWhenClosed: true,
});

export const gatherAgain = route({
  summary: 'Return a publication to gathering: its works, their order and titles can be changed again',
  method: 'POST',
  path: '/editions/:editionId/publication/gathering',
  params: inEdition,
  refusals: steps,
  evenWhenClosed: true,
});

export const remindOfConsents = route({
  summary: 'Remind the members who have not answered, at most once a day',
  method: 'POST',
  path: '/editions/:editionId/publication/reminders',
  params: inEdition,
  refusals: ['publication.no-such-step', 'publication.nobody-to-remind', 'publication.reminded-lately'],
  evenWhenClosed: true,
});

export const setPublication = route({
  summary: 'Typeset the books of a publication from the works to which every member consents',
  method: 'POST',
  path: '/editions/:editionId/publication/typesetting',
  params: inEdition,
  refusals: [...steps, 'publication.nothing-to-set'],
  evenWhenClosed: true,
});

export const printPublication = route({
  summary: 'Publish the typeset books for good, with a public page',
  method: 'POST',
  path: '/editions/:editionId/publication/printing',
  params: inEdition,
  refusals: [...steps, 'publication.not-set-yet', 'publication.changed-since'],
  evenWhenClosed: true,
});

export const readBookProof = route({
  summary: 'Download a typeset book before it is published',
  method: 'GET',
  path: '/editions/:editionId/publication/books/:form',
  params: ofBook,
  reply: 'file',
});

export const readOwnConsent = route({
  summary: 'Read what one is asked to consent to, and what one said; empty unless one’s work is gathered',
  method: 'GET',
  path: '/editions/:editionId/publication/consent',
  params: inEdition,
  reply: z.object({
    items: z.array(
      z.object({
        workId: id,
        publication: z.string(),
        title: z.string(),
        licence: z.enum(publicationLicences),
        consent: z.enum(consentStates),
        at: z.nullable(instant),
        /** What one consents to, or a beginning of it. */
        contribution,
        /** The public page, once it is in print. */
        publicationId: z.nullable(id),
        can: z.object({ consent: z.boolean(), decline: z.boolean(), withdraw: z.boolean() }),
      }),
    ),
  }),
});
export type OwnConsent = NonNullable<z.infer<NonNullable<typeof readOwnConsent.reply>>>['items'][number];

const ofOwnWork = z.object({ editionId: id, workId: id });

export const giveConsent = route({
  summary: 'Consent to the publication of one’s group’s work, with one’s own name, institution, ORCID iD and roles',
  method: 'PUT',
  path: '/editions/:editionId/publication/consent/:workId',
  params: ofOwnWork,
  body: contribution,
  refusals: [...steps, 'publication.not-asked-yet', 'publication.not-an-orcid', 'publication.role-missing'],
  evenWhenClosed: true,
});

export const refuseConsent = route({
  summary: 'Decline, or withdraw one’s consent; possible until the book is published',
  method: 'DELETE',
  path: '/editions/:editionId/publication/consent/:workId',
  params: ofOwnWork,
  refusals: [...steps, 'publication.not-asked-yet'],
  evenWhenClosed: true,
});

const contributor = z.extend(z.omit(contribution, { roles: true }), { roles: z.array(role) });

const card = {
  id,
  title: z.string(),
  subtitle: z.string(),
  language: z.string(),
  edition: z.string(),
  programme: z.record(z.string(), z.string()),
  year: z.int(),
  editors: z.array(z.string()),
  works: z.int(),
};

export const readPublications = route({
  summary: 'List the publications of all editions, the newest first',
  method: 'GET',
  path: '/publications',
  reply: z.object({ items: z.array(z.object(card)) }),
  sameForAll: 'checked',
});
export type PublicationCard = NonNullable<z.infer<NonNullable<typeof readPublications.reply>>>['items'][number];

export const readPublicPublication = route({
  summary: 'Read the public page of a publication',
  method: 'GET',
  path: '/publications/:publicationId',
  params: z.object({ publicationId: id }),
  reply: z.object({
    ...card,
    works: z.array(z.object({ title: z.string(), contributors: z.array(contributor) })),
    publisher: z.array(z.string()),
    licence: z.enum(publicationLicences),
    printedAt: instant,
    books: z.array(z.object({ form: z.enum(bookForms), bytes: z.int() })),
  }),
  sameForAll: 'checked',
});
export type PublicPublication = NonNullable<z.infer<NonNullable<typeof readPublicPublication.reply>>>;

export const readPublicBook = route({
  summary: 'Download a publication as PDF or EPUB',
  method: 'GET',
  path: '/publications/:publicationId/books/:form',
  params: z.object({ publicationId: id, form: z.enum(bookForms) }),
  reply: 'file',
});

export const readDataCite = route({
  summary: 'Download the metadata of a publication for a DOI, as DataCite 4 JSON',
  method: 'GET',
  path: '/publications/:publicationId/datacite',
  params: z.object({ publicationId: id }),
  reply: 'file',
});
