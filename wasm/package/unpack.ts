/** Bytes as text carries them: packed with gzip, written in base64. */

// Newer browsers decode by themselves; TypeScript's list of what is there does not know it yet.
const decode = (Uint8Array as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> })
  .fromBase64;

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  if (decode !== undefined) return decode.call(Uint8Array, base64);
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

export async function unpacked(base64: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytesOf(base64)]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
