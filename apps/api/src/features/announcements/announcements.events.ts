/** An announcement was sent, to these people. */
export class AnnouncementSent {
  constructor(
    readonly announcementId: string,
    readonly accountIds: readonly string[],
  ) {}
}
