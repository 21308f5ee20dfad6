import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { readEnglish, speaking } from '../../../testing/speaking';
import { injectSay, SentencePipe } from './sentences';

/**
 * What a template may pass to the pipe is what `transform` takes. The marked lines are those that the compiler refuses: a
 * mark without a fault below it does not compile either.
 */
function templates(transloco: SentencePipe, mark: 'present' | 'late', anyMark: string): string[] {
  return [
    transloco.transform('shell.retry'),
    transloco.transform(`schedule.letter.${mark}`),
    transloco.transform('admissions.letters.ruling', { outcome: 'admitted' }),
    // @ts-expect-error -- no such key
    transloco.transform('shell.try-again'),
    // @ts-expect-error -- a key above sentences is no sentence
    transloco.transform('shell.done'),
    // @ts-expect-error -- not every text is a mark that has a sentence
    transloco.transform(`schedule.letter.${anyMark}`),
    // @ts-expect-error -- what is put together with a plus is any text
    transloco.transform('schedule.letter.' + mark),
    // @ts-expect-error -- where there may be no mark, there may be no sentence
    transloco.transform(`schedule.letter.${mark === 'late' ? null : mark}`),
  ];
}

@Component({
  imports: [SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `{{ 'shell.retry' | transloco }}, {{ 'shell.work.choose' | transloco: { parts: 2 } }} {{ own }}`,
})
class Speaker {
  protected readonly own = injectSay()('shell.skip');
}

describe('a sentence on a screen', () => {
  it('has a key that the language files know, or the web does not compile', () => {
    const keyAsItself = { transform: (key: string) => key } as SentencePipe;
    expect(templates(keyAsItself, 'late', 'early')).toContain('schedule.letter.late');
  });

  it('is said in the reader’s language by a template and by a class', async () => {
    TestBed.configureTestingModule({ providers: speaking() });
    await readEnglish();
    const screen = TestBed.createComponent(Speaker);
    await screen.whenStable();
    expect((screen.nativeElement as HTMLElement).textContent).toBe(
      'Try again, You have 2 roles; the most urgent comes first. Skip to content',
    );
  });
});
