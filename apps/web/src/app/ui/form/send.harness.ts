import { ComponentHarness } from '@angular/cdk/testing';

/** The end of a form in a spec. */
export class SendHarness extends ComponentHarness {
  static hostSelector = 'lib-send';

  private readonly button = this.locatorFor('.row > button');

  async press(): Promise<void> {
    await (await this.button()).click();
  }

  async isSending(): Promise<boolean> {
    return (await this.button()).getProperty('disabled');
  }

  /** Why the form was not sent; empty while nobody tried. */
  async problem(): Promise<string> {
    return (await this.locatorFor('lib-form-problem')()).text();
  }
}
