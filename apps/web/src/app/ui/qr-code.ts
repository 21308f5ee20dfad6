import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { create } from 'qrcode';

/** A text as a QR code, as wide as the place that its page gives it. */
@Component({
  selector: 'lib-qr-code',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg role="img" [attr.aria-label]="label()" [attr.viewBox]="drawn().box" shape-rendering="crispEdges">
      <rect x="-4" y="-4" width="100%" height="100%" />
      <path [attr.d]="drawn().path" />
    </svg>
  `,
  styles: `
    :host {
      display: block;
    }

    svg {
      display: block;
      width: 100%;
      height: auto;
      border-radius: var(--radius);
    }

    /* Scanners want dark squares on white, in every appearance. */
    rect {
      fill: #fff;
    }

    path {
      fill: #000;
    }
  `,
})
export class QrCode {
  readonly text = input.required<string>();
  readonly label = input.required<string>();

  /** The dark squares as the path of an SVG, and its box: four light squares stand around the code. */
  protected readonly drawn = computed(() => {
    const { data, size } = create(this.text(), { errorCorrectionLevel: 'M' }).modules;
    const path = Array.from(data, (dark, at) => (dark ? `M${at % size} ${Math.floor(at / size)}h1v1h-1z` : '')).join(
      '',
    );
    return { path, box: `-4 -4 ${size + 8} ${size + 8}` };
  });
}
