import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { WriterSettings } from '../../model-settings.ts';
import { boundedFetch } from './bounded-fetch.ts';
import { plainContent } from './plain-content.ts';
import { streamWholeReply } from './stream-whole-reply.ts';

/** Far more than a reply of the longest prompt; a server that sends more is broken or hostile. */
const MAX_REPLY_BYTES = 2_000_000;
/** Compatible servers without keys still want the header; the SDK wants a value. */
const NO_KEY = 'none';

/**
 * LangChain's chat model for the council's settings. It makes one request a call and repeats none: what may be repeated,
 * and when, is the writer's business. LangChain is loaded only when a model is configured.
 */
export async function openChatModel(
  settings: WriterSettings,
  { streamUsage }: { streamUsage: boolean },
): Promise<BaseChatModel> {
  const { initChatModel } = await import('langchain');
  const common = {
    apiKey: settings.key ?? NO_KEY,
    maxRetries: 0,
    timeout: settings.timeoutMs,
    temperature: 0,
    streaming: true,
    streamUsage,
  };
  const http = { fetch: plainContent(streamWholeReply(boundedFetch(MAX_REPLY_BYTES))) };
  if (settings.provider === 'azure') {
    return await initChatModel(settings.model, {
      ...common,
      modelProvider: 'azure_openai',
      azureOpenAIApiKey: settings.key ?? NO_KEY,
      azureOpenAIEndpoint: settings.url,
      azureOpenAIApiDeploymentName: settings.deployment ?? settings.model,
      azureOpenAIApiVersion: settings.apiVersion,
      configuration: http,
    });
  }
  return await initChatModel(settings.model, {
    ...common,
    modelProvider: 'openai',
    useResponsesApi: false,
    configuration: { ...http, baseURL: settings.url ?? OPENAI_URL, organization: null, project: null },
  });
}

/** Said outright, so that no environment variable sends the questions elsewhere. */
const OPENAI_URL = 'https://api.openai.com/v1';
