import { applicationStates, placeObstacles, placeSources, rulingOutcomes, secondRoundBases } from '@libretto/domain';
import * as z from 'zod/mini';
import { route } from '../route';
import { created, id, instant, page, pageQuery, paragraph, refusal, searchText, sortBy } from '../shapes';
import { draftText, editionLine } from './application';
import { applicantLine } from './commission';

const inEdition = z.object({ editionId: id });
const ofApplication = z.object({ editionId: id, applicationId: id });

/** A letter as it is sent: preview and mail have the same words. */
export const letter = z.object({ language: z.string(), subject: z.string(), paragraphs: z.array(z.string()) });

const countPlaces = z.object({ institutions: z.int(), opened: z.int(), institutionsHeld: z.int() });

/** The effect of a ruling on the places: a place, or a position on the waiting list and its reason. */
const placesForeseen = z.object({
  country: z.string(),
  /** The places that it would count against; `null` if there is none. */
  source: z.nullable(z.enum(placeSources)),
  waitsFor: z.nullable(z.enum(placeObstacles)),
  position: z.nullable(z.int()),
  /** The country of that list; `null` if several share one. */
  list: z.nullable(z.string()),
  /** The country’s places; `null` where it has no quota. */
  before: z.nullable(countPlaces),
  after: z.nullable(countPlaces),
  /** How many more people would fit beside the places kept by quotas. */
  restLeft: z.int(),
});
export type PlacesForeseen = z.infer<typeof placesForeseen>;

const rulingLine = z.object({ outcome: z.enum(rulingOutcomes), at: instant, by: z.string() });

const count = z.record(z.string(), z.int());

const rulingsSort = sortBy(['name']);
export type RulingsSort = z.infer<typeof rulingsSort>;

export const readRulings = route({
  summary: 'List applications for decision, for their chair; vote counts show once the chair has voted',
  method: 'GET',
  path: '/editions/:editionId/rulings',
  params: inEdition,
  query: z.extend(pageQuery, { q: searchText, sort: rulingsSort }),
  reply: z.extend(
    page(
      z.object({
        ...applicantLine,
        state: z.enum(applicationStates),
        cast: z.int(),
        /** The votes cast before the dossier came back with an answer. */
        castBeforeAnswer: z.int(),
        quorum: z.int(),
        /** `null` until the chair has voted. */
        votes: z.nullable(count),
        decidedByChair: z.boolean(),
        /** The outcome of a ruling made now. */
        decision: z.nullable(z.enum(rulingOutcomes)),
        whyNot: z.nullable(refusal),
        /** The ruling of the application's current round. */
        ruling: z.nullable(rulingLine),
        /** On appeal: the basis of the second round, the number of members who decide, and the first ruling. */
        secondRound: z.nullable(z.object({ base: z.enum(secondRoundBases), members: z.int(), first: rulingLine })),
        can: z.object({ rule: z.boolean() }),
      }),
    ),
    {
      ...editionLine,
      /** The number of applications that the actor chairs, and the number of matches among them. */
      chaired: z.int(),
      found: z.int(),
    },
  ),
});
export type RulingsView = z.infer<NonNullable<typeof readRulings.reply>>;

/** The reasons for which the actor can't rule now. */
const whyNoRuling = [
  'admissions.not-the-chair',
  'admissions.declare-first',
  'admissions.chair-votes-first',
  'admissions.not-before-commission',
  'admissions.quorum-missing',
  'admissions.tie-needs-chair',
  'admissions.required-criterion-missed',
  'admissions.no-exception',
  'admissions.exception-not-shown',
] as const;

export const previewRuling = route({
  summary: 'Preview a decision and its letter in the applicant’s language; changes nothing',
  method: 'POST',
  evenWhenClosed: true,
  path: '/editions/:editionId/rulings/:applicationId/preview',
  params: ofApplication,
  body: z.object({
    reason: draftText(4000),
    /** The applications ruled on just before, in this order: their places are gone. */
    after: z.optional(z.array(id).check(z.maxLength(100))),
  }),
  reply: z.object({
    outcome: z.enum(rulingOutcomes),
    decidedByChair: z.boolean(),
    /** On appeal: the members who decide. */
    secondRound: z.nullable(z.enum(secondRoundBases)),
    /** On appeal: the majority voted to reject, but the first ruling admitted, and stays. */
    keepsFirst: z.boolean(),
    votes: count,
    letter,
    /** `null` where nobody is admitted. */
    places: z.nullable(placesForeseen),
  }),
  refusals: whyNoRuling,
});
export type RulingPreview = z.infer<NonNullable<typeof previewRuling.reply>>;

export const ruleOnApplication = route({
  summary: 'Record the decision on an application with a reason, if it is still the one that was previewed',
  method: 'POST',
  path: '/editions/:editionId/rulings/:applicationId',
  params: ofApplication,
  body: z.object({ reason: paragraph(4000), outcome: z.enum(rulingOutcomes) }),
  reply: created,
  refusals: [...whyNoRuling, 'admissions.outcome-changed'],
});

export const foreseePlaces = route({
  summary: 'Preview what these decisions would do to the places, in this order; changes nothing',
  method: 'POST',
  evenWhenClosed: true,
  path: '/editions/:editionId/rulings/places',
  params: inEdition,
  body: z.object({ applicationIds: z.array(id).check(z.maxLength(100)) }),
  reply: z.object({
    items: z.array(
      z.object({
        applicationId: id,
        name: z.string(),
        outcome: z.enum(rulingOutcomes),
        places: z.nullable(placesForeseen),
      }),
    ),
  }),
});
export type PlacesOutlook = z.infer<NonNullable<typeof foreseePlaces.reply>>;
