import { z } from 'zod';

/** Slack's text objects and other composition objects: strict, so that a field Slack does not know is refused. */
export const plainText = (max: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: z.string().min(1).max(max), emoji: z.boolean().optional() });

export const mrkdwnText = (max: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: z.string().min(1).max(max), verbatim: z.boolean().optional() });

export const eitherText = (max: number) => z.discriminatedUnion('type', [plainText(max), mrkdwnText(max)]);

const slackFile = z.union([z.strictObject({ id: z.string() }), z.strictObject({ url: z.url() })]);

/** Picture by address or by uploaded file; `alt_text` is what a screen reader says. */
export const imageSource = {
  image_url: z.url().max(3000).optional(),
  slack_file: slackFile.optional(),
  alt_text: z.string().min(1).max(2000),
};

export const confirmDialog = z.strictObject({
  title: plainText(100).optional(),
  text: eitherText(300),
  confirm: plainText(30).optional(),
  deny: plainText(30).optional(),
  style: z.enum(['primary', 'danger']).optional(),
});

/** An option of a menu; check boxes and radio buttons may have mrkdwn labels. */
export const menuOption = (text: ReturnType<typeof eitherText> | ReturnType<typeof plainText> = plainText(75)) =>
  z.strictObject({
    text,
    value: z.string().max(150),
    description: plainText(75).optional(),
    url: z.url().max(3000).optional(),
  });

export const optionGroup = z.strictObject({ label: plainText(75), options: z.array(menuOption()).min(1).max(100) });
