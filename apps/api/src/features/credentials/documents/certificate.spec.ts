import { certificateDesigns } from '@libretto/domain';
import { Languages } from '../../../platform/language/languages';
import { findLanguageFolder } from '@libretto/language/files';
import { PdfRenderer } from '../../../platform/pdf/pdf-renderer';
import { readByOthers } from '../../../testing/pdf-by-others';
import { copiedFromPdf, textOfPdf } from '../../../testing/pdf-text';
import { anAwardSnapshot } from '../award/award-snapshot.builder';
import type { AwardSnapshot } from '../award/award-snapshot';
import { aTinyPng } from '../../../testing/tiny-png';
import { certificateSheet, designOf } from './certificate-sheet';
import { certificateTemplate } from './certificate-template';
import { picturesOfDocument } from './pictures-of-document';

const languages = Languages.read(findLanguageFolder(__dirname));
const says = (language: string) => languages.ofDocuments(language);
const pictures = picturesOfDocument({ logo: aTinyPng, seal: aTinyPng, signature: aTinyPng });
const address = 'https://courses.example.org/credentials/7F3K9QWX2M4TH8ZC';
const sheet = (snapshot: AwardSnapshot, isCorrection = false) =>
  certificateSheet({ snapshot, address, credential: '{"name":"signed"}', isCorrection }, says);

describe('the certificate', () => {
  const renderer = new PdfRenderer();
  const print = async (snapshot: AwardSnapshot, standard?: string) =>
    renderer.print(certificateTemplate(designOf(snapshot)), await sheet(snapshot), standard, pictures);
  const words = async (snapshot: AwardSnapshot) =>
    (await textOfPdf(await print(snapshot))).replace(/\s+/g, ' ').replace(/\s/g, ' ');
  afterAll(() => renderer.onApplicationShutdown());

  it('says in both languages what the award says', async () => {
    const text = await words(anAwardSnapshot().build());
    for (const sentence of [
      'Ana Horvat',
      'born on 4 May 1990',
      'data di nascita: 4 maggio 1990',
      'Automatic Recognition',
      'Automatic Recognition (it)',
      'Rome, 23 November 2026',
      'Maria Bianchi',
      'EQF level',
      'livello EQF',
      'courses.example.org/credentials/7F3K9QWX2M4TH8ZC',
      'Certificate supplement',
      'Supplemento al certificato',
      'Explain what automatic recognition is',
      '5 ECTS, 125 hours of learning (25 hours per ECTS)',
      'Contact hours: 48 h',
      'Self-study: 60 h 30 min',
      'Federico II (Italy). Co-designs the course. Degree of cooperation 2: medium, co-design',
      'Passed, without a grade',
    ])
      expect(text).toContain(sentence);
  });

  it('says in the supplement the grade, its scale and how the others did', async () => {
    const grades = [
      {
        work: { en: 'Portfolio', it: 'Portfolio (it)' },
        grade: '28',
        scale: { grades: ['30 e lode', '30', '28', '18', '0'], passFrom: '18' },
        distribution: {
          people: 12,
          grades: [
            { grade: '30', people: 4 },
            { grade: '28', people: 8 },
          ],
        },
      },
    ];
    const text = await words(anAwardSnapshot().with({ grades }).build());
    expect(text).not.toContain('without a grade');
    for (const sentence of [
      'Portfolio: 28',
      'Portfolio: from 30 e lode to 0, passed from 18',
      'Portfolio: 30: 33.3%, 28: 66.7%',
      '12 people of this edition had passed with a grade when this document was issued.',
      '30: 33,3%, 28: 66,7%',
    ])
      expect(text).toContain(sentence);
  });

  it('keeps its one page for long names, long titles and many bodies, and without a signatory', async () => {
    const long = 'of Advanced Studies in the Recognition of Foreign Qualifications and of Micro-credentials';
    const snapshot = anAwardSnapshot()
      .of({
        givenName: 'María José Guadalupe',
        familyName: 'Fernández de Córdoba y Álvarez de Toledo',
        dateOfBirth: '1990-05-04',
      })
      .with({
        title: { en: `Professional Certificate ${long}`, it: `Certificato professionale ${long}` },
        awardingBodies: ['One', 'Two', 'Three'].map((name) => ({
          name: `${name} – Information Centre on Academic Mobility and Equivalence`,
          country: 'IT',
          status: { en: 'Centre', it: 'Centro' },
        })),
      })
      .build();
    for (const signatories of [[], snapshot.signatories, [...snapshot.signatories, ...snapshot.signatories]]) {
      const [, second] = (await textOfPdf(await print({ ...snapshot, signatories }))).split('\n');
      expect(second).toMatch(/^Certificate supplement/);
    }
  });

  // Six bodies and signatories, thirty outcomes, a name from right to left, pictures, and another pair of languages.
  const everything = (design: (typeof certificateDesigns)[number]): AwardSnapshot => {
    const texts = (text: string) => ({ en: text, it: `${text} (it)`, fr: `${text} (fr)` });
    const names = [1, 2, 3, 4, 5, 6].map((number) => `Institution ${number} – Information Centre on Academic Mobility`);
    const outcomes = Array.from({ length: 30 }, (_, at) => ({
      id: `outcome-${at}`,
      text: texts(`Outcome ${at + 1}: explain the rules of recognition and apply them to a case of your own`),
    }));
    return {
      ...anAwardSnapshot()
        .of({ givenName: 'محمد', familyName: 'الفاروقي', dateOfBirth: '1990-10-01' })
        .with({ outcomes, awardingBodies: names.map((name) => ({ name, country: 'IT', status: texts('Centre') })) })
        .build(),
      signatories: names.map((body, at) => ({
        ...{ name: `Signatory ${at + 1}`, capacity: texts('Director'), place: texts('Rome'), body },
        ...(at === 0 && { signature: 'signature' }),
      })),
      certificate: {
        ...{ design, languages: ['fr', 'it'], organisers: ['Federico II'], seal: 'seal', logo: 'logo' },
        logos: { [names[0] ?? '']: 'logo', 'Federico II': 'logo' },
      },
      illustrative: ['awardingBodies.status', 'workload'],
    };
  };

  it.each(certificateDesigns)('has all of it on one page in the design “%s”, and can be read aloud', async (design) => {
    const snapshot = everything(design);
    const pdf = await print(snapshot);
    const [first = '', second] = (await textOfPdf(pdf)).split('\n');
    expect(second).toMatch(/^Supplément au certificat/);
    for (const words of [
      'Délivré conjointement par',
      'Signatory 6',
      '1er octobre 1990',
      'crédits ECTS *',
      'titre d’illustration',
    ])
      expect(first.replace(/\s+/g, ' ')).toContain(words);
    expect(await copiedFromPdf(pdf)).toContain('محمد الفاروقي');
    readByOthers(pdf, ({ attachment, ...said }) => {
      expect(said).toEqual({ faults: '', isTagged: true, archival: '3A' });
      expect(attachment('credential.json')).toBe('{"name":"signed"}');
    });
    await expect(print(snapshot, 'ua-1')).resolves.toBeInstanceOf(Buffer);
  });

  it('parts no table from its heading, and states the European approach once in each language', async () => {
    for (let outcomes = 16; outcomes <= 30; outcomes += 1) {
      const all = everything('classic').record.outcomes.slice(0, outcomes);
      const text = await words(anAwardSnapshot().with({ outcomes: all }).build());
      expect(text).not.toMatch(/(Qualification|Course of study|Award|Verification|Rilascio|Verifica)\s+Ana Horvat ·/);
      expect(text.match(/2022 \(OJ C 243/g)).toHaveLength(1);
      expect(text.match(/2022 \(GU C 243/g)).toHaveLength(1);
    }
  });

  it.each(['de', 'es', 'fr', 'hr', 'pt'] as const)('is worded in “%s” to the last label', async (language) => {
    const snapshot = { ...everything('modern'), certificate: { organisers: [], languages: [language] } };
    const text = JSON.stringify(await sheet(snapshot));
    expect(text).not.toMatch(/certificate\.|undefined|null"|NaN|\{\w+\}|Certificate supplement/);
  });

  it('says what its programme wants it to say, in its languages', async () => {
    const both = (en: string, it: string) => ({ en, it });
    const snapshot: AwardSnapshot = {
      ...anAwardSnapshot()
        .with({ supervisedBy: both('Ministry', 'Ministero') })
        .build(),
      certificate: {
        heading: both('Micro-credential certificate', 'Attestazione di micro-credenziale'),
        languages: ['it'],
        registered: both('In the register of CIMEA.', 'Nel registro di CIMEA.'),
        organisers: ['Federico II'],
      },
      registerNumber: 'CIMEA-2026-7',
      illustrative: ['level.nqf', 'title.en'],
    };
    const text = await words(snapshot);
    for (const sentence of [
      'Attestazione di micro-credenziale',
      'n. CIMEA-2026-7',
      'organizzato congiuntamente con Federico II',
      'Organizzato congiuntamente con',
      'Tipo di titolo',
      'con la vigilanza di: Ministero',
      'Nel registro di CIMEA.',
      'Livello *',
      'a titolo di esempio',
    ])
      expect(text).toContain(sentence);
    for (const absent of [
      'Micro-credential certificate',
      'Certificate supplement',
      'Denominazione del corso *',
      'in collaborazione',
    ])
      expect(text).not.toContain(absent);
  });

  it('marks nothing as made up where nothing is', async () => {
    expect(await words(anAwardSnapshot().build())).not.toContain('*');
  });

  it('leaves no key of the language files and no gap unworded', async () => {
    const text = JSON.stringify(await sheet(anAwardSnapshot().build(), true));
    expect(text).not.toMatch(/certificate\.|undefined|null"|NaN|\{\w+\}/);
  });

  it('comes out the same, byte by byte, each time', async () => {
    const [once, again] = [await print(anAwardSnapshot().build()), await print(anAwardSnapshot().build())];
    expect(once.equals(again)).toBe(true);
  });

  it.each([
    ['markup of the template', '#panic() *Ana* _x_ $y$', '[Horvat] `z` = 1'],
    ['markup of a browser', '<script>alert(1)</script>', '<img src=x onerror=alert(1)>'],
    ['the start of a term list', '/ Ana: x', '- Horvat'],
    ['letters of many alphabets', 'Željka Đurđica', 'Ægir Łukasz Ştefan Ñuñez Ωνάσης Иванова'],
  ])('shows %s as text', async (_, givenName, familyName) => {
    const text = await words(anAwardSnapshot().of({ givenName, familyName, dateOfBirth: '1990-05-04' }).build());
    expect(text).toContain(`${givenName} ${familyName}`);
  });

  it.each([
    ['Arabic', 'محمد', 'الفاروقي'],
    ['Urdu', 'پرویز', 'گلزاری'],
    ['Hebrew', 'דוד', 'בן־גוריון'],
    ['Syriac', 'ܐܦܪܝܡ', 'ܣܘܪܝܝܐ'],
    ['Chinese', '诗颖', '欧阳'],
    ['Chinese, traditional', '鴻儒', '陳'],
    ['Japanese', 'さくら', '髙橋'],
    ['Korean', '민준', '김'],
    ['Georgian', 'ნინო', 'ბერიძე'],
    ['Armenian', 'Արամ', 'Խաչատրյան'],
    ['Thai', 'ก้องภพ', 'ศรีสุวรรณ'],
    ['Lao', 'ສົມສັກ', 'ພົມມະຈັນ'],
    ['Burmese', 'အောင်', 'မြင့်ဦး'],
    ['Hindi', 'कृष्णा', 'त्रिपाठी'],
    ['Tamil', 'கிருஷ்ணன்', 'ஸ்ரீனிவாசன்'],
    ['Telugu', 'శ్రీనివాస్', 'రెడ్డి'],
    ['Kannada', 'ಶ್ರೀನಿವಾಸ', 'ಹೆಗ್ಡೆ'],
    ['Malayalam', 'ശ്രീജിത്ത്', 'നമ്പൂതിരി'],
    ['Gujarati', 'કૃષ્ણકાંત', 'પટેલ'],
    ['Punjabi', 'ਗੁਰਪ੍ਰੀਤ', 'ਸਿੰਘ'],
    ['Odia', 'ଶ୍ରୀକାନ୍ତ', 'ପଟ୍ଟନାୟକ'],
    ['Sinhala', 'ශ්‍රීලාල්', 'ප්‍රනාන්දු'],
    ['Amharic', 'ጥሩነሽ', 'ዲባባ'],
    ['Tibetan', 'བསྟན་འཛིན', 'རྒྱ་མཚོ'],
    ['Tamazight', 'ⵎⴰⵙⵉⵏⵉⵙⴰ', 'ⴰⵎⴰⵣⵉⵖ'],
    ['Kazakh', 'Ғабит', 'Мүсірепов'],
    ['Greek of many accents', 'Ἀλέξανδρος', 'Ωνάσης'],
    ['Vietnamese', 'Nguyễn', 'Thị Ánh'],
    ['Hausa', 'Ɓala', 'Ƙano'],
  ])('is made out in %s, and the name can be read back', async (_, givenName, familyName) => {
    const pdf = await print(anAwardSnapshot().of({ givenName, familyName, dateOfBirth: '1990-05-04' }).build());
    expect((await copiedFromPdf(pdf)).split('\r\n')).toContain(`${givenName} ${familyName}`);
  });

  // Letters of several parts; the reader above copies some of them twice. A character that no font has would not be
  // printed at all.
  it.each([
    ['Bengali', 'রবীন্দ্রনাথ', 'ঠাকুর'],
    ['Khmer', 'សុខ', 'ចាន់ធី'],
    ['Dhivehi', 'މުޙައްމަދު', 'ނަޝީދު'],
    ['N’Ko', 'ߛߟߏߡߊߣߊ߫', 'ߞߊ߲ߕߍ'],
    ['Yoruba', 'Adéọlá', 'Ọ́ṣun'],
  ])('is made out in %s', async (_, givenName, familyName) => {
    await expect(
      print(anAwardSnapshot().of({ givenName, familyName, dateOfBirth: '1990-05-04' }).build()),
    ).resolves.toBeInstanceOf(Buffer);
  });

  it('carries the signed credential as an attachment of an archival document', async () => {
    const pdf = await print(anAwardSnapshot().build());
    readByOthers(pdf, ({ attachment, ...said }) => {
      expect(said).toEqual({ faults: '', isTagged: true, archival: '3A' });
      expect(attachment('credential.json')).toBe('{"name":"signed"}');
    });
    expect(pdf.toString('latin1')).toMatch(/AFRelationship\s*\/Source/);
    // They do find what is wrong with a document.
    readByOthers(pdf.subarray(0, -200), ({ faults }) => expect(faults).toContain('damaged'));
  });

  it('can be read by a screen reader from the title to the last row', async () => {
    await expect(print(anAwardSnapshot().build(), 'ua-1')).resolves.toBeInstanceOf(Buffer);
  });
});
