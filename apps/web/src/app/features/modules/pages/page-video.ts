import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  viewChild,
} from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { DomSanitizer } from '@angular/platform-browser';
import { videoAt } from '@libretto/domain';
import { SentencePipe } from '../../../platform/language';
import { Embedded } from '../../../ui/embedded';

/** A video of another site: that site learns of the reader only once they play it. */
@Component({
  selector: 'lib-page-video',
  imports: [Embedded, MatButtonModule, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './page-video.html',
  styleUrl: './page-video.css',
})
export class PageVideo {
  readonly address = input.required<string>();
  readonly title = input.required<string>();

  private readonly injector = inject(Injector);
  private readonly sanitizer = inject(DomSanitizer);
  private readonly video = computed(() => videoAt(this.address()));
  private readonly frame = viewChild<ElementRef<HTMLElement>>('frame');
  protected readonly isPlayed = linkedSignal({ source: this.address, computation: () => false });
  protected readonly site = computed(() => siteNames[this.video()?.site ?? 'youtube']);
  /** Trusted as the domain writes it: the player of a known site, and the film's number. */
  protected readonly player = computed(() => {
    const video = this.video();
    return video && this.sanitizer.bypassSecurityTrustResourceUrl(video.player);
  });

  /** The button goes, and the focus with it: it goes on to the player. */
  protected play(): void {
    this.isPlayed.set(true);
    afterNextRender(() => this.frame()?.nativeElement.focus(), { injector: this.injector });
  }
}

/** Names of companies are the same in every language. */
const siteNames = { youtube: 'YouTube', vimeo: 'Vimeo' };
