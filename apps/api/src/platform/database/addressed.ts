import type { EntityTarget, ObjectLiteral } from 'typeorm';

export interface AddressedEntity {
  readonly entity: EntityTarget<ObjectLiteral>;
  /** The column that says in what a row lies; it is called as the id of that is called in addresses. */
  readonly liesBy: string | undefined;
}

const entities = new Map<string, AddressedEntity>();

/**
 * Says of an entity under which name addresses carry its id, and by which column it lies in something else that has an
 * address: `@Addressed('evidenceId', 'applicationId')`. No request passes the door with an id that names nothing, or
 * nothing in what else its address names.
 */
export const Addressed =
  (param: string, liesBy?: string): ClassDecorator =>
  (entity) => {
    entities.set(param, { entity: entity as unknown as EntityTarget<ObjectLiteral>, liesBy });
  };

/** The entity whose ids addresses carry under this name. */
export const entityNamed = (param: string): AddressedEntity | undefined => entities.get(param);

/** The names of which some row lies in something else. */
export const addressedNames = (): ReadonlyMap<string, AddressedEntity> => entities;
