import { z } from 'zod';
import { actionsElement, cardButton, contextAction, image, inputElement, sectionAccessory } from './element-shapes.ts';
import { richText } from './rich-text-shape.ts';
import { eitherText, imageSource, mrkdwnText, plainText } from './text-shapes.ts';

const blockId = { block_id: z.string().max(255).optional() };

const section = z
  .strictObject({
    type: z.literal('section'),
    ...blockId,
    text: eitherText(3000).optional(),
    fields: z.array(eitherText(2000)).min(1).max(10).optional(),
    accessory: sectionAccessory.optional(),
    expand: z.boolean().optional(),
  })
  .refine((block) => block.text !== undefined || block.fields !== undefined, {
    message: 'missing required field: text or fields',
  });

/** Blocks that stand in messages, modals and the Home tab alike. */
const everywhere = [
  section,
  z.strictObject({ type: z.literal('header'), ...blockId, text: plainText(150) }),
  z.strictObject({ type: z.literal('divider'), ...blockId }),
  z.strictObject({
    type: z.literal('context'),
    ...blockId,
    elements: z
      .array(z.discriminatedUnion('type', [image, plainText(3000), mrkdwnText(3000)]))
      .min(1)
      .max(10),
  }),
  z.strictObject({ type: z.literal('actions'), ...blockId, elements: z.array(actionsElement).min(1).max(25) }),
  z.strictObject({
    type: z.literal('image'),
    ...blockId,
    ...imageSource,
    title: plainText(2000).optional(),
  }),
  z.strictObject({
    type: z.literal('input'),
    ...blockId,
    label: plainText(2000),
    element: inputElement,
    hint: plainText(2000).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
  }),
  richText,
] as const;

const rawCell = z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) });
const rawNumber = z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: z.string() });
const cell = z.discriminatedUnion('type', [rawCell, rawNumber, richText]);
const rows = z.array(z.array(cell).min(1).max(20)).min(1).max(100);

const urlSource = z.strictObject({ type: z.literal('url'), url: z.url(), text: z.string() });
const taskCard = z.strictObject({
  type: z.literal('task_card'),
  ...blockId,
  task_id: z.string(),
  title: z.string(),
  status: z.enum(['pending', 'in_progress', 'complete', 'error']),
  details: richText.optional(),
  output: richText.optional(),
  sources: z.array(urlSource).optional(),
});
const card = z.strictObject({
  type: z.literal('card'),
  ...blockId,
  title: mrkdwnText(150).optional(),
  subtitle: mrkdwnText(150).optional(),
  body: mrkdwnText(200).optional(),
  icon: image.optional(),
  hero_image: image.optional(),
  actions: z.array(cardButton).optional(),
});

/** Blocks that only messages hold. */
const messagesOnly = [
  z.strictObject({ type: z.literal('markdown'), ...blockId, text: z.string().min(1).max(12_000) }),
  z.strictObject({
    type: z.literal('table'),
    ...blockId,
    rows,
    column_settings: z
      .array(
        z
          .strictObject({
            align: z.enum(['left', 'center', 'right']).optional(),
            is_wrapped: z.boolean().optional(),
          })
          .nullable(),
      )
      .max(20)
      .optional(),
  }),
  z.strictObject({
    type: z.literal('data_table'),
    ...blockId,
    rows,
    caption: z.string(),
    page_size: z.number().int().min(1).max(100).optional(),
    row_header_column_index: z.number().int().min(0).optional(),
  }),
  z.strictObject({
    type: z.literal('context_actions'),
    ...blockId,
    elements: z.array(contextAction).min(1).max(5),
  }),
  taskCard,
  z.strictObject({ type: z.literal('plan'), ...blockId, title: z.string(), tasks: z.array(taskCard).optional() }),
  card,
  z.strictObject({ type: z.literal('carousel'), ...blockId, elements: z.array(card).min(1).max(10) }),
] as const;

const alert = z.strictObject({
  type: z.literal('alert'),
  ...blockId,
  text: eitherText(3000),
  level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
});

/** What each surface may hold. */
export const SURFACE_BLOCKS = {
  message: z.array(z.discriminatedUnion('type', [...everywhere, ...messagesOnly])).max(50),
  modal: z.array(z.discriminatedUnion('type', [...everywhere, alert])).max(100),
  home: z.array(z.discriminatedUnion('type', [...everywhere])).max(100),
};

const viewParts = {
  private_metadata: z.string().max(3000).optional(),
  callback_id: z.string().max(255).optional(),
  external_id: z.string().max(255).optional(),
};

/** A view as `views.open`, `push`, `update` and `publish` take it; its blocks are checked by themselves. */
export const VIEW_SHAPE = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('modal'),
    ...viewParts,
    title: plainText(24),
    submit: plainText(24).optional(),
    close: plainText(24).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    submit_disabled: z.boolean().optional(),
    blocks: z.array(z.unknown()),
  }),
  z.strictObject({ type: z.literal('home'), ...viewParts, blocks: z.array(z.unknown()) }),
]);
