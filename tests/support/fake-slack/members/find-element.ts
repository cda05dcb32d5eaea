import { elementsOf, type Json } from '../blocks/check-blocks.ts';

/** A button by its action_id or by the words on it; of several alike the `nth` (from 0). */
export type Press = {
  user: string;
  action: string;
  nth?: number;
  /** Instead of what the button says: a forged value. */
  value?: string;
  /** The word of a menu's option, or which of two feedback buttons. */
  option?: string;
};

export type Found = { element: Json; block: Json };

/** The button or menu that is meant; throws with what there is where there is none. */
export function findElement(blocks: Json[], { action, nth = 0 }: Pick<Press, 'action' | 'nth'>): Found {
  const all = blocks.flatMap((block) => elementsOf(block).map((element) => ({ element, block })));
  const alike = all.filter(({ element }) => element.action_id === action || labelOf(element) === action);
  const found = alike[nth];
  if (!found) {
    const there = all.map(({ element }) => `${element.action_id} [${labelOf(element)}]`).join(', ');
    throw new Error(`No button "${action}"; there are: ${there || 'none'}`);
  }
  return found;
}

/** The entry in `actions` that Slack sends for it. */
export function actionOf({ element, block }: Found, { value, option }: Press): Json {
  const { type, action_id, text } = element;
  const named = { type, action_id, block_id: block.block_id, action_ts: `${Date.now() / 1000}` };
  if (type === 'feedback_buttons') {
    const chosen = (option === 'negative' ? element.negative_button : element.positive_button) as Json;
    return { ...named, text: chosen.text, value: value ?? chosen.value };
  }
  if (Array.isArray(element.options)) {
    const options = element.options as { text: { text: string }; value: string }[];
    const chosen = options.find((one) => one.text.text === option || one.value === option);
    if (!chosen && value === undefined) throw new Error(`No option "${option}" in ${action_id}`);
    return { ...named, selected_option: value === undefined ? chosen : { ...chosen, value } };
  }
  return { ...named, text, value: value ?? element.value };
}

/** `view.state.values` as Slack sends it, from what was typed or chosen, by action_id. */
export function stateOf(blocks: Json[], values: Record<string, string>): Json {
  const inputs = blocks.filter(({ type }) => type === 'input' || type === 'actions');
  return Object.fromEntries(
    inputs.map((block) => [
      block.block_id,
      Object.fromEntries(
        elementsOf(block).map((element) => [element.action_id, entered(element, values[String(element.action_id)])]),
      ),
    ]),
  );
}

function labelOf(element: Json): string {
  const { text, placeholder } = element as { text?: { text?: string }; placeholder?: { text?: string } };
  return text?.text ?? placeholder?.text ?? '';
}

function entered(element: Json, typed: string | undefined): Json {
  const { type } = element;
  if (type === 'conversations_select') return { type, selected_conversation: typed ?? null };
  if (!Array.isArray(element.options)) return { type, value: typed ?? element.initial_value ?? null };
  const chosen = (element.options as { value: string }[]).find(({ value }) => value === typed);
  return { type, selected_option: chosen ?? element.initial_option ?? null };
}
