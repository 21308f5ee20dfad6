import type { BriefDraft, ProgrammeDraft } from './draft';
import { spelledPath } from './fault';
import { faultsOf } from './faults';
import { sound } from './sound-programme.builder';

const university: Partial<ProgrammeDraft> = { awardingBodies: [{ university: true }], partners: [] };

describe('points that a late work costs', () => {
  it.each<[string, BriefDraft, string[]]>([
    ['of thirty', { late: { deduct: 2, most: 10 }, grades: { scale: 'thirty' } }, []],
    ['of a hundred', { late: { deduct: 10, most: 10 }, grades: { scale: 'percent' } }, []],
    ['of an older file with grades', { late: { deduct: 2, most: 10 }, markerIsProfessor: true }, []],
    ['only marked as late', { late: 'flag' }, []],
    ['of no grade', { late: { deduct: 2, most: 10 } }, ['projectWork.1.late programmes.deduction-without-grades']],
    [
      'of a letter',
      { late: { deduct: 2, most: 10 }, grades: { scale: 'ects' } },
      ['projectWork.1.late programmes.deduction-without-points'],
    ],
    [
      'of grades of its own',
      { late: { deduct: 2, most: 10 }, grades: { scale: 'own', grades: [{ grade: '5', passes: true }] } },
      ['projectWork.1.late programmes.deduction-without-points'],
    ],
    [
      'more for one day than for all',
      { late: { deduct: 5, most: 3 }, markerIsProfessor: true },
      ['projectWork.1.late programmes.deduction-crossed'],
    ],
  ])('are taken %s, or refused', (_, brief, faults) => {
    const found = faultsOf({ ...sound, ...university, projectWork: [{ module: 3, ...brief }] });
    expect(found.map(({ path, refused }) => `${spelledPath(path)} ${refused}`)).toEqual(faults);
  });
});
