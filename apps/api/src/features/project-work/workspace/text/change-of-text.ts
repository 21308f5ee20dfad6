import { type Refusal, refuse } from '@libretto/domain';
import * as Y from 'yjs';

/** The name of the text in its Yjs document. */
export const textName = 'text';

const elements = ['paragraph', 'heading', 'bulletList', 'orderedList', 'listItem', 'blockquote', 'hardBreak'];
const marks = ['bold', 'italic', 'underline', 'link'];
const attributes = ['level', 'start', 'type'];
const longestMark = 2000;
const longestAttribute = 100;
/** What one change may add, deleted characters included. */
const mostAdded = 1_000_000;
const mostClients = 200;
const clients = 2 ** 32;

type Struct = Y.Item | Y.GC | Y.Skip;
/** What something lies in, or opens; `gone`: that was deleted, and with it whatever comes into it. */
type Kind = 'root' | 'element' | 'letters' | 'gone';
const unreadable = refuse('workspace.text-unreadable');

interface Standing {
  readonly within: Kind;
  /** The attribute that it is a value of. */
  readonly attribute: string | null;
  readonly opens: Kind | null;
}
const gone: Standing = { within: 'gone', attribute: null, opens: 'gone' };

/** An update that somebody sent, taken apart. */
export interface Change {
  readonly update: Uint8Array;
  readonly structs: readonly Struct[];
  readonly deleted: ReadonlyMap<number, readonly { clock: number; len: number }[]>;
}

/** Takes an update apart; refuses what is none. */
export function changeIn(update: Uint8Array): Change | Refusal {
  try {
    const { structs, ds } = Y.decodeUpdate(update);
    const isShort = new Set(structs.map(({ id }) => id.client)).size <= mostClients;
    return isShort ? { update, structs, deleted: ds.clients } : unreadable;
  } catch {
    return unreadable;
  }
}

/** The structs of a change that a text does not have. */
export const freshIn = ({ structs }: Change, text: Y.Doc): Struct[] =>
  structs.filter(({ id, length }) => id.clock + length > Y.getState(text.store, id.client));

/** Whether a text has all of a change: that is sent again where its receipt was lost. */
export const isThere = (change: Change, text: Y.Doc): boolean =>
  !freshIn(change, text).length && Y.snapshotContainsUpdate(Y.snapshot(text), change.update);

/**
 * The part of a change that the text does not have, as an update that can be applied to it; refuses a change that does not
 * follow from what is there, in one piece, or that holds what a text cannot hold.
 */
export function fittingUpdate(change: Change, text: Y.Doc): Uint8Array | Refusal {
  const fresh = freshIn(change, text);
  const added = fresh.reduce((sum, { length }) => sum + length, 0);
  if (added > mostAdded || fresh.some(({ id }) => id.client >= clients)) return unreadable;
  const clocks = clocksAfter(fresh, text);
  if (!clocks) return unreadable;
  const clockOf = (client: number) => clocks.get(client) ?? Y.getState(text.store, client);
  for (const [client, ranges] of change.deleted)
    for (const { clock, len } of ranges) if (clock + len > clockOf(client)) return unreadable;
  return Y.diffUpdate(change.update, Y.encodeStateVector(text));
}

/** Goes through a change as whoever applies it, everything after what it refers to; `null` where that is impossible. */
function clocksAfter(fresh: readonly Struct[], text: Y.Doc): ReadonlyMap<number, number> | null {
  const clocks = new Map<number, number>();
  const passed = new Map<Y.Item, Standing>();
  const byClient = Map.groupBy(fresh, ({ id }) => id.client);
  const clockOf = (client: number) => clocks.get(client) ?? Y.getState(text.store, client);
  const standingAt = (id: Y.ID): Standing => {
    if (id.clock < Y.getState(text.store, id.client)) return standingIn(text, id);
    const found = byClient.get(id.client)?.find(({ id: { clock }, length }) => id.clock < clock + length);
    return (found instanceof Y.Item && passed.get(found)) || gone;
  };
  const waiting = [...byClient.values()].map((structs) => structs.toReversed());
  for (let isMoving = true; isMoving;) {
    isMoving = false;
    for (const structs of waiting)
      for (let next = structs.at(-1); next; next = structs.at(-1)) {
        const { id, length } = next;
        if (id.clock > clockOf(id.client)) return null;
        if (!referencesOf(next).every((one) => one.clock < clockOf(one.client))) break;
        if (!(next instanceof Y.GC)) {
          const standing = next instanceof Y.Item ? standingOf(next, standingAt) : null;
          if (!standing || !holds(standing, (next as Y.Item).content)) return null;
          passed.set(next as Y.Item, standing);
        }
        clocks.set(id.client, id.clock + length);
        structs.pop();
        isMoving = true;
      }
  }
  return waiting.some(({ length }) => length) ? null : clocks;
}

const referencesOf = (struct: Struct): Y.ID[] =>
  struct instanceof Y.Item
    ? [struct.origin, struct.rightOrigin, struct.parent].filter((one): one is Y.ID => one instanceof Y.ID)
    : [];

/** Where an item stands that is in the text. */
function standingIn(text: Y.Doc, id: Y.ID): Standing {
  const item: unknown = Y.getItem(text.store, id);
  if (!(item instanceof Y.Item)) return gone;
  const { parent, parentSub, content } = item;
  return { within: kindOf(parent), attribute: parentSub, opens: opened(content) };
}

/** Where a new item stands: beside its neighbours, or in the parent that it names. */
function standingOf(item: Y.Item, standingAt: (id: Y.ID) => Standing): Standing | null {
  const { origin, rightOrigin, parent, parentSub, content } = item;
  const opens = opened(content);
  const neighbour = origin ?? rightOrigin;
  if (neighbour) return { ...standingAt(neighbour), opens };
  if (parent instanceof Y.ID) {
    const within = standingAt(parent).opens;
    return within && { within, attribute: parentSub, opens };
  }
  return (parent as unknown) === textName ? { within: 'root', attribute: parentSub, opens } : null;
}

/** What a text can hold, by where it stands. */
function holds({ within, attribute, opens }: Standing, content: Y.Item['content']): boolean {
  if (content instanceof Y.ContentDeleted || within === 'gone') return isKnown(content);
  if (attribute !== null)
    return (
      within === 'element' && attributes.includes(attribute) && content instanceof Y.ContentAny && isKnown(content)
    );
  if (within === 'letters')
    return content instanceof Y.ContentString || (content instanceof Y.ContentFormat && isKnown(content));
  return isKnown(content) && (opens === 'element' || (opens === 'letters' && within === 'element'));
}

/** Whether this is something that is in texts, wherever it stands. */
function isKnown(content: Y.Item['content']): boolean {
  if (content instanceof Y.ContentDeleted || content instanceof Y.ContentString) return true;
  if (content instanceof Y.ContentAny) return content.arr.every((value) => isShort(value, longestAttribute));
  if (content instanceof Y.ContentFormat) return marks.includes(content.key) && isShort(content.value, longestMark);
  if (!(content instanceof Y.ContentType)) return false;
  const { type } = content;
  return type instanceof Y.XmlElement ? elements.includes(type.nodeName) : kindOf(type) === 'letters';
}

const isShort = (value: unknown, most: number) => (JSON.stringify(value) ?? '').length <= most;

function opened(content: Y.Item['content']): Kind | null {
  if (content instanceof Y.ContentDeleted) return 'gone';
  return content instanceof Y.ContentType ? kindOf(content.type) : null;
}

function kindOf(type: unknown): Kind {
  if (type instanceof Y.XmlElement) return 'element';
  if (type instanceof Y.XmlText) return 'letters';
  return type instanceof Y.XmlFragment ? 'root' : 'gone';
}
