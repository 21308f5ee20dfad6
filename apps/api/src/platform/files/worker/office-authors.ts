/** What the parts of Office Open XML and OpenDocument say about who made them, and how it is taken out of each. */

/** Parts about the making of a document, without which it is the same to its readers. */
const partsAboutMaking: readonly RegExp[] = [
  /^docProps\/thumbnail\./i,
  /(^|\/)Thumbnails\//i,
  /^_xmlsignatures\//i,
  /^META-INF\/(?!manifest\.xml$)/,
  /^customXml\//i,
  /^docMetadata\//i,
  /^xl\/revisions\//i,
  /^ppt\/(changesInfos\/|revisionInfo\.xml$)/i,
];
export const isAboutMaking = (name: string): boolean => partsAboutMaking.some((part) => part.test(name));

/** Parts that others refer to, of which no copy without an author can be made: their place stays, empty. */
const closedParts = /(\/printerSettings\d*\.bin|\/embeddings\/[^/]*\.bin|\/ObjectReplacements\/[^/]*)$/i;
export const isClosed = (name: string): boolean => closedParts.test(name);

const emptyCore =
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>';
const extended = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties';
const custom = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
export const emptyOpenDocumentMeta =
  '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><office:meta/></office:document-meta>';

/** By the kind of the relationship that leads to them, since any name is allowed. */
const emptyProperties: readonly (readonly [RegExp, string])[] = [
  [/\/core-properties$/, emptyCore],
  [/\/extended-properties$/, `<Properties xmlns="${extended}"/>`],
  [/\/custom-properties$/, `<Properties xmlns="${custom}"/>`],
];

const usualProperties: readonly (readonly [string, string])[] = [
  ['docProps/core.xml', emptyCore],
  ['docProps/app.xml', `<Properties xmlns="${extended}"/>`],
  ['docProps/custom.xml', `<Properties xmlns="${custom}"/>`],
];

/** The parts that hold the properties of a document, with what stands there instead. */
export function propertiesIn(relationships: string): Map<string, string> {
  const properties = new Map(usualProperties);
  for (const [said] of relationships.matchAll(oneRelationship)) {
    const instead = emptyProperties.find(([kind]) => kind.test(attribute(said, 'Type')))?.[1];
    if (instead) properties.set(attribute(said, 'Target').replace(/^\//, ''), instead);
  }
  return properties;
}

const oneRelationship = /<(?:[\w.-]+:)?Relationship\b[^>]*>/g;
const attribute = (said: string, name: string): string =>
  new RegExp(String.raw`\s${name}\s*=\s*(?:"([^"]*)"|'([^']*)')`).exec(said)?.slice(1).join('') ?? '';

/** Relationships and entries of lists that lead to parts about the making. */
const listed =
  /<(?:[\w.-]+:)?(?:Relationship|Override|file-entry)\b[^>]*?(?:Target|PartName|full-path)\s*=\s*["']\/?(?:\.\.\/)*([^"']*)["'][^>]*?(?:\/>|>\s*<\/(?:[\w.-]+:)?(?:Relationship|Override|file-entry)>)/g;

const quoted = String.raw`\s*=\s*(?:"[^"]*"|'[^']*')`;
const named = (words: string) => new RegExp(String.raw`(\s(?:[\w.-]+:)?(?:${words}))${quoted}`, 'g');
const contentOf = (names: string) => new RegExp(String.raw`(<(?:${names})\b[^>]*(?<!/)>)[^<]*`, 'g');

/** Fields and controls that show a property: what they show is the property. */
const properties = String.raw`AUTHOR|LASTSAVEDBY|USERNAME|USERINITIALS|USERADDRESS|FILENAME|TEMPLATE|DOCPROPERTY\s+(?:&quot;|\\")?(?:Author|Company|Manager|LastSavedBy)`;
const shown: readonly RegExp[] = [
  new RegExp(String.raw`<w:fldSimple\b[^>]*w:instr="\s*(?:${properties})\b[\s\S]*?</w:fldSimple>`, 'gi'),
  new RegExp(
    String.raw`<w:instrText\b[^>]*>\s*(?:${properties})\b[\s\S]*?w:fldCharType="separate"[\s\S]*?w:fldCharType="end"`,
    'gi',
  ),
  /<w:dataBinding\b[^>]*(?:coreProperties|extended-properties|CoverPageProperties)[\s\S]*?<\/w:sdt>/g,
];

const replaced: readonly (readonly [RegExp, string])[] = [
  [named('author|lastModifiedBy|initials|userId|userName|providerId|docname|export-filename'), '$1=""'],
  [
    new RegExp(
      String.raw`(<(?:[\w.-]+:)?(?:cmAuthor|author|userInfo)\b[^>]*?\sname|<(?:[\w.-]+:)?person\b[^>]*?\sdisplayName|<scenario\b[^>]*?\suser)${quoted}`,
      'g',
    ),
    '$1=""',
  ],
  // A picture keeps the name of the file that it was.
  [new RegExp(String.raw`(<pic:cNvPr\b[^>]*?\sname)${quoted}`, 'g'), '$1="Picture"'],
  [/(\sdescr=)"[^"]*\.(?:jpe?g|png|gif|tiff?|bmp|emf|wmf|svg|webp|heic)"/gi, '$1""'],
  [
    contentOf(
      '(?:[\\w.-]+:)?author|dc:creator|meta:(?:creator-initials|initial-creator|printed-by)|loext:sender-initials|text:(?:creator|initial-creator|author-name|author-initials|printed-by|file-name|template-name|sender-[a-z-]+)',
    ),
    '$1',
  ],
  [
    /(<config:config-item\b[^>]*config:name="(?:Printer\w*|CurrentDatabase\w*|ModifyPassword\w*)"[^>]*(?<!\/)>)[^<]*/g,
    '$1',
  ],
  // Comments and changes tell the day, not the moment.
  [/(\s(?:[\w.-]+:)?(?:date|dateUtc|dT|dt|created)\s*=\s*["']\d{4}-\d\d-\d\d)T[^"']*/g, '$1T00:00:00Z'],
  [/(<dc:date>\d{4}-\d\d-\d\d)T[^<]*/g, '$1T00:00:00'],
  // Where it lay on the writer's machine.
  [
    /(\s(?:[\w.-]+:)?(?:Target|href|url)\s*=\s*)(["'])(?:file:|[A-Za-z]:[\\/]|\\\\|\/(?:Users|home|Volumes)\/)(?:(?!\2).)*\2/g,
    '$1"about:blank"',
  ],
  [/(=\s*)(["'])(?:file:\/|[A-Za-z]:\\|\/(?:Users|home|Volumes)\/)(?:(?!\2).)*\2/g, '$1""'],
];

/** Two bytes a letter are read, and one byte is written. */
const wide = /^(\ufeff?<\?xml\b[^>]*encoding\s*=\s*)["']utf-16\w*["']/i;

/** The XML of a part without names of people. */
export function xmlWithoutAuthors(xml: string): string {
  const withoutParts = xml
    .replace(wide, '$1"UTF-8"')
    .replace(listed, (entry, name: string) => (isAboutMaking(name) ? '' : entry));
  const withoutShown = shown.reduce(
    (text, part) => text.replace(part, (field) => field.replace(/(<w:t\b[^>]*>)[^<]*/g, '$1')),
    withoutParts,
  );
  return replaced.reduce((text, [from, to]) => text.replace(from, to), withoutShown);
}
