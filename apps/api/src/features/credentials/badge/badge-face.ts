import { createHash } from 'node:crypto';
import type { AwardRecord } from '@libretto/credentials';
import type { AwardSnapshot } from '../award/award-snapshot';
import type { LocaleFormat } from '../documents/locale-format';
import { qualificationOf } from '../documents/printing';

/** Dark enough for words on paper, and each told from the others. */
const inks = ['#1d3461', '#7a1f3d', '#1f5a4c', '#5b3a8c', '#7a4a12', '#20566e'] as const;

/** A programme keeps its colour in all versions and editions. */
const inkOf = (slug: string) => inks[createHash('sha256').update(slug).digest().readUInt32BE(0) % inks.length];

/**
 * The data of the badge's template. They are the same for everybody who was awarded this: no learner is named, so a picture
 * tells nobody's name and is drawn once.
 */
export function badgeFace({ record, programme }: AwardSnapshot, in_: LocaleFormat) {
  const { ects, minutes } = record.workload;
  return {
    language: in_.language,
    colour: inkOf(programme.slug),
    kind: in_.say('certificate.badge.kind'),
    title: in_.of(qualificationOf(record)),
    facts: [
      ...(ects ? [in_.say('certificate.badge.ects', { ects })] : []),
      in_.say('certificate.badge.eqf', { level: record.level.eqf }),
      ...(ects ? [] : [in_.say('certificate.badge.hours', { hours: Math.round(minutes / 60) })]),
    ],
    bodies: record.awardingBodies.map(({ name }) => name),
    modules: modulesOf(record),
  };
}

/** A ring needs an arc, also where an award names no modules. */
const modulesOf = ({ modules, workload }: AwardRecord) =>
  modules?.length
    ? modules.map(({ minutes, mode }) => ({ minutes, mode }))
    : [{ minutes: workload.minutes, mode: 'online' as const }];
