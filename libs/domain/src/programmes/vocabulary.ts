/** Where a module takes place. */
export const moduleModes = ['online', 'in-presence'] as const;
export type ModuleMode = (typeof moduleModes)[number];

/** The form of a whole programme: Annex I's "form of participation in the learning activity". */
export const participationForms = ['online', 'in-presence', 'blended'] as const;
export type ParticipationForm = (typeof participationForms)[number];

/** The kinds of minutes that a module plans and the ledger records. */
export const workloadKinds = ['contact', 'self-study', 'project'] as const;
export type WorkloadKind = (typeof workloadKinds)[number];

/** The most that a person records for one day, of all kinds and in all editions together. More is a typing mistake. */
export const mostMinutesADay = 12 * 60;

/** The levels of the Common European Framework of Reference for Languages, from the lowest to the highest. */
export const cefrLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;
export type CefrLevel = (typeof cefrLevels)[number];

/** The cycles of the QF-EHEA. */
export const cycles = ['short', 'first', 'second', 'third'] as const;
export type Cycle = (typeof cycles)[number];

/** The EQF level of each cycle. */
export const levelOfCycle: Readonly<Record<Cycle, number>> = { short: 5, first: 6, second: 7, third: 8 };

/** Annex I: supervision and identity check during the assessment. */
export const assessmentSupervisions = ['unsupervised', 'supervised', 'supervised-with-identity-check'] as const;
export type AssessmentSupervision = (typeof assessmentSupervisions)[number];

/** The order of credentials that stack. */
export const stackPaths = ['open', 'elective', 'sequential'] as const;
export type StackPath = (typeof stackPaths)[number];
