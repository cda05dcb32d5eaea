import { z } from 'zod';
import { richText } from './rich-text-shape.ts';
import { confirmDialog, eitherText, imageSource, menuOption, optionGroup, plainText } from './text-shapes.ts';

const actionId = { action_id: z.string().min(1).max(255).optional() };
const focusable = { focus_on_load: z.boolean().optional() };
const confirmable = { confirm: confirmDialog.optional() };
const placeholder = { placeholder: plainText(150).optional() };
const dispatch = {
  dispatch_action_config: z
    .strictObject({ trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).optional() })
    .optional(),
};
const label = z.string().min(1).max(75).optional();

const button = z.strictObject({
  type: z.literal('button'),
  ...actionId,
  ...confirmable,
  text: plainText(75),
  value: z.string().max(2000).optional(),
  url: z.url().max(3000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: label,
});

export const image = z.strictObject({ type: z.literal('image'), ...imageSource });

const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...actionId,
  ...confirmable,
  options: z.array(menuOption()).min(1).max(5),
});

const picker = { ...actionId, ...confirmable, ...focusable, ...placeholder };

const menus = [
  z.strictObject({
    type: z.literal('static_select'),
    ...picker,
    options: z.array(menuOption()).min(1).max(100).optional(),
    option_groups: z.array(optionGroup).min(1).max(100).optional(),
    initial_option: menuOption().optional(),
  }),
  z.strictObject({
    type: z.literal('multi_static_select'),
    ...picker,
    options: z.array(menuOption()).min(1).max(100).optional(),
    option_groups: z.array(optionGroup).min(1).max(100).optional(),
    initial_options: z.array(menuOption()).optional(),
    max_selected_items: z.number().int().min(1).optional(),
  }),
  z.strictObject({ type: z.literal('users_select'), ...picker, initial_user: z.string().optional() }),
  z.strictObject({ type: z.literal('channels_select'), ...picker, initial_channel: z.string().optional() }),
  z.strictObject({
    type: z.literal('conversations_select'),
    ...picker,
    initial_conversation: z.string().optional(),
    default_to_current_conversation: z.boolean().optional(),
    response_url_enabled: z.boolean().optional(),
    filter: z.record(z.string(), z.unknown()).optional(),
  }),
  z.strictObject({ type: z.literal('datepicker'), ...picker, initial_date: z.iso.date().optional() }),
  z.strictObject({ type: z.literal('timepicker'), ...picker, initial_time: z.string().optional() }),
] as const;

const choices = [
  z.strictObject({
    type: z.literal('checkboxes'),
    ...actionId,
    ...confirmable,
    ...focusable,
    options: z
      .array(menuOption(eitherText(75)))
      .min(1)
      .max(10),
    initial_options: z.array(menuOption(eitherText(75))).optional(),
  }),
  z.strictObject({
    type: z.literal('radio_buttons'),
    ...actionId,
    ...confirmable,
    ...focusable,
    options: z
      .array(menuOption(eitherText(75)))
      .min(1)
      .max(10),
    initial_option: menuOption(eitherText(75)).optional(),
  }),
] as const;

const inputs = [
  z.strictObject({
    type: z.literal('plain_text_input'),
    ...actionId,
    ...focusable,
    ...placeholder,
    ...dispatch,
    initial_value: z.string().max(3000).optional(),
    multiline: z.boolean().optional(),
    min_length: z.number().int().min(0).max(3000).optional(),
    max_length: z.number().int().min(1).max(3000).optional(),
  }),
  z.strictObject({
    type: z.literal('rich_text_input'),
    ...actionId,
    ...focusable,
    ...placeholder,
    ...dispatch,
    initial_value: richText.optional(),
  }),
  z.strictObject({
    type: z.literal('number_input'),
    ...actionId,
    ...focusable,
    ...placeholder,
    ...dispatch,
    is_decimal_allowed: z.boolean(),
    initial_value: z.string().optional(),
    min_value: z.string().optional(),
    max_value: z.string().optional(),
  }),
  z.strictObject({ type: z.literal('url_text_input'), ...actionId, ...focusable, ...placeholder, ...dispatch }),
] as const;

export const sectionAccessory = z.discriminatedUnion('type', [button, image, overflow, ...menus, ...choices]);
export const actionsElement = z.discriminatedUnion('type', [button, overflow, ...menus, ...choices]);
export const inputElement = z.discriminatedUnion('type', [...menus, ...choices, ...inputs]);
export const cardButton = button;

const feedbackButton = z.strictObject({
  text: plainText(75),
  value: z.string().min(1).max(2000),
  accessibility_label: label,
});

/** What stands in `context_actions`, and nowhere else. */
export const contextAction = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('feedback_buttons'),
    ...actionId,
    positive_button: feedbackButton,
    negative_button: feedbackButton,
  }),
  z.strictObject({
    type: z.literal('icon_button'),
    ...actionId,
    ...confirmable,
    icon: z.literal('trash'),
    text: plainText(75),
    value: z.string().max(2000).optional(),
    accessibility_label: label,
    visible_to_user_ids: z.array(z.string()).optional(),
  }),
]);
