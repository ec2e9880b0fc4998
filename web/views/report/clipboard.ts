/** Puts rich text on the clipboard. */

/** The way of before 2020, which also works on plain http. */
function copiedByEvent(html: string, plain: string): boolean {
  const fill = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData?.setData('text/html', html);
    event.clipboardData?.setData('text/plain', plain);
  };
  document.addEventListener('copy', fill);
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else works without https
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', fill);
  }
}

/** @returns false where the browser refuses both ways */
export async function copyRichText(html: string, plain: string): Promise<boolean> {
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/html': new Blob([html], { type: 'text/html' }),
        'text/plain': new Blob([plain], { type: 'text/plain' }),
      }),
    ]);
    return true;
  } catch {
    return copiedByEvent(html, plain);
  }
}
