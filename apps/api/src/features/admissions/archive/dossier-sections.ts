import { answerRows } from './form-in-words';
import type { DossierRecord } from './dossier-record';
import type { Part, Section } from './section';
import type { Wording } from './wording';

/** The applicant, the edition and its programme, and the events with their dates. */
export function courseOfThings(record: DossierRecord, { say, inWords, at }: Wording): Section {
  const { application, edition, person, rulings, returns, versions, place, appeal } = record;
  const events: [Date, string][] = [
    [application.startedAt, say('admissions.bound-dossier.event.started')],
    ...versions.map(({ at: when, number }): [Date, string] => [
      when,
      say('admissions.bound-dossier.event.submitted', { number }),
    ]),
    ...returns.flatMap(({ at: when, number, byId, answeredAt, lapsedAt }): [Date, string][] => [
      [when, say('admissions.bound-dossier.event.returned', { number, name: record.nameOf(byId) })],
      ...(answeredAt
        ? [[answeredAt, say('admissions.bound-dossier.event.answered', { number })] as [Date, string]]
        : []),
      ...(lapsedAt ? [[lapsedAt, say('admissions.bound-dossier.event.lapsed', { number })] as [Date, string]] : []),
    ]),
    ...(appeal ? [[appeal.at, say('admissions.bound-dossier.event.appealed')] as [Date, string]] : []),
    ...rulings.map(({ at: when, number, outcome }): [Date, string] => [
      when,
      say('admissions.bound-dossier.event.ruled', { number, outcome: say(`admissions.outcome.${outcome}`) }),
    ]),
    ...(application.erasedAt
      ? [[application.erasedAt, say('admissions.bound-dossier.event.erased')] as [Date, string]]
      : []),
  ];
  return {
    title: say('admissions.bound-dossier.application'),
    note: '',
    parts: [
      {
        kind: 'rows',
        rows: [
          { label: say('admissions.bound-dossier.applicant'), value: person.name },
          {
            label: say('admissions.bound-dossier.institution'),
            value: [record.institution, inWords.country(application.country)].filter(Boolean).join(', '),
          },
          {
            label: say('admissions.bound-dossier.programme'),
            value: say('admissions.bound-dossier.version-of', {
              programme: inWords.texts(edition.definition.title),
              version: edition.programme.version,
            }),
          },
          { label: say('admissions.bound-dossier.edition'), value: edition.name },
          { label: say('admissions.bound-dossier.state'), value: say(`admissions.state.${application.state}`) },
          ...(place
            ? [{ label: say('admissions.bound-dossier.place'), value: say(`admissions.report.place.${place}`) }]
            : []),
          { label: say('admissions.bound-dossier.id'), value: application.id },
        ],
      },
      {
        kind: 'table',
        title: say('admissions.bound-dossier.events'),
        heads: [say('admissions.bound-dossier.when', { zone: edition.timeZone }), say('admissions.bound-dossier.what')],
        rows: events.sort(([a], [b]) => a.getTime() - b.getTime()).map(([when, what]) => [at(when), what]),
      },
    ],
  };
}

/** The applicant's statement of appeal; its evidence is among the files. */
export function appealInWords({ appeal }: DossierRecord, { say, at }: Wording): Section[] {
  if (!appeal) return [];
  const note = say('admissions.appeal.made', { day: at(appeal.at) });
  return [
    {
      title: say('admissions.appeal.title'),
      note,
      parts: [{ kind: 'text', title: say('admissions.bound-dossier.statement'), text: appeal.statement }],
    },
  ];
}

/** The letters of the rulings as they went out, and whether they were delivered. */
export function lettersInWords({ letters }: DossierRecord, { say, at }: Wording): Section {
  const went = ({ mail }: DossierRecord['letters'][number]) =>
    mail?.accepted
      ? say('admissions.bound-dossier.accepted', { recipient: mail.accepted.recipient, day: at(mail.accepted.at) })
      : say('admissions.bound-dossier.not-accepted');
  return {
    title: say('admissions.bound-dossier.letters'),
    note: letters.length ? '' : say('admissions.bound-dossier.no-letters'),
    parts: letters.flatMap((letter): Part[] => [
      letter.erasedAt
        ? {
            kind: 'text',
            title: say('admissions.bound-dossier.letter'),
            text: say('admissions.bound-dossier.words-erased', { day: at(letter.erasedAt) }),
          }
        : { kind: 'text', title: letter.subject, text: letter.paragraphs.join('\n\n') },
      { kind: 'rows', rows: [{ label: say('admissions.bound-dossier.mail'), value: went(letter) }] },
    ]),
  };
}

/** The questions of each return, and the applicant's answers. */
export function returnsInWords(record: DossierRecord, wording: Wording): Section[] {
  const { say, at } = wording;
  return record.returns.map(({ number, word, at: when, byId, answerUntil, questions }) => ({
    title: say('admissions.bound-dossier.return', { number }),
    note: say('admissions.bound-dossier.returned-by', {
      name: record.nameOf(byId),
      day: at(when),
      until: at(answerUntil),
    }),
    parts: [
      ...(word ? [{ kind: 'text' as const, title: say('admissions.bound-dossier.word'), text: word }] : []),
      {
        kind: 'table' as const,
        title: say('admissions.bound-dossier.questions'),
        heads: [
          say('admissions.bound-dossier.field'),
          say('admissions.bound-dossier.question'),
          say('admissions.bound-dossier.answer'),
        ],
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
    title: say('admissions.bound-dossier.dossier'),
    note: last
      ? say('admissions.bound-dossier.as-submitted', { number: last.number, day: at(last.at) })
      : say('admissions.bound-dossier.never-submitted'),
    parts: last ? answerRows(last.form, wording) : [],
  };
}

/** The files of the last submission. */
export function filesInWords({ evidence }: DossierRecord, { say, inWords, fields }: Wording): Section {
  const current = evidence.filter(({ standing }) => standing !== 'gone');
  const kindOf = ({ kind, fieldId }: (typeof current)[number]) => {
    const own = fields.find(({ id }) => id === fieldId);
    return own ? inWords.texts(own.label) : say(`admissions.evidence.${kind}`);
  };
  const size = (bytes: number) =>
    say('admissions.bound-dossier.kilobytes', { kilobytes: Math.max(1, Math.round(bytes / 1024)) });
  return {
    title: say('admissions.bound-dossier.evidence'),
    note: current.length ? '' : say('admissions.bound-dossier.no-evidence'),
    parts: current.length
      ? [
          {
            kind: 'table',
            title: say('admissions.own-copy.files'),
            heads: [
              say('admissions.bound-dossier.evidence-file'),
              say('admissions.own-copy.kind'),
              say('admissions.bound-dossier.evidence-size'),
            ],
            rows: current.map((one) => [one.file.name, kindOf(one), size(one.file.bytes)]),
          },
        ]
      : [],
  };
}
