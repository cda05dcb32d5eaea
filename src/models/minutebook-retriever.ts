import type { CallbackManagerForRetrieverRun } from '@langchain/core/callbacks/manager';
import { Document } from '@langchain/core/documents';
import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers';
import type { Audience } from '../audience.ts';
import { citePassage } from '../citation.ts';
import type { Hit } from '../passage.ts';

/** What a document of this retriever carries besides its text. */
export type MinutebookMetadata = {
  /** The passage's citation in full. */
  citation: string;
  source: string;
  kind: Hit['passage']['kind'];
  committee?: string;
  /** YYYY-MM-DD. */
  meetingDate?: string;
  page?: number;
  status: string;
  /** Orders the documents of one query only. */
  score: number;
};

export type MinutebookRetrieverInput = BaseRetrieverInput & {
  /** Retrieval for an audience, as the opened application has it. */
  search(text: string, audience: Audience): Promise<Hit[]>;
  /** Whoever will read what comes out; there is no default, so that nobody is cleared by oversight. */
  audience: Audience;
  /** How many documents a query gives at most; 10 by default. */
  k?: number;
};

const DEFAULT_K = 10;

/**
 * The committee's record as a LangChain retriever: the passages that answer a query, best first, each with its citation.
 * It gives what its audience may read and nothing else; the text is the paper's, byte for byte.
 */
export class MinutebookRetriever extends BaseRetriever<MinutebookMetadata> {
  override lc_namespace = ['minutebook', 'retrievers'];
  private readonly search: MinutebookRetrieverInput['search'];
  private readonly audience: Audience;
  private readonly k: number;

  static override lc_name(): string {
    return 'MinutebookRetriever';
  }

  constructor({ search, audience, k = DEFAULT_K, ...rest }: MinutebookRetrieverInput) {
    super(rest);
    this.search = search;
    this.audience = audience;
    this.k = k;
  }

  override async _getRelevantDocuments(
    query: string,
    _run?: CallbackManagerForRetrieverRun,
  ): Promise<Document<MinutebookMetadata>[]> {
    const hits = await this.search(query, this.audience);
    return hits.slice(0, this.k).map(toDocument);
  }
}

function toDocument({ passage, score }: Hit): Document<MinutebookMetadata> {
  const { committee, meetingDate, page } = passage.place;
  return new Document({
    pageContent: passage.text,
    metadata: {
      citation: citePassage(passage, passage.span).label,
      source: passage.source,
      kind: passage.kind,
      status: passage.status.kind,
      score,
      ...(committee === undefined ? {} : { committee }),
      ...(meetingDate === undefined ? {} : { meetingDate }),
      ...(page === undefined ? {} : { page }),
    },
  });
}
