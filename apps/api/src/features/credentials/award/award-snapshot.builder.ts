import type { AwardRecord } from '@libretto/credentials';
import type { AwardSnapshot, LearnerCorrection } from './award-snapshot';

const both = (text: string) => ({ en: text, it: `${text} (it)` });

/** `anAwardSnapshot().of({ givenName: 'Ana', … }).build()`: a complete award, each text in both languages. */
export function anAwardSnapshot() {
  let record: AwardRecord = {
    awardId: '01936c5e-0000-7000-8000-000000000001',
    learner: { givenName: 'Ana', familyName: 'Horvat', dateOfBirth: '1990-05-04' },
    title: both('Automatic Recognition'),
    country: 'IT',
    awardingBodies: [{ name: 'CIMEA', country: 'IT', status: both('ENIC-NARIC centre') }],
    partners: [{ name: 'Federico II', country: 'IT', role: both('Co-designs the course'), cooperation: 2 }],
    awardedAt: '2026-11-23T10:00:00Z',
    outcomes: [
      { id: 'explain', text: both('Explain what automatic recognition is') },
      { id: 'decide', text: both('Take and justify recognition decisions') },
    ],
    workload: { minutes: 7500, ects: 5 },
    level: { eqf: 7, nqf: 0, cycle: 'second' },
    assessment: { type: both('Project work'), supervision: 'supervised' },
    participation: 'blended',
    qualityAssurance: both('Internal, reviewed every year'),
    stackability: { kind: 'stand-alone' },
    languages: ['en'],
    edition: { name: 'Spring 2026', startsOn: '2026-10-01', endsOn: '2026-11-15' },
    modules: [
      { title: both('Policy context'), mode: 'online', minutes: 5000 },
      { title: both('Workshop'), mode: 'in-presence', minutes: 2500 },
    ],
    prerequisites: [both('A first-cycle degree')],
  };
  const builder = {
    of: (learner: LearnerCorrection) => {
      record = { ...record, learner };
      return builder;
    },
    with: (change: Partial<AwardRecord>) => {
      record = { ...record, ...change };
      return builder;
    },
    build: (): AwardSnapshot => ({
      record,
      signatories: [{ name: 'Maria Bianchi', capacity: both('Director'), place: both('Rome'), body: 'CIMEA' }],
      months: 1,
      programme: { slug: 'automatic-recognition', version: 1 },
      recordedMinutes: { contact: 2880, 'self-study': 3630, project: 1200 },
    }),
  };
  return builder;
}
