/**
 * References in a document that its program fetches on opening, without being asked: a template, a picture, a frame.
 * They tell another server who reads the document and when, and may bring in content that nobody inspected.
 */
const attributes = String.raw`(?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*`;
const relationship = new RegExp(String.raw`<(?:[\w.-]+:)?Relationship\b(${attributes})`, 'g');
const drawn = new RegExp(
  String.raw`<draw:(?:image|object|object-ole|floating-frame|plugin|applet)\b(${attributes})`,
  'g',
);

/** References that a program follows only on a click, or after a confirmation. */
const followedByPeople = /\/(?:hyperlink|externalLinkPath|externalLink)$/;

/** Whether a part of Office Open XML that lists relationships has one that loads from elsewhere. */
export const loadsByRelationship = (rels: string): boolean =>
  [...rels.matchAll(relationship)].some(([, said = '']) => {
    const isExternal = attribute(said, 'TargetMode') === 'External';
    return isExternal && !followedByPeople.test(attribute(said, 'Type')) && !isOnOwnMachine(attribute(said, 'Target'));
  });

/** Whether a drawn part of an OpenDocument lies outside of it. */
export const loadsByDrawing = (content: string): boolean =>
  [...content.matchAll(drawn)].some(([, said = '']) =>
    /^\s*[a-z][a-z\d+.-]*:|^\s*[\\/]{2}|&/i.test(attribute(said, 'xlink:href')),
  );

/** Whether a rich text names a template elsewhere, or an object that updates itself. */
export function loadsByRichText(bytes: Buffer): boolean {
  const text = bytes.toString('latin1');
  const templates = [...text.matchAll(/\\\*\s*\\template\b([^}]*)/g)].map(([, target = '']) =>
    target.trim().replaceAll('\\\\', '\\'),
  );
  return /\\obj(?:autlink|update)\b/.test(text) || templates.some((target) => !isOnOwnMachine(target));
}

/** Word records the path of a template on the writer's machine: nothing is fetched from there. */
const isOnOwnMachine = (target: string): boolean =>
  /^(?:file:\/\/(?:localhost)?\/)?\/?(?:[a-z]:[\\/]|(?:Users|home|Applications|Library|Volumes)\/)/i.test(target) ||
  /^[^:\\/&]+$/.test(target);

const attribute = (said: string, name: string): string =>
  new RegExp(String.raw`\s${name}\s*=\s*(?:"([^"]*)"|'([^']*)')`).exec(said)?.slice(1).join('') ?? '';
