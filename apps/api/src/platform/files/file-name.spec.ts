import { fileExtensions } from '@libretto/contracts';
import { nameToSave } from './file-name';

describe('the name under which a file leaves', () => {
  it.each([
    ['a.hta', 'application/pdf', 'a.hta.pdf'],
    ['photo.exe', 'image/jpeg', 'photo.exe.jpg'],
    ['x.pdf.js', 'application/pdf', 'x.pdf.js.pdf'],
    ['run.bat. ', 'application/pdf', 'run.bat.pdf'],
    ['diploma.pdf.', 'application/pdf', 'diploma.pdf'],
    ['diploma.pdf', 'image/png', 'diploma.pdf.png'],
    ['macro.docm', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'macro.docm.docx'],
    ['..', 'application/pdf', 'file.pdf'],
    ['README', 'text/plain', 'README.txt'],
    ['pdf', 'application/pdf', 'pdf.pdf'],
    ['diploma.lnk', 'application/pkcs7-mime', 'diploma.lnk.p7m'],
    ['photo.scr', 'image/heic', 'photo.scr.heic'],
  ])('has an ending that fits its bytes: %s, which is %s', (name, type, saved) => {
    expect(nameToSave({ name, type })).toBe(saved);
  });

  it.each([
    ["O'Brien's CV (final).docx", 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['SCAN.PDF', 'application/pdf'],
    ['photo.jpeg', 'image/jpeg'],
    ['diploma.pdf.p7m', 'application/pkcs7-mime'],
    ['marks.csv', 'text/plain'],
    ['all.zip', 'application/zip'],
  ])('stays what it is where it fits: %s', (name, type) => {
    expect(nameToSave({ name, type })).toBe(name);
  });

  it('keeps its ending where it is too long', () => {
    expect(nameToSave({ name: `${'x'.repeat(196)}.hta`, type: 'application/pdf' })).toMatch(/^x+\.pdf$/);
  });

  it('is known for every kind that the choice of a file offers', () => {
    const known = (ending: string): boolean =>
      types.some((type) => nameToSave({ name: `a${ending}`, type }) === `a${ending}`);
    expect(fileExtensions.filter((ending) => !known(ending))).toEqual([]);
  });
});

const office = 'application/vnd.openxmlformats-officedocument.';
const openDocument = 'application/vnd.oasis.opendocument.';
const types = [
  ...[
    'application/pdf',
    'application/pkcs7-mime',
    'application/rtf',
    'application/msword',
    'application/vnd.ms-excel',
    'application/vnd.ms-powerpoint',
  ],
  ...[`${office}wordprocessingml.document`, `${office}spreadsheetml.sheet`, `${office}presentationml.presentation`],
  ...[`${openDocument}text`, `${openDocument}spreadsheet`, `${openDocument}presentation`],
  ...['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif', 'image/heic', 'image/tiff', 'text/plain'],
];
