import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Account } from '../../features/accounts/account/account.entity';
import { derivedFrom } from '../../features/accounts/account/found-by';
import { anInstitution } from '../../features/accounts/institutions/institution.builder';
import { Institution } from '../../features/accounts/institutions/institution.entity';
import { hashOf } from '../../features/accounts/sign-in/password';
import { OrganisationRole } from '../../features/accounts/roles/roles.entity';
import { newId } from '../../platform/database/new-id';
import { Transaction } from '../../platform/database/transaction';
import { demoInstitutions } from '../institutions';
import { type DemoPerson, demoPassword, demoPeople } from '../people';
import { crowdOf } from './crowd';
import type { Story } from './story';

/** A person of the demo. */
export interface Player {
  accountId: string;
  givenName: string;
  familyName: string;
  birthDate: string;
  name: string;
  country: string | null;
}

/** Everybody of the demo: the people to sign in as, and the crowd by institution. */
export interface Cast {
  people: Record<DemoPerson, Player>;
  deputy: Player;
  /** Who marks beside the tutor where works have two markers. */
  markers: [Player, Player, Player];
  /** Three people of each of the 25 institutions: first the first of each, then the second ones, then the third. */
  crowd: Player[][];
}

const languageOf: Record<string, [language: string, timeZone: string]> = {
  HR: ['en', 'Europe/Zagreb'],
  FR: ['en', 'Europe/Paris'],
  IT: ['it', 'Europe/Rome'],
  ES: ['en', 'Europe/Madrid'],
  PT: ['en', 'Europe/Lisbon'],
};

/** The institutions of the applicants and participants; the commission works at the awarding body. */
const workplaceOf: Partial<Record<DemoPerson, string>> = {
  participant: 'Université des Cévennes',
  applicant: 'Veleučilište Velebit',
  holder: 'Sveučilište Medvednica',
};

/** Inserts people and institutions. They exist before the story begins, so it goes past the rules. */
export async function gatherCast(app: NestFastifyApplication, story: Story): Promise<Cast> {
  const passwordHash = await hashOf(demoPassword);
  const institutions = demoInstitutions.map(([name, country, emailDomain]) =>
    anInstitution({ name, country, emailDomain, website: `https://www.${emailDomain}/` }),
  );
  const registeredAt = story.instant(-200);
  const person = (
    values: Pick<Account, 'givenName' | 'familyName' | 'email'>,
    at: (typeof institutions)[number] | null,
  ): Account => {
    const [language, timeZone] = languageOf[at?.country ?? ''] ?? ['en', 'Europe/Rome'];
    const known = { institutionId: at?.id ?? null, language, timeZone, passwordHash, registeredAt };
    return { id: newId(), birthDate: '1986-05-17', ...known, ...values, ...derivedFrom(values), deletedAt: null };
  };

  const people = demoPeople.map((one) =>
    person(one, institutions.find(({ name }) => name === workplaceOf[one.key]) ?? null),
  );
  const deputy = person({ givenName: 'Duarte', familyName: 'Dias', email: 'duarte@centre.example' }, null);
  const markers = (
    [
      ['Livia', 'Longo'],
      ['Bruno', 'Bassi'],
      ['Sara', 'Serra'],
    ] as const
  ).map(([givenName, familyName]) =>
    person({ givenName, familyName, email: `${givenName.toLowerCase()}@pictures.example` }, null),
  );
  const crowd = [0, 1, 2].map((turn) =>
    institutions.map((at, index) => person(crowdOf(at.country, index, turn, at.emailDomain ?? ''), at)),
  );

  await app.get(Transaction).run(async (tx) => {
    await tx.insert(Institution, institutions);
    await tx.insert(Account, [...people, deputy, ...markers, ...crowd.flat()]);
    for (const [index, { key }] of demoPeople.entries())
      if (key === 'coordinator' || key === 'registrar')
        await tx.insert(OrganisationRole, { id: newId(), accountId: (people[index] as Account).id, role: key });
  });

  const countries = new Map(institutions.map(({ id, country }) => [id, country]));
  const player = ({ id, givenName, familyName, birthDate, institutionId }: Account): Player => ({
    accountId: id,
    givenName,
    familyName,
    birthDate: birthDate ?? '',
    name: `${givenName} ${familyName}`,
    country: countries.get(institutionId ?? '') ?? null,
  });
  return {
    people: Object.fromEntries(
      demoPeople.map(({ key }, index) => [key, player(people[index] as Account)]),
    ) as Cast['people'],
    deputy: player(deputy),
    markers: markers.map(player) as Cast['markers'],
    crowd: crowd.map((turn) => turn.map(player)),
  };
}
