import type { AwardRecord } from '../award/award-record';
import type { Issue } from '../award/build-credential';

/** A complete award, for specs and benches; each part can be overridden. */
export function anAwardRecord(parts: Partial<AwardRecord> = {}): AwardRecord {
  return {
    awardId: '019abcde-0000-7000-8000-000000000001',
    learner: { givenName: 'Ana', familyName: 'Horvat', dateOfBirth: '1990-05-17' },
    title: { en: 'Automatic Recognition', it: 'Riconoscimento automatico' },
    aim: { en: 'Recognise qualifications automatically.', it: 'Riconoscere i titoli in modo automatico.' },
    country: 'IT',
    awardingBodies: [{ name: 'CIMEA', country: 'IT', status: { en: 'ENIC-NARIC centre', it: 'Centro ENIC-NARIC' } }],
    partners: [
      {
        name: 'Università Federico II',
        country: 'IT',
        role: { en: 'co-design', it: 'co-progettazione' },
        cooperation: 1,
      },
    ],
    awardedAt: '2026-11-20T10:00:00Z',
    outcomes: [
      { id: 'explain', text: { en: 'Explain automatic recognition.', it: 'Spiegare il riconoscimento automatico.' } },
      { id: 'apply', text: { en: 'Apply it to a qualification.', it: 'Applicarlo a un titolo.' } },
    ],
    workload: { minutes: 7500, ects: 5 },
    level: { eqf: 7, nqf: 0, cycle: 'second' },
    assessment: {
      type: { en: 'Project work', it: 'Lavoro di progetto' },
      supervision: 'supervised',
      work: { en: 'Automatic recognition in practices', it: 'Il riconoscimento automatico nella pratica' },
    },
    participation: 'blended',
    qualityAssurance: { en: 'Academic evaluation committee', it: 'Comitato accademico di valutazione' },
    stackability: { kind: 'stand-alone' },
    languages: ['en'],
    ...parts,
  };
}

/** The same, with a grade, its scale, and how the others did. */
export const aGradedRecord = (parts: Partial<AwardRecord> = {}): AwardRecord =>
  anAwardRecord({
    grades: [
      {
        work: { en: 'Automatic recognition in practices', it: 'Il riconoscimento automatico nella pratica' },
        grade: '28',
        scale: { grades: ['30 e lode', '30', '29', '28', '18', '17'], passFrom: '18' },
        distribution: {
          people: 12,
          grades: [
            { grade: '30', people: 3 },
            { grade: '28', people: 9 },
          ],
        },
      },
    ],
    ...parts,
  });

export const anIssue = (index = 4711): Issue => ({
  id: `https://libretto.example/credentials/019abcde-0000-7000-8000-0000000${String(index).padStart(5, '0')}`,
  issuer: { did: 'did:web:libretto.example', name: 'CIMEA', url: 'https://libretto.example' },
  achievement: 'https://libretto.example/programmes/automatic-recognition/1',
  status: { list: 'https://libretto.example/suspension-lists/1', index },
});
