import type { ProgrammeBrief, ProgrammeDefinition } from '@libretto/contracts';
import type { AwardRecord } from '@libretto/credentials';
import { briefsIn } from '@libretto/domain';
import type { EditionCard } from '../../editions';
import type { AwardSnapshot } from './award-snapshot';

/** The titles of all briefs in one line, in each language of the first. */
function titlesOf(briefs: readonly ProgrammeBrief[]): ProgrammeBrief['title'] {
  const [first] = briefs;
  const inLanguage = (language: string) => briefs.map(({ title }) => title[language] ?? title.en).join(', ');
  const others = Object.keys(first?.title ?? {}).map((language) => [language, inLanguage(language)]);
  return { ...Object.fromEntries(others), en: inLanguage('en'), it: inLanguage('it') };
}

/** The signed part that is the same in every award of an edition. */
export function programmePart({
  name,
  startsOn,
  endsOn,
  definition,
}: Pick<EditionCard, 'name' | 'startsOn' | 'endsOn' | 'definition'>): Omit<
  AwardRecord,
  'awardId' | 'learner' | 'awardedAt'
> {
  const { modules, stackability, admission, projectWork } = definition;
  return {
    title: definition.title,
    ...(definition.qualification && { qualification: definition.qualification }),
    aim: definition.aim,
    country: definition.awardingBodies[0]?.country ?? '',
    awardingBodies: definition.awardingBodies.map(({ name: body, country, website, status }) => ({
      name: body,
      country,
      ...(website && { website }),
      status,
    })),
    partners: definition.partners.map(({ name: partner, country, role, cooperation }) => ({
      name: partner,
      country,
      role,
      cooperation,
    })),
    outcomes: definition.outcomes,
    workload: { minutes: definition.workload.hours * 60, ects: definition.workload.ects },
    level: definition.level,
    assessment: { ...definition.assessment, work: titlesOf(briefsIn(projectWork)) },
    participation: definition.participation,
    qualityAssurance: definition.qualityAssurance,
    stackability: stackability.kind === 'stackable' ? { kind: 'stackable', path: stackability.path } : stackability,
    languages: definition.languages,
    edition: { name, startsOn, endsOn },
    modules: modules.map(({ title, mode, minutes }) => ({
      title,
      mode,
      minutes: minutes.contact + minutes['self-study'] + minutes.project,
    })),
    prerequisites: admission.criteria.filter(({ kind }) => kind === 'required').map(({ statement }) => statement),
    ...(definition.supervision && { supervisedBy: definition.supervision }),
    ...(definition.otherQualifications && { otherQualifications: definition.otherQualifications }),
    ...(definition.furtherInformation && { furtherInformation: definition.furtherInformation }),
  };
}

/** What only the documents of such an award show. */
export const documentPart = ({
  awardingBodies,
  partners,
  months,
  certificate,
  illustrative,
  pictures,
}: ProgrammeDefinition): Pick<
  AwardSnapshot,
  'signatories' | 'months' | 'certificate' | 'illustrative' | 'pictures'
> => ({
  signatories: awardingBodies.flatMap(({ name, signatory }) => (signatory ? [{ ...signatory, body: name }] : [])),
  months,
  certificate: {
    ...certificate,
    organisers: partners.filter(({ organises }) => organises).map(({ name }) => name),
    logos: Object.fromEntries(
      [...awardingBodies, ...partners].flatMap(({ name, logo }) => (logo === undefined ? [] : [[name, logo]])),
    ),
  },
  illustrative,
  ...(pictures && { pictures }),
});
