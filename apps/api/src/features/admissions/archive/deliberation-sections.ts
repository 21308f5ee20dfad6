import { choicesOf, type ConflictGround, findings, type RulingOutcome } from '@libretto/domain';
import { termsOf } from '../dossier/terms';
import type { Ruling } from '../dossier/ruling.entity';
import type { DossierRecord } from './dossier-record';
import type { Part, Section } from './section';
import type { Wording } from './wording';

/** A ruling with its basis: counts, quorum, recusals and their grounds. No name stands beside a vote. */
export function rulingInWords(record: DossierRecord, ruling: Ruling, wording: Wording): Section {
  const { say, at } = wording;
  const { counts, membersWithoutConflict, recused, appeal } = ruling.record;
  const grounds = (all: readonly ConflictGround[]) =>
    all.map((ground) => say(`admissions.ground.${ground}`)).join(', ');
  const found = Object.entries(ruling.record.findings).map(([id, { finding, counts: of }]) => [
    criterionIn(record, id, wording),
    finding ? say(`admissions.finding.${finding}`) : '',
    ...findings.map((one) => String(of[one])),
  ]);
  return {
    title: say('admissions.bound-dossier.ruling', { number: ruling.number }),
    note: '',
    parts: [
      {
        kind: 'rows',
        rows: [
          { label: say('admissions.bound-dossier.outcome'), value: say(`admissions.outcome.${ruling.outcome}`) },
          ...decidedOtherwise(ruling, wording),
          ...(appeal
            ? [
                {
                  label: say('admissions.bound-dossier.second-round'),
                  value: say(`admissions.appeal.second-round.${appeal.base}`),
                },
              ]
            : []),
          ...(appeal?.keepsFirst ? [{ label: '', value: say('admissions.appeal.keeps-first') }] : []),
          {
            label: say('admissions.bound-dossier.ruled'),
            value: say('admissions.bound-dossier.ruled-by', { day: at(ruling.at), name: record.nameOf(ruling.byId) }),
          },
          {
            label: say('admissions.bound-dossier.quorum'),
            value: say('admissions.bound-dossier.quorum-of', {
              quorum: ruling.quorum,
              members: membersWithoutConflict,
              cast: ruling.castVotes,
            }),
          },
          {
            label: say('admissions.bound-dossier.votes'),
            value: choicesOf({
              knowsException: counts['admit-by-exception'] > 0 || termsOf(record.edition).knowsException,
            })
              .map((choice) => `${say(`admissions.choice.${choice}`)}: ${counts[choice]}`)
              .join(' · '),
          },
          ...(ruling.decidedByChair
            ? [{ label: say('admissions.bound-dossier.tie'), value: say('admissions.vote.tie') }]
            : []),
          {
            label: say('admissions.bound-dossier.recused'),
            value:
              recused
                .map(({ accountId, grounds: all }) => `${record.nameOf(accountId)} (${grounds(all)})`)
                .join('; ') || say('admissions.bound-dossier.nobody'),
          },
        ],
      },
      {
        kind: 'text',
        title: say('admissions.bound-dossier.reason'),
        text: ruling.erasedAt
          ? say('admissions.bound-dossier.words-erased', { day: at(ruling.erasedAt) })
          : ruling.reason,
      },
      {
        kind: 'table',
        title: say('admissions.bound-dossier.findings'),
        heads: [
          say('admissions.bound-dossier.criterion'),
          say('admissions.bound-dossier.found'),
          ...findings.map((one) => say(`admissions.finding.${one}`)),
        ],
        rows: found,
      },
    ],
  };
}

/** A waiting list is no decision: the commission admitted, and there was no place. */
const decidedOtherwise = ({ outcome, decision }: Ruling, { say }: Wording) =>
  outcome === (decision as RulingOutcome)
    ? []
    : [{ label: say('admissions.bound-dossier.decision'), value: say(`admissions.outcome.${decision}`) }];

/** The findings and votes of each member, with their reasons. */
export function deliberationInWords(record: DossierRecord, wording: Wording): Section[] {
  const { say, at } = wording;
  if (!record.findings) return [];
  const found = record.findings;
  return [
    {
      title: say('admissions.bound-dossier.annex'),
      note: say('admissions.bound-dossier.annex-for'),
      parts: record.rulings.flatMap(({ number, record: { votes } }): Part[] => [
        {
          kind: 'table',
          title: say('admissions.bound-dossier.votes-of', { number }),
          heads: [
            say('admissions.bound-dossier.member'),
            say('admissions.bound-dossier.vote'),
            say('admissions.bound-dossier.reason'),
            say('admissions.bound-dossier.cast-on'),
          ],
          rows: votes.map(({ accountId, choice, reason, at: when }) => [
            record.nameOf(accountId),
            say(`admissions.choice.${choice}`),
            reason,
            at(new Date(when)),
          ]),
        },
        {
          kind: 'table',
          title: say('admissions.bound-dossier.findings-of', { number }),
          heads: [
            say('admissions.bound-dossier.criterion'),
            say('admissions.bound-dossier.member'),
            say('admissions.bound-dossier.found'),
            say('admissions.bound-dossier.note-of'),
          ],
          rows: found
            .filter(({ round }) => round === number)
            .map(({ criterionId, accountId, finding, note }) => [
              criterionIn(record, criterionId, wording),
              record.nameOf(accountId),
              say(`admissions.finding.${finding}`),
              note,
            ]),
        },
      ]),
    },
  ];
}

function criterionIn({ edition }: DossierRecord, id: string, { say, inWords }: Wording): string {
  const { admission } = edition.definition;
  const criterion = admission.criteria.find((one) => one.id === id);
  if (criterion) return inWords.texts(criterion.statement);
  if (id === 'exception:conditions') return say('admissions.bound-dossier.exception-conditions');
  return id === 'exception:background' ? say('admissions.bound-dossier.exception-background') : id;
}
