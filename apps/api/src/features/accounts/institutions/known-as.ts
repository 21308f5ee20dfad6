import { type EntityManager, In } from 'typeorm';
import { Institution } from './institution.entity';
import { foldedName, type Said } from './as-row';
import { hostOf } from './host-of';

/** Every institution that one of these may mean, by id, website or name: three statements. */
export async function candidatesFor(manager: EntityManager, all: readonly Said[]): Promise<Institution[]> {
  const [ids, names, hosts] = [
    all.flatMap(({ rorId }) => rorId ?? []),
    all.flatMap(namesOf),
    all.flatMap(({ website }) => hostOf(website) ?? []),
  ];
  const rows = [
    ...(ids.length ? await manager.findBy(Institution, { rorId: In(ids) }) : []),
    ...(await manager.findBy(Institution, { folded: In([...new Set(names)]) })),
    ...(hosts.length ? await manager.findBy(Institution, { host: In([...new Set(hosts)]) }) : []),
  ];
  return [...new Map(rows.map((row) => [row.id, row])).values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}

/**
 * The candidate that these details mean: the one with that id in the registry; otherwise the one in that country with
 * that website, if the website is of one institution only, or with that name.
 */
export function meantBy(said: Said, candidates: readonly Institution[]): Institution | null {
  const { rorId, country } = said;
  const same = rorId ? candidates.find((row) => row.rorId === rorId) : undefined;
  if (same) return same;
  // Two different ids mean two institutions.
  const possible = candidates.filter((row) => !rorId || !row.rorId);
  const [names, host] = [namesOf(said), hostOf(said.website)];
  const byName = possible.filter((row) => row.country === country && names.includes(row.folded));
  const byHost = possible.filter((row) => row.country === country && host !== null && row.host === host);
  const isOne = new Set(byHost.map(({ mergedIntoId, id }) => mergedIntoId ?? id)).size === 1;
  return byName.find((row) => row.host === host) ?? (isOne ? byHost[0] : byName[0]) ?? null;
}

/** The institution that these details mean, following merges; `null` where it is new. */
export async function knownAs(manager: EntityManager, said: Said, except?: string): Promise<Institution | null> {
  const candidates = await candidatesFor(manager, [said]);
  const found = meantBy(
    said,
    candidates.filter(({ id, mergedIntoId }) => id !== except && (!except || mergedIntoId !== except)),
  );
  return found && standing(manager, found);
}

/** An institution, following merges. */
export async function standing(manager: EntityManager, institution: Institution): Promise<Institution> {
  const { mergedIntoId } = institution;
  return (mergedIntoId && (await manager.findOneBy(Institution, { id: mergedIntoId }))) || institution;
}

const namesOf = ({ name, alsoCalled = [] }: Said): string[] => [name, ...alsoCalled].map(foldedName).filter(Boolean);
