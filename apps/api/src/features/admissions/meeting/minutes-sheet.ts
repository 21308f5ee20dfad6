import type { MinutesSheet } from '@libretto/contracts';
import { type Finding, findings, type RulingOutcome, type VoteChoice, voteChoices } from '@libretto/domain';
import { type KeyBelow, type Say, wordCountry, wordList } from '@libretto/language';
import { wordDay, wordDayAndTime } from '../../../platform/language/word-moment';
import type { MinutesItemRecord, MinutesRecord } from './minutes.entity';

type Section = MinutesSheet['sections'][number];

/**
 * Words minutes in one language: the screen, the PDF and the text file are all made from this. Items are numbered in
 * it, so that no gap reveals an item that is left out.
 */
export function minutesSheet(
  record: MinutesRecord,
  items: readonly MinutesItemRecord[],
  language: string,
  say_: Say,
): MinutesSheet {
  const words = new Words(language, record.timeZone, say_);
  const { say } = words;
  const programme = words.of(record.programme);
  return {
    language,
    title: say('title'),
    subtitle: say('subtitle', { programme, edition: record.edition }),
    sections: [
      meetingSection(record, words),
      ...(items.length
        ? items.map((item, at) => itemSection(item, at + 1, words))
        : [{ title: say('rulings'), subtitle: null, rows: [{ label: say('ruling'), paragraphs: [say('none')] }] }]),
    ],
    footer: say('footer', { edition: record.edition, day: words.day(record.heldOn) }),
  };
}

/** The same as plain text: titles underlined, each label with its text indented below it. */
export function textOf({ title, subtitle, sections, footer }: MinutesSheet): string {
  const lines = [title, '='.repeat(title.length), subtitle, ''];
  for (const section of sections) {
    lines.push(section.title, '-'.repeat(section.title.length), ...(section.subtitle ? [section.subtitle] : []), '');
    for (const { label, paragraphs } of section.rows)
      lines.push(
        `${label}:`,
        ...paragraphs.flatMap((paragraph) => paragraph.split('\n').map((line) => `  ${line}`)),
        '',
      );
  }
  return `${[...lines, footer].join('\n')}\n`;
}

/** The words of minutes in one language. */
class Words {
  constructor(
    private readonly language: string,
    private readonly timeZone: string,
    private readonly inLanguage: Say,
  ) {}

  readonly say: Say<KeyBelow<'admissions.minutes'>> = (key, values) =>
    this.inLanguage(`admissions.minutes.${key}`, values);
  readonly outcome = (outcome: RulingOutcome) => this.inLanguage(`admissions.outcome.${outcome}`);
  readonly finding = (finding: Finding) => this.inLanguage(`admissions.finding.${finding}`);
  readonly choice = (choice: VoteChoice) => this.inLanguage(`admissions.choice.${choice}`);
  readonly tie = () => this.inLanguage('admissions.vote.tie');
  readonly of = (texts: Readonly<Record<string, string>>) => texts[this.language] ?? texts['en'] ?? '';
  readonly day = (day: string) => wordDay(new Date(`${day}T12:00:00Z`), { language: this.language, timeZone: 'UTC' });
  readonly moment = (instant: string) =>
    wordDayAndTime(new Date(instant), { language: this.language, timeZone: this.timeZone });
  readonly list = (names: readonly string[]) => (names.length ? wordList(this.language, names) : this.say('nobody'));

  country(code: string): string {
    return code ? wordCountry(this.language, code) : '';
  }
}

function meetingSection(record: MinutesRecord, { say, day, moment, list }: Words): Section {
  return {
    title: say('meeting'),
    subtitle: null,
    rows: [
      row(say('place'), record.place),
      row(say('held-on'), day(record.heldOn)),
      row(say('opened'), say('at-by', { moment: moment(record.openedAt), name: record.openedBy })),
      row(say('closed'), say('at-by', { moment: moment(record.closedAt), name: record.closedBy })),
      row(say('time-zone'), record.timeZone),
      row(say('present'), list(record.present)),
      row(say('absent'), list(record.absent)),
    ],
  };
}

function itemSection(item: MinutesItemRecord, number: number, words: Words): Section {
  const { say, list, moment } = words;
  const works = [item.institution, words.country(item.country)].filter(Boolean).join(', ');
  return {
    title: say('item', { number: String(number), name: item.applicant || say('erased') }),
    subtitle: works || null,
    rows: [
      row(
        say('ruling'),
        words.outcome(item.outcome),
        item.outcome !== item.decision && say('no-place', { decision: words.outcome(item.decision) }),
        item.number > 1 && say('on-appeal'),
      ),
      row(say('reason'), item.reason || say('erased')),
      row(
        say('votes'),
        counted(voteChoices, item.counts, words.choice),
        say('quorum', { quorum: item.quorum, members: item.membersWithoutConflict }),
        item.decidedByChair && words.tie(),
      ),
      row(
        say('findings'),
        ...item.findings.map(({ statement, finding, counts, decidedByChair }) =>
          say(decidedByChair ? 'found-by-chair' : 'found', {
            statement: words.of(statement).replace(/\.$/, ''),
            finding: finding ? words.finding(finding) : say('level'),
            counts: counted(findings, counts, words.finding),
          }),
        ),
      ),
      row(say('recused'), list(item.recused)),
      row(say('ruled'), say('at-by', { moment: moment(item.ruledAt), name: item.ruledBy })),
    ],
  };
}

const row = (label: string, ...paragraphs: (string | false)[]) => ({
  label,
  paragraphs: paragraphs.filter((one): one is string => one !== false),
});

/** “3 × admit, 1 × reject”: without the choices that nobody made. */
const counted = <Said extends string>(
  among: readonly Said[],
  counts: Readonly<Record<Said, number>>,
  word: (said: Said) => string,
): string => among.flatMap((said) => (counts[said] ? `${counts[said]} × ${word(said)}` : [])).join(', ');
