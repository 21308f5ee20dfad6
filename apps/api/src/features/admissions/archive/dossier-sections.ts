import { type ConflictGround, findings, type RulingOutcome, voteChoices } from '@libretto/domain';
import type { Ruling } from '../ruling/ruling.entity';
import { answerRows } from './form-in-words';
import type { DossierRecord } from './dossier-record';
import type { Part, Section } from './section';
import type { Wording } from './wording';

/** Who it is, in which edition of what, and what happened when. */
export function courseOfThings(record: DossierRecord, { say, inWords, at }: Wording): Section {
  const { application, edition, person, rulings, returns, versions, place, appeal } = record;
  const events: [Date, string][] = [
    [application.startedAt, say('admissions.bundle.event.started')],
    ...versions.map(({ at: when, number }): [Date, string] => [when, say('admissions.bundle.event.submitted', { number })]),
    ...returns.flatMap(({ at: when, number, byId, answeredAt, lapsedAt }): [Date, string][] => [
      [when, say('admissions.bundle.event.returned', { number, name: record.nameOf(byId) })],
      ...(answeredAt ? [[answeredAt, say('admissions.bundle.event.answered', { number })] as [Date, string]] : []),
      ...(lapsedAt ? [[lapsedAt, say('admissions.bundle.event.lapsed', { number })] as [Date, string]] : []),
    ]),
    ...(appeal ? [[appeal.at, say('admissions.bundle.event.appealed')] as [Date, string]] : []),
    ...rulings.map(({ at: when, number, outcome }): [Date, string] => [when, say('admissions.bundle.event.ruled', { number, outcome: say(`admissions.outcome.${outcome}`) })]),
    ...(application.erasedAt ? [[application.erasedAt, say('admissions.bundle.event.erased')] as [Date, string]] : []),
  ];
  return {
    title: say('admissions.bundle.application'),
    note: '',
    parts: [
      {
        kind: 'rows',
        rows: [
          { label: say('admissions.bundle.applicant'), value: person.name },
          { label: say('admissions.bundle.institution'), value: [record.institution, inWords.country(application.country)].filter(Boolean).join(', ') },
          { label: say('admissions.bundle.programme'), value: say('admissions.bundle.version-of', { programme: inWords.texts(edition.definition.title), version: edition.programme.version }) },
          { label: say('admissions.bundle.edition'), value: edition.name },
          { label: say('admissions.bundle.state'), value: say(`admissions.report.state.${application.state}`) },
          ...(place ? [{ label: say('admissions.bundle.place'), value: say(`admissions.report.place.${place}`) }] : []),
          { label: say('admissions.bundle.id'), value: application.id },
        ],
      },
      {
        kind: 'table',
        title: say('admissions.bundle.events'),
        heads: [say('admissions.bundle.when', { zone: edition.timeZone }), say('admissions.bundle.what')],
        rows: events.sort(([a], [b]) => a.getTime() - b.getTime()).map(([when, what]) => [at(when), what]),
      },
    ],
  };
}

/** A ruling with what it rests on: counts, quorum, who stood aside and why. No name beside a vote. */
export function rulingInWords(record: DossierRecord, ruling: Ruling, wording: Wording): Section {
  const { say, at } = wording;
  const { counts, membersWithoutConflict, recused, appeal } = ruling.record;
  const grounds = (all: readonly ConflictGround[]) => all.map((ground) => say(`admissions.bundle.ground.${ground}`)).join(', ');
  const found = Object.entries(ruling.record.findings).map(([id, { finding, counts: of }]) => [
    criterionIn(record, id, wording),
    finding ? say(`admissions.finding.${finding}`) : '',
    ...findings.map((one) => String(of[one])),
  ]);
  return {
    title: say('admissions.bundle.ruling', { number: ruling.number }),
    note: '',
    parts: [
      {
        kind: 'rows',
        rows: [
          { label: say('admissions.bundle.outcome'), value: say(`admissions.outcome.${ruling.outcome}`) },
          ...decidedOtherwise(ruling, wording),
          ...(appeal ? [{ label: say('admissions.bundle.second-round'), value: say(`admissions.appeal.second-round.${appeal.base}`) }] : []),
          ...(appeal?.keepsFirst ? [{ label: '', value: say('admissions.appeal.keeps-first') }] : []),
          { label: say('admissions.bundle.ruled'), value: say('admissions.bundle.ruled-by', { day: at(ruling.at), name: record.nameOf(ruling.byId) }) },
          { label: say('admissions.bundle.quorum'), value: say('admissions.bundle.quorum-of', { quorum: ruling.quorum, members: membersWithoutConflict, cast: ruling.castVotes }) },
          { label: say('admissions.bundle.votes'), value: voteChoices.map((choice) => `${say(`admissions.choice.${choice}`)}: ${counts[choice]}`).join(' · ') },
          ...(ruling.decidedByChair ? [{ label: say('admissions.bundle.tie'), value: say('admissions.bundle.tie-by-chair') }] : []),
          {
            label: say('admissions.bundle.recused'),
            value: recused.map(({ accountId, grounds: all }) => `${record.nameOf(accountId)} (${grounds(all)})`).join('; ') || say('admissions.bundle.nobody'),
          },
        ],
      },
      {
        kind: 'text',
        title: say('admissions.bundle.reason'),
        text: ruling.erasedAt ? say('admissions.bundle.words-erased', { day: at(ruling.erasedAt) }) : ruling.reason,
      },
      {
        kind: 'table',
        title: say('admissions.bundle.findings'),
        heads: [say('admissions.bundle.criterion'), say('admissions.bundle.found'), ...findings.map((one) => say(`admissions.finding.${one}`))],
        rows: found,
      },
    ],
  };
}

/** A waiting list is no decision: the commission admitted, and there was no place. */
const decidedOtherwise = ({ outcome, decision }: Ruling, { say }: Wording) =>
  outcome === (decision as RulingOutcome) ? [] : [{ label: say('admissions.bundle.decision'), value: say(`admissions.outcome.${decision}`) }];

/** What the applicant said against the first ruling; the evidence that came with it is among the files. */
export function appealInWords({ appeal }: DossierRecord, { say, at }: Wording): Section[] {
  if (!appeal) return [];
  const note = say('admissions.appeal.made', { day: at(appeal.at) });
  return [{ title: say('admissions.appeal.title'), note, parts: [{ kind: 'text', title: say('admissions.bundle.statement'), text: appeal.statement }] }];
}

/** The letters of the rulings, in the words in which they went out, and whether they did. */
export function lettersInWords({ letters }: DossierRecord, { say, at }: Wording): Section {
  const went = ({ mail }: DossierRecord['letters'][number]) =>
    mail?.accepted
      ? say('admissions.bundle.accepted', { recipient: mail.accepted.recipient, day: at(mail.accepted.at) })
      : say('admissions.bundle.not-accepted');
  return {
    title: say('admissions.bundle.letters'),
    note: letters.length ? '' : say('admissions.bundle.no-letters'),
    parts: letters.flatMap((letter): Part[] => [
      letter.erasedAt
        ? { kind: 'text', title: say('admissions.bundle.letter'), text: say('admissions.bundle.words-erased', { day: at(letter.erasedAt) }) }
        : { kind: 'text', title: letter.subject, text: letter.paragraphs.join('\n\n') },
      { kind: 'rows', rows: [{ label: say('admissions.bundle.mail'), value: went(letter) }] },
    ]),
  };
}

/** What the commission asked when it returned the dossier, and what came back. */
export function returnsInWords(record: DossierRecord, wording: Wording): Section[] {
  const { say, at } = wording;
  return record.returns.map(({ number, word, at: when, byId, answerUntil, questions }) => ({
    title: say('admissions.bundle.return', { number }),
    note: say('admissions.bundle.returned-by', { name: record.nameOf(byId), day: at(when), until: at(answerUntil) }),
    parts: [
      ...(word ? [{ kind: 'text' as const, title: say('admissions.bundle.word'), text: word }] : []),
      {
        kind: 'table' as const,
        title: say('admissions.bundle.questions'),
        heads: [say('admissions.bundle.field'), say('admissions.bundle.question'), say('admissions.bundle.answer')],
        rows: questions.map(({ field, text, answer }) => [wording.field(field), text, answer]),
      },
    ],
  }));
}

/** The form as it was submitted last. */
export function dossierInWords(record: DossierRecord, wording: Wording): Section {
  const { say, at } = wording;
  const last = record.versions.at(-1);
  return {
    title: say('admissions.bundle.dossier'),
    note: last ? say('admissions.bundle.as-submitted', { number: last.number, day: at(last.at) }) : say('admissions.bundle.never-submitted'),
    parts: last ? answerRows(last.form, wording) : [],
  };
}

/** What each member found and how each voted, with their reasons. */
export function deliberationInWords(record: DossierRecord, wording: Wording): Section[] {
  const { say, at } = wording;
  if (!record.findings) return [];
  const found = record.findings;
  return [
    {
      title: say('admissions.bundle.annex'),
      note: say('admissions.bundle.annex-for'),
      parts: record.rulings.flatMap(({ number, record: { votes } }): Part[] => [
        {
          kind: 'table',
          title: say('admissions.bundle.votes-of', { number }),
          heads: [say('admissions.bundle.member'), say('admissions.bundle.vote'), say('admissions.bundle.reason'), say('admissions.bundle.cast-on')],
          rows: votes.map(({ accountId, choice, reason, at: when }) => [record.nameOf(accountId), say(`admissions.choice.${choice}`), reason, at(new Date(when))]),
        },
        {
          kind: 'table',
          title: say('admissions.bundle.findings-of', { number }),
          heads: [say('admissions.bundle.criterion'), say('admissions.bundle.member'), say('admissions.bundle.found'), say('admissions.bundle.note-of')],
          rows: found
            .filter(({ round }) => round === number)
            .map(({ criterionId, accountId, finding, note }) => [criterionIn(record, criterionId, wording), record.nameOf(accountId), say(`admissions.finding.${finding}`), note]),
        },
      ]),
    },
  ];
}

function criterionIn({ edition }: DossierRecord, id: string, { say, inWords }: Wording): string {
  const { admission } = edition.definition;
  const criterion = admission.criteria.find((one) => one.id === id);
  if (criterion) return inWords.texts(criterion.statement);
  return id.startsWith('exception:') ? say(`admissions.bundle.${id.replace(':', '-')}`) : id;
}
