/** The parts of a programme file in the order of the page. What is not `byHand` has fields of its own. */
export const partsOfFile = [
  {
    section: 'what',
    byHand: false,
    parts: ['slug', 'title', 'qualification', 'aim', 'audience', 'languages', 'months', 'participation'],
  },
  { section: 'level', byHand: false, parts: ['level', 'workload', 'outcomes'] },
  { section: 'modules', byHand: false, parts: ['modules'] },
  { section: 'assessment', byHand: false, parts: ['assessment', 'qualityAssurance'] },
  { section: 'bodies', byHand: false, parts: ['awardingBodies', 'partners', 'supervision'] },
  {
    section: 'certificate',
    byHand: false,
    parts: ['certificate', 'pictures', 'otherQualifications', 'furtherInformation', 'approval'],
  },
  {
    section: 'rest',
    byHand: true,
    parts: ['stackability', 'admission', 'attendance', 'projectWork', 'completion', 'survey', 'illustrative'],
  },
] as const;

/** The parts that have fields. */
export const editedParts: ReadonlySet<string> = new Set(
  partsOfFile.filter(({ byHand }) => !byHand).flatMap(({ parts }) => parts as readonly string[]),
);
