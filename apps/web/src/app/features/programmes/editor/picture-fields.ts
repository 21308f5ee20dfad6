import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { keyFrom, mostBytesOfPicture, mostPictures, pictureOfPng, pngOf } from '@libretto/domain';
import { SentencePipe } from '../../../platform/language';
import { FileDrop } from '../../../ui/file-drop';
import { ProgrammeEditing } from './programme-editing';

/** Wide enough for a logo on paper; it is made smaller until its bytes fit. */
const widths = [900, 700, 500, 350, 250, 150];

/** The pictures of the file: whatever image somebody chooses becomes a PNG that a programme may have. */
@Component({
  selector: 'lib-picture-fields',
  imports: [FileDrop, MatButtonModule, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <fieldset>
      <legend>{{ 'programmes.editor.fields.pictures' | transloco }}</legend>
      <ul>
        @for (picture of pictures(); track picture.name) {
          <li>
            @if (picture.isHere) {
              <img [src]="picture.address" alt="" />
            }
            <span>{{ picture.name }}</span>
            <button mat-button type="button" (click)="remove(picture.name)">
              {{ 'programmes.editor.remove' | transloco }} <span class="unseen">{{ picture.name }}</span>
            </button>
          </li>
        }
      </ul>
      @if (pictures().length < most) {
        <lib-file-drop
          [label]="'programmes.editor.add-picture' | transloco"
          accept="image/png,image/jpeg,image/webp,image/svg+xml"
          [largestMegabytes]="5"
          (chosen)="take($event)"
        />
      }
      <p aria-live="polite">
        @if (isUnreadable()) {
          {{ 'programmes.editor.no-picture' | transloco }}
        }
      </p>
    </fieldset>
  `,
  styles: `
    fieldset {
      display: grid;
      gap: var(--s3);
      min-inline-size: 0;
      margin: 0;
      padding: var(--s3) var(--s4);
      border: 1px solid var(--rule);
    }

    ul {
      display: grid;
      gap: var(--s2);
      margin: 0;
      padding: 0;
      list-style: none;
    }

    li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s3);
      align-items: center;
    }

    img {
      max-block-size: 3rem;
      max-inline-size: 8rem;
      background: #fff;
    }

    p {
      margin: 0;
    }
  `,
})
export class PictureFields {
  private readonly editing = inject(ProgrammeEditing);
  protected readonly most = mostPictures;
  protected readonly isUnreadable = signal(false);
  protected readonly pictures = computed(() =>
    Object.entries((this.editing.file.at(['pictures']) as Record<string, string> | undefined) ?? {}).map(
      ([name, address]) => ({ name, address, isHere: pngOf(address) !== null }),
    ),
  );

  protected async take(file: File): Promise<void> {
    const png = await asPng(file).catch(() => null);
    this.isUnreadable.set(png === null);
    const name = keyFrom(file.name.replace(/\.\w+$/, ''), this.editing.pictures());
    if (png) this.editing.file.set(['pictures', name], pictureOfPng(png));
  }

  protected remove(name: string): void {
    this.editing.file.remove(this.pictures().length > 1 ? ['pictures', name] : ['pictures']);
  }
}

/** The image drawn anew as a PNG, in base64; `null` if none is small enough. */
async function asPng(file: File): Promise<string | null> {
  const image = new Image();
  const address = URL.createObjectURL(file);
  image.src = address;
  await image.decode().finally(() => URL.revokeObjectURL(address));
  for (const width of widths) {
    const scale = Math.min(1, width / Math.max(image.naturalWidth, image.naturalHeight));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
    canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const base64 = canvas.toDataURL('image/png').split(',')[1] ?? '';
    if ((base64.length * 3) / 4 <= mostBytesOfPicture) return base64;
  }
  return null;
}
