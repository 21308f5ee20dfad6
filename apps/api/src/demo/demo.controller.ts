import { listMails, readDemo, readMail } from '@libretto/contracts';
import { anyone, fullNameOf } from '@libretto/domain';
import { Controller } from '@nestjs/common';
import { Handles, type PublicRequestOf } from '../platform/http/handles';
import { Mailbox } from './mailbox';
import { demoPassword, demoPeople } from './people';

/** Pages of a demo only: the people to sign in as, and everybody's mail. A production never loads it. */
@Controller()
export class DemoController {
  constructor(private readonly mailbox: Mailbox) {}

  @Handles(readDemo, anyone)
  demo() {
    const people = demoPeople.map(({ email, givenName, familyName, key }) => ({
      email,
      name: fullNameOf({ givenName, familyName }),
      comesTo: key,
    }));
    return { password: demoPassword, people };
  }

  @Handles(listMails, anyone)
  mails() {
    return this.mailbox.newest();
  }

  @Handles(readMail, anyone)
  mail({ params }: PublicRequestOf<typeof readMail>) {
    return this.mailbox.open(params.fileName);
  }
}
