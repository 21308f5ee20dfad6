import type { RubricOfFile } from '@libretto/contracts';
import { keyFrom } from '@libretto/domain';

type Texts = Readonly<Record<string, string>>;

/** A level as somebody types it. */
export interface TypedLevel {
  /** Empty: it is new, and gets an id out of its title. */
  readonly id: string;
  readonly title: Texts;
  readonly points: number;
}

/** A row as somebody types it; without levels of its own it has the usual ones. */
export interface TypedRow {
  readonly id: string;
  readonly title: Texts;
  readonly description: Texts;
  readonly weight: number;
  readonly levels: readonly TypedLevel[];
}

/** The fewest levels that a row may have of its own. */
export const fewestLevels = 2;

const blankIn = (languages: readonly string[]): Texts => Object.fromEntries(languages.map((code) => [code, '']));
const inAll = (texts: Texts, languages: readonly string[]): Texts => ({ ...blankIn(languages), ...texts });

export const newLevel = (languages: readonly string[]): TypedLevel => ({
  id: '',
  title: blankIn(languages),
  points: 0,
});
export const newLevels = (languages: readonly string[]): TypedLevel[] =>
  Array.from({ length: fewestLevels }, () => newLevel(languages));
export const newRow = (languages: readonly string[]): TypedRow => ({
  id: '',
  title: blankIn(languages),
  description: blankIn(languages),
  weight: 1,
  levels: [],
});

/** A rubric to be typed in, with room for each language. */
export const asTyped = (rubric: RubricOfFile, languages: readonly string[]): TypedRow[] =>
  rubric.map(({ id, title, description, weight, levels }) => ({
    id,
    title: inAll(title, languages),
    description: inAll(description, languages),
    weight: weight ?? 1,
    levels: (levels ?? []).map((level) => ({
      id: level.id,
      title: inAll(level.title, languages),
      points: level.points ?? 0,
    })),
  }));

/** The rubric that was typed, as a programme file has it: it leaves out what would say nothing. */
export const asRubric = (rows: readonly TypedRow[]): RubricOfFile =>
  withKeys(rows).map(({ id, title, description, weight, levels }) => ({
    id,
    title: withoutBlanks(title),
    description: withoutBlanks(description),
    ...(weight !== 1 && { weight }),
    ...(levels.length > 0 && { levels: asLevels(levels) }),
  }));

function asLevels(levels: readonly TypedLevel[]): NonNullable<RubricOfFile[number]['levels']> {
  const counts = levels.some(({ points }) => points !== 0);
  return withKeys(levels).map(({ id, title, points }) => ({
    id,
    title: withoutBlanks(title),
    ...(counts && { points }),
  }));
}

/** New parts get ids; those that are there keep theirs, since markings name them. */
function withKeys<Part extends { readonly id: string; readonly title: Texts }>(parts: readonly Part[]): Part[] {
  const taken = parts.map(({ id }) => id).filter(Boolean);
  return parts.map((part) => {
    if (part.id) return part;
    const id = keyFrom(part.title['en'] ?? '', taken);
    taken.push(id);
    return { ...part, id };
  });
}

/** English and Italian are asked for; another language that says nothing is left out. */
const withoutBlanks = (texts: Texts) =>
  Object.fromEntries(
    Object.entries(texts).filter(([code, text]) => text.trim() || code === 'en' || code === 'it'),
  ) as RubricOfFile[number]['title'];
