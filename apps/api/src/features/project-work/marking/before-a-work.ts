import type { AgreementView, SecondLookView, WorkToMarkView } from '@libretto/contracts';
import {
  type Actor,
  agree,
  askThird,
  changeIn,
  mayAnswer,
  mayLookAgain,
  mayMark as mayMarkVersion,
  mayPropose,
  scaleOf,
  seesMarkings,
  stepsOf,
} from '@libretto/domain';
import type { PersonCard } from '../../accounts';
import { mayMark, mayRunProjectWork } from '../project-work.policy';
import { latenessOf, latenessView } from '../work/lateness';
import { isAtIt, leaseEnd } from './marked-work';
import { emptySheet, type MarkingDraft } from './marking-draft.entity';
import type { Proposal } from './proposal.entity';
import type { SecondLook } from './second-look.entity';
import type { WorkRead } from './work-at-hand';
import { reasonOf } from '../../../platform/refusals/refused';

type People = ReadonlyMap<string, PersonCard>;
type Part<Name extends keyof WorkToMarkView> = Pick<WorkToMarkView, Name>;

/** How somebody stands before a work. */
export interface Before {
  readonly actor: Actor;
  readonly isMember: boolean;
  readonly hasMarked: boolean;
  /** They mark in the edition at all. */
  readonly marks: boolean;
  /** They may know what markers said. */
  readonly sees: boolean;
  /** Anything may still be changed in the edition. */
  readonly changes: boolean;
  readonly ownDraft: MarkingDraft | undefined;
  /** The others who have begun to write of it a moment ago. */
  readonly others: readonly MarkingDraft[];
}

export function standBefore(actor: Actor, { work, edition, members, markings, drafts }: WorkRead, now: Date): Before {
  const marks = mayMark(actor, work);
  const hasMarked = markings.some(({ markerId }) => markerId === actor.accountId);
  return {
    actor,
    isMember: members.some(({ accountId }) => accountId === actor.accountId),
    hasMarked,
    marks,
    // Markers are blind until they are done; somebody who only coordinates marks nothing.
    sees: !marks || seesMarkings(work.state, { hasMarked }),
    changes: agree(changeIn(edition.state)),
    ownDraft: drafts.find(({ markerId }) => markerId === actor.accountId),
    others: drafts.filter(({ markerId, keptAt }) => markerId !== actor.accountId && isAtIt(keptAt, now)),
  };
}

/** Whoever is named in the answer beside members and markers. */
export const namedBeside = ({ proposal, looks }: WorkRead, { others }: Before): string[] =>
  [...others.map(({ markerId }) => markerId), proposal?.markerId, ...looks.map(({ lookerId }) => lookerId)].filter(
    (id) => typeof id === 'string',
  );

/** What markers have come to so far. */
export function whatWasSaid(
  { work, brief, versions, markings, looks, deadlines, edition }: WorkRead,
  { sees }: Before,
  people: People,
): Part<'markings' | 'outcome' | 'grade' | 'late' | 'secondLooks'> {
  const grade = sees ? work.grade : null;
  const [newest] = versions;
  const late = latenessOf(work, brief, newest && { at: new Date(newest.at) }, { deadlines, edition });
  return {
    markings: sees ? [...markings] : [],
    outcome: sees ? work.outcome : null,
    grade,
    late: latenessView(late, brief, grade),
    secondLooks: sees ? looks.map((look) => lookOf(look, people)) : [],
  };
}

/** The form of the one who marks, and whether it can be sent. */
export function ownMarking(
  { work, brief, professor }: WorkRead,
  { isMember, hasMarked, marks, changes, ownDraft, others }: Before,
): Part<'draft' | 'grades' | 'hasGrades' | 'hasSimilarity' | 'whyNotMark'> & { readonly mayMark: boolean } {
  const scale = scaleOf(brief);
  const at = { needed: brief.markers, others: others.length };
  const answer = mayMarkVersion(work, work.versions, { isMember, hasMarked }, at);
  return {
    draft: { ...emptySheet, ...ownDraft?.sheet },
    grades: professor && scale ? stepsOf(scale) : [],
    hasGrades: scale !== null,
    hasSimilarity: brief.similarity === true && !isMember,
    mayMark: marks && changes && agree(answer),
    whyNotMark: marks ? reasonOf(answer) : null,
  };
}

/** Who else is at it. */
export const whoIsAtIt = ({ others }: Before, people: People): WorkToMarkView['atIt'] =>
  others.map(({ markerId, keptAt }) => ({
    name: people.get(markerId)?.name ?? '',
    until: leaseEnd(keptAt).toISOString(),
  }));

/** What the members say of their contributions. */
export const contributionsTo = ({ members, said }: WorkRead): WorkToMarkView['contributions'] =>
  members.map(({ enrolmentId, name }) => ({
    name,
    words: said.get(enrolmentId)?.words ?? null,
    confirmed: said.get(enrolmentId)?.confirmedBy.length ?? 0,
    others: members.length - 1,
  }));

/** What else somebody can do with the work. */
export const canBeside = ({ work, members, looks }: WorkRead, before: Before): Omit<WorkToMarkView['can'], 'mark'> => {
  const { actor, isMember, marks, sees, changes } = before;
  return {
    lookAgain: marks && changes ? lookWanted(looks, before) : null,
    releaseAlone: changes && work.state === 'marked' && mayRunProjectWork(actor, work),
    setIndividual: changes && sees && work.outcome !== null && members.length > 1 && !isMember,
  };
};

/** What two who differ have come to, for them and for whoever coordinates. */
export function agreementOn(
  { work: { state, editionId }, proposal }: WorkRead,
  { actor, hasMarked, changes }: Before,
  people: People,
): AgreementView | null {
  const isCoordinator = mayRunProjectWork(actor, { editionId });
  if ((state !== 'differing' && state !== 'deciding') || !(hasMarked || isCoordinator)) return null;
  const byMe = proposal?.markerId === actor.accountId;
  const at = { hasMarked, proposal: proposal ? (byMe ? ('own' as const) : ('other' as const)) : null };
  return {
    proposal: proposal ? proposalOf(proposal, byMe, people) : null,
    can: {
      propose: changes && agree(mayPropose(state, at)),
      answer: changes && agree(mayAnswer(state, at)),
      askThird: changes && agree(askThird(state, { hasMarked, isCoordinator })),
    },
  };
}

const proposalOf = ({ outcome, grade, markerId, words, at }: Proposal, byMe: boolean, people: People) => ({
  outcome,
  grade,
  by: people.get(markerId)?.name ?? '',
  byMe,
  words,
  at: at.toISOString(),
});

/** The second look that somebody may take now. */
const lookWanted = (
  looks: readonly SecondLook[],
  { actor: { accountId }, isMember, hasMarked }: Before,
): SecondLook['kind'] | null => {
  const hasJudged = hasMarked || looks.some(({ lookerId }) => lookerId === accountId);
  const wanted = looks.find(({ lookerId }) => lookerId === null);
  return wanted && agree(mayLookAgain(true, { isMember, hasJudged })) ? wanted.kind : null;
};

const lookOf = (look: SecondLook, people: People): SecondLookView => ({
  kind: look.kind,
  asked: look.asked,
  said:
    look.lookerId && look.outcome && look.at
      ? {
          outcome: look.outcome,
          grade: look.grade,
          by: people.get(look.lookerId)?.name ?? null,
          before: { outcome: look.beforeOutcome ?? look.outcome, grade: look.beforeGrade },
          reason: look.reason ?? '',
          at: look.at.toISOString(),
        }
      : null,
});
