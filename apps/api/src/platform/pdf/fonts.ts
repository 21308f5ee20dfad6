/** The fonts of every document. Each comes from a package, so that documents look the same on every machine. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

const faces = {
  'source-serif-4': ['300Light', '400Regular', '400Regular_Italic', '300Light_Italic', '600SemiBold'],
  'source-sans-3': ['400Regular', '400Regular_Italic', '600SemiBold'],
};
const familyFiles = { 'source-serif-4': 'SourceSerif4', 'source-sans-3': 'SourceSans3' };

/** The opened places: the institutions that hold them, and the number of free ones. */
const scripts = [
  'Noto Serif',
  'Amiri',
  'Noto Sans Armenian',
  'Noto Sans Bengali',
  'Noto Sans Devanagari',
  'Noto Sans Ethiopic',
  'Noto Sans Georgian',
  'Noto Sans Gujarati',
  'Noto Sans Gurmukhi',
  'Noto Sans Hebrew',
  'Noto Sans Kannada',
  'Noto Sans Khmer',
  'Noto Sans Lao',
  'Noto Sans Malayalam',
  'Noto Sans Myanmar',
  'Noto Sans NKo',
  'Noto Sans Oriya',
  'Noto Sans Sinhala',
  'Noto Sans Syriac',
  'Noto Sans Tamil',
  'Noto Sans Telugu',
  'Noto Sans Thaana',
  'Noto Sans Thai',
  'Noto Sans Tifinagh',
  'Noto Serif Tibetan',
];

/** The Chinese one first: it also has the kana, and far more characters than the Korean one. */
const eastAsia = [
  { family: 'Noto Sans S Chinese', from: '@embedpdf/fonts-sc', file: 'NotoSansHans-Regular.otf' },
  { family: 'Noto Sans Korean', from: '@embedpdf/fonts-kr', file: 'NotoSansKR-Regular.otf' },
];

const googleFont = (family: string, face: string, file: string) =>
  require.resolve(`@expo-google-fonts/${family}/${face}/${file}_${face}.ttf`);

export const fontPaths = [
  ...(Object.keys(faces) as (keyof typeof faces)[]).flatMap((family) =>
    faces[family].map((face) => googleFont(family, face, familyFiles[family])),
  ),
  ...scripts.map((family) =>
    googleFont(family.toLowerCase().replaceAll(' ', '-'), '400Regular', family.replaceAll(' ', '')),
  ),
  ...eastAsia.map(({ from, file }) => join(dirname(require.resolve(from)), '../fonts', file)),
];

/** The families for letters that the two main ones lack, in this order. */
export const fallbacks = [...scripts, ...eastAsia.map(({ family }) => family)];
