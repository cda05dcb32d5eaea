/** Slack's limits, as its reference gives them; where it gives none, measured by others and marked so. */
export const SLACK_LIMITS = {
  messageBlocks: 50,
  viewBlocks: 100,
  sectionChars: 3_000,
  headerChars: 150,
  contextElements: 10,
  /** Not written down: what Slack's own builder takes. */
  contextChars: 2_000,
  actionsElements: 25,
  buttonChars: 75,
  accessibilityChars: 75,
  valueChars: 2_000,
  titleChars: 24,
  metadataChars: 3_000,
  tableRows: 100,
  tableCells: 20,
  tableChars: 10_000,
  /** One `table` a message: a second is refused. */
  tables: 1,
  /** `chat.update` refuses more (measured by others). */
  textChars: 4_000,
  /** All blocks together are refused from about 12,000 (measured by others). */
  blocksChars: 11_000,
  markdownChars: 12_000,
  prompts: 4,
} as const;
