/** A small programme of one day in a classroom, as somebody writes it from `programmes/README.md`. */
export const programmeFile = `slug: reading-diplomas
title: { en: Reading diplomas, it: Leggere i diplomi }
aim: { en: To read a foreign diploma and to say what it is worth., it: Leggere un diploma estero e dire quanto vale. }
audience: { en: Anybody in an admissions office., it: Chi lavora in un ufficio ammissioni. }
languages: [en]
months: 1
participation: in-presence
level: { eqf: 6, nqf: 0 }
workload: { ects: 1, hours: 25 }
outcomes:
  - id: read
    text: { en: Read a diploma and its supplement., it: Leggere un diploma e il suo supplemento. }
modules:
  - number: 1
    title: { en: Ten diplomas, it: Dieci diplomi }
    summary: { en: Ten diplomas from five countries., it: Dieci diplomi di cinque Paesi. }
    mode: in-presence
    minutes: { contact: 300, self-study: 900, project: 300 }
    outcomes:
      - id: find-the-level
        text: { en: Find the level of a diploma., it: Trovare il livello di un diploma. }
assessment:
  type: { en: Written report, it: Relazione scritta }
  supervision: supervised
qualityAssurance: { en: Reviewed each year by the centre., it: Riesaminato ogni anno dal centro. }
stackability: { kind: stand-alone }
awardingBodies:
  - name: Centre of the journey
    country: IT
    status: { en: Recognition centre, it: Centro per il riconoscimento }
partners: []
admission:
  criteria:
    - id: degree
      kind: required
      statement: { en: A first-cycle degree., it: Un titolo di primo ciclo. }
      preCheck: { about: eqf-level, atLeast: 6 }
attendance: { excusedCounts: false, lateCountsMinutes: false }
projectWork:
  - id: diplomas
    title: { en: Three diplomas, it: Tre diplomi }
    brief: { en: Describe three diplomas., it: Descrivi tre diplomi. }
    module: 1
    weight: 70
    by: person
    markers: 1
    attempts: 2
    rubric:
      - id: accuracy
        title: { en: Accuracy, it: Precisione }
        description: { en: What is said is so., it: Ciò che è detto è esatto. }
  - id: doubts
    title: { en: A doubt, it: Un dubbio }
    brief: { en: Say which diploma leaves you in doubt., it: Di’ quale diploma ti lascia in dubbio. }
    module: 1
    weight: 30
    by: focus-group
    size: { least: 1, most: 3 }
    choice: { untilDay: 8 }
    files: { most: 0 }
    text: { least: 5, most: 100 }
    markers: 1
    attempts: 2
    rubric:
      - id: reason
        title: { en: Reason, it: Motivo }
        description: { en: The doubt has a reason., it: Il dubbio ha un motivo. }
completion:
  modules: { numbers: [1], percentOfMinutes: 80 }
  inPresencePercent: 100
  projectWorkPassed: true
  surveyAnswered: false
`;

export const programmeTitle = 'Reading diplomas';

const today = Date.now();

/** The calendar day so many days before today, `2026-11-23`. */
export const daysAgo = (days: number): string => new Date(today - days * 86_400_000).toISOString().slice(0, 10);

/** Calendar days of an edition. */
export interface Dates {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly applyUntil: string;
}

/** The dates of the story: it is over today, so that its end is checked at the real time. */
export const edition = {
  name: 'Autumn of the journey',
  applyUntil: daysAgo(25),
  startsOn: daysAgo(20),
  meetsOn: daysAgo(18),
  endsOn: daysAgo(12),
};

/** The times at which the product is started anew. */
export const times = {
  planned: new Date(`${daysAgo(30)}T08:00:00Z`),
  applicationsClosed: new Date(`${daysAgo(24)}T08:00:00Z`),
  sessionIsOver: new Date(`${edition.meetsOn}T16:00:00Z`),
};
