import '../app.module';
import { Languages } from '../platform/language/languages';
import { htmlOf, textOf } from '../platform/mail/layout';
import { definedMails, type Letter } from '../platform/mail/mail';

const hostile = `<script>alert("x")</script>{name}`;
const languages = Languages.read();

/** Dates, zones and words of the code: texts that no person writes. */
const isOurs = (text: string) => /^\d{4}-\d\d|^[A-Z][a-z]+\/[A-Z]|^[a-z]+(-[a-z]+)*$/.test(text);

/** The sample with every text that a person may have written replaced by a hostile one. */
function hostileCopy(value: unknown): unknown {
  if (typeof value === 'string') return isOurs(value) ? value : `${value} ${hostile}`;
  if (Array.isArray(value)) return value.map(hostileCopy);
  if (value instanceof Date || value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, hostileCopy(part)]));
}
const sentencesOf = ({ subject, paragraphs, action }: Letter) => [subject, ...paragraphs, action?.label ?? ''];

const cases = definedMails().flatMap((mail) => languages.all().map(({ code }) => [mail.name, code, mail] as const));

describe('every mail', () => {
  it('is known here', () => {
    expect(definedMails().length).toBeGreaterThan(5);
  });

  it.each(cases)('%s says everything in %s', (_, code, mail) => {
    const letter = mail.compose(languages.in(code), mail.sample);
    expect(sentencesOf(letter).filter((sentence) => /^[a-z-]+\.[a-z.-]+$/.test(sentence))).toEqual([]);
    expect(letter.paragraphs.length).toBeGreaterThan(0);
  });

  it.each(cases)('%s keeps what people wrote as text in %s', (_, code, mail) => {
    const letter = mail.compose(languages.in(code), hostileCopy(mail.sample));
    const html = htmlOf(letter, 'https://libretto.example', code);
    expect(html).not.toContain('<script');
    expect(textOf(letter, 'https://libretto.example')).not.toContain('undefined');
  });
});
