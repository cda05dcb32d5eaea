import { WriterFailure } from '../../writer-failure.ts';

/**
 * A `fetch` whose reply ends in a `too-much` failure after so many bytes, and that follows no redirect: a server cannot
 * fill this machine's memory, nor send a key or a passage on to another place.
 */
export function boundedFetch(maxBytes: number): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, redirect: 'error' });
    if (!response.body) return response;
    let bytes = 0;
    const limited = response.body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          bytes += chunk.byteLength;
          if (bytes > maxBytes) controller.error(new WriterFailure('too-much'));
          else controller.enqueue(chunk);
        },
      }),
    );
    const { status, statusText, headers } = response;
    return new Response(limited, { status, statusText, headers });
  };
}
