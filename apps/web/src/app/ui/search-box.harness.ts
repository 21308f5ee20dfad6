import { ComponentHarness, TestKey } from '@angular/cdk/testing';

/** The search box of a list in a spec. */
export class SearchBoxHarness extends ComponentHarness {
  static hostSelector = 'lib-search-box';

  private readonly box = this.locatorFor('input');

  async words(): Promise<string> {
    return (await this.box()).getProperty('value');
  }

  async type(words: string): Promise<void> {
    const box = await this.box();
    await box.setInputValue(words);
    await box.dispatchEvent('input');
  }

  /** Searches at once. */
  async enter(): Promise<void> {
    await (await this.locatorFor('form')()).dispatchEvent('submit');
  }

  async escape(): Promise<void> {
    await (await this.box()).sendKeys(TestKey.ESCAPE);
  }

  /** The number of matches, as it is read aloud. */
  async found(): Promise<string> {
    return (await this.locatorFor('[role=status]')()).text();
  }
}
