export const discussionsRefusals = {
  'discussions.thread-closed': [],
  'discussions.post-gone': [],
  'discussions.change-time-over': ['minutes'],
  'discussions.cannot-mention': [],
  'discussions.too-many-files': ['most'],
  'discussions.no-answer-to-itself': [],
} as const;
