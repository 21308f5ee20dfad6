import { ComponentHarness, HarnessPredicate } from '@angular/cdk/testing';

/** A text field or a select in a spec, by its label: `await screen.getHarness(FieldHarness.labelled('Topic'))`. */
export class FieldHarness extends ComponentHarness {
  static hostSelector = 'lib-text-field, lib-select-field';

  static labelled(label: string): HarnessPredicate<FieldHarness> {
    return new HarnessPredicate(FieldHarness, {}).addOption('label', label, (field, wanted) =>
      HarnessPredicate.stringMatches(field.label(), wanted),
    );
  }

  private readonly control = this.locatorFor('input, textarea, select');

  async label(): Promise<string> {
    return (await this.locatorFor('mat-label')()).text();
  }

  async value(): Promise<string> {
    return (await this.control()).getProperty('value');
  }

  /** The error beside the field; empty without one. */
  async error(): Promise<string> {
    return (await (await this.locatorForOptional('lib-field-error')())?.text()) ?? '';
  }

  /** Types a text in place of the one that is there, and stays in the field. */
  async type(text: string): Promise<void> {
    const control = await this.control();
    await control.focus();
    await control.setInputValue(text);
    await control.dispatchEvent('input');
  }

  /** Chooses the option with this text. */
  async choose(option: string): Promise<void> {
    const control = await this.control();
    const texts = await Promise.all((await this.locatorForAll('option')()).map((one) => one.text()));
    await control.selectOptions(texts.indexOf(option));
    // As a browser does: signal forms listen to it.
    await control.dispatchEvent('input');
  }

  /** Comes into the field and leaves it, as with Tab. */
  async passThrough(): Promise<void> {
    const control = await this.control();
    await control.focus();
    await control.blur();
  }
}

/** The errors beside all fields of a screen, by their labels. */
export async function errorsOf(fields: readonly FieldHarness[]): Promise<Record<string, string>> {
  const told = await Promise.all(fields.map(async (field) => [await field.label(), await field.error()] as const));
  return Object.fromEntries(told.filter(([, error]) => error));
}
