import { type EntityManager, In } from 'typeorm';
import { Institution } from '../institution.entity';
import { foldedName, nameKeyOf, type Said } from './as-row';
import { hostOf } from './host-of';

/**
 * The institution that is meant by what somebody says of one: found by its id in the registry, by its website where
 * that is of one institution only, or by its name in its country. `null` where it is new.
 */
export async function knownAs(manager: EntityManager, said: Said, except?: string): Promise<Institution | null> {
  const others = (rows: Institution[]) => rows.filter(({ id }) => id !== except);
  const { rorId, country } = said;
  if (rorId) {
    const [same] = others(await manager.findBy(Institution, { rorId }));
    if (same) return standing(manager, same);
  }
  // Two that both have an id are two.
  const possible = (rows: Institution[]) => others(rows).filter((row) => !rorId || !row.rorId);
  const folded = foldedName(said.name);
  const byName = possible(await manager.find(Institution, { where: [{ nameKey: nameKeyOf(country, folded) }, { country, folded }], order: { id: 'ASC' } }));
  const host = hostOf(said.website);
  const byHost = host ? possible(await manager.findBy(Institution, { host })) : [];
  const [one] = byHost;
  const found = byName.find((row) => row.host === host) ?? (one && new Set(byHost.map(({ mergedIntoId, id }) => mergedIntoId ?? id)).size === 1 ? one : byName[0]);
  return found ? standing(manager, found) : null;
}

/** What an institution has become. */
export async function standing(manager: EntityManager, institution: Institution): Promise<Institution> {
  const { mergedIntoId } = institution;
  return mergedIntoId ? standing(manager, await manager.findOneByOrFail(Institution, { id: mergedIntoId })) : institution;
}

/** These institutions by the ids that were asked for, each as what it has become: a fixed number of statements, however often one was merged. */
export async function standingByIds(manager: EntityManager, ids: readonly string[]): Promise<Map<string, Institution>> {
  const rows = ids.length ? await manager.findBy(Institution, { id: In([...ids]) }) : [];
  const targets = rows.flatMap(({ mergedIntoId }) => mergedIntoId ?? []);
  const became = targets.length ? new Map((await manager.findBy(Institution, { id: In(targets) })).map((row) => [row.id, row])) : new Map<string, Institution>();
  return new Map(rows.map((row) => [row.id, became.get(row.mergedIntoId ?? '') ?? row]));
}
