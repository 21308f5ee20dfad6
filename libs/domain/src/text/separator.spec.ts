import { separatorOf } from './separator';

describe('the separator of a table saved as text', () => {
  it.each([
    ['commas', 'E-mail,Name\na@x.example,Ana', ','],
    ['semicolons', 'E-mail;Name\r\na@x.example;Ana', ';'],
    ['tabs', 'E-mail\tName\na@x.example\tAna', '\t'],
    ['bars', 'E-mail|Name', '|'],
    ['tildes', '\n\nE-mail~Name', '~'],
    ['semicolons, with a comma in each name', 'Name;E-mail\nKovač, Ana;a@x.example\nRossi, Ivo;i@x.example', ';'],
    ['semicolons, with more commas in the headings', 'Name, given;Name, family\nAna;Kovač', ';'],
    ['commas, with semicolons and ends of lines in quotes', '"a;b;\n;c",name\n"d;e;f",Ana', ','],
    ['semicolons, with rows that end early', 'Name;E-mail;Role\nAna\nIvo;i@x.example', ';'],
    ['commas where there is one column', 'E-mail\na@x.example', ','],
    ['commas where there is nothing', '', ','],
  ])('is found: %s', (_, text, separator) => expect(separatorOf(text)).toEqual({ separator, linesBefore: 0 }));

  it('is what the file says', () => {
    expect(separatorOf('sep=^\r\nE-mail^Name,Role')).toEqual({ separator: '^', linesBefore: 1 });
  });
});
