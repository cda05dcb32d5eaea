import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

const BOLD_NAME = /bold|black|heavy|demi/i;
/** Drawing instructions cost several times what a page's words do; by then a paper's fonts are known. */
const MAX_DRAWN_PAGES = 60;

/** Tells which of a page's fonts are bold, by their names. */
export type FontWeights = { ofPage(page: PDFPageProxy, fonts: Set<string>): Promise<(font: string) => boolean> };

/** A font's own name comes only with the drawing instructions of a page, so those are asked for where a new font is. */
export function openFontWeights(): FontWeights {
  const bold = new Map<string, boolean>();
  let drawn = 0;
  return {
    async ofPage(page, fonts) {
      const unknown = [...fonts].filter((font) => !bold.has(font));
      if (unknown.length > 0 && drawn < MAX_DRAWN_PAGES) {
        drawn += 1;
        await page.getOperatorList();
        for (const font of unknown) bold.set(font, isBold(page, font));
      }
      return (font) => bold.get(font) ?? false;
    },
  };
}

function isBold(page: PDFPageProxy, font: string): boolean {
  if (!page.commonObjs.has(font)) return false;
  const { name, bold }: { name?: string; bold?: boolean } = page.commonObjs.get(font);
  return bold === true || BOLD_NAME.test(name ?? '');
}
