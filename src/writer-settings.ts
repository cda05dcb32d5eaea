/** How the council's language model is reached; there is none by default. */
export type WriterSettings = {
  provider: 'openai' | 'azure';
  model: string;
  /** The API's base address, ending in /v1 for most servers; OpenAI's own where it is left out. */
  url?: string;
  key?: string;
  /** Azure OpenAI only: the deployment's name and the version of the API. */
  deployment?: string;
  apiVersion?: string;
  /** For all that one question asks of the model. */
  timeoutMs: number;
  /** Tokens in and out, over all questions of a day (UTC). */
  tokensADay: number;
  /** Price of a million tokens in and out, in the council's currency. */
  price?: { input: number; output: number };
  /** Whether the model also ranks the passages. */
  isChoosing: boolean;
  /** Paragraphs of Schedule 12A whose papers may go to a model outside this machine. */
  exemptOutside: number[];
};

/** True if an address is of this machine: a loopback name or number (RFC 6761, 6.3; RFC 1122, 3.2.1.3). */
export function isOnThisMachine(url: string | undefined): boolean {
  if (url === undefined || !URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
