import type { EntityTarget, ObjectLiteral } from 'typeorm';

const things = new Map<string, EntityTarget<ObjectLiteral>>();

/** Says of an entity under which name addresses carry its id: whoever may not call such an address learns first whether it is there. */
export const Addressed =
  (param: string): ClassDecorator =>
  (entity) => {
    things.set(param, entity as unknown as EntityTarget<ObjectLiteral>);
  };

/** What the parts of an address name, where the door knows it: the entity and the id. */
export const namedBy = (params: Record<string, string>): [EntityTarget<ObjectLiteral>, id: string][] =>
  Object.entries(params).flatMap(([param, id]) => {
    const entity = things.get(param);
    return entity ? [[entity, id] as [EntityTarget<ObjectLiteral>, string]] : [];
  });
