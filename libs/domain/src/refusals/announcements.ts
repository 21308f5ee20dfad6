export const announcementsRefusals = {
  'announcements.not-scheduled': [],
  'announcements.time-is-past': [],
  'announcements.nobody-to-tell': [],
} as const;
