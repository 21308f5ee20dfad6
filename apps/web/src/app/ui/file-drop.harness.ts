import { ComponentHarness } from '@angular/cdk/testing';

/** A place for files in a spec. */
export class FileDropHarness extends ComponentHarness {
  static hostSelector = 'lib-file-drop';

  async drop(file: File): Promise<void> {
    await (await this.host()).dispatchEvent('drop', { dataTransfer: { files: [file] } as never });
  }

  /** Why the file was not taken; empty without a reason. */
  async fault(): Promise<string> {
    return (await (await this.locatorForOptional('[role=alert]')())?.text()) ?? '';
  }

  /** How far a file on its way is, in words; empty while there is none. */
  async progress(): Promise<string> {
    return (await (await this.locatorForOptional('[role=status]')())?.text()) ?? '';
  }

  async stop(): Promise<void> {
    await (await this.locatorFor('progress + button')()).click();
  }
}
