/** Measures the contrast of every text on a page, as WCAG counts it. */
import type { Page } from 'playwright-core';

/** What WCAG AA asks of text smaller than 18 points. https://www.w3.org/TR/WCAG22/#contrast-minimum */
export const ENOUGH = 4.5;

/** Texts with too little contrast, with the ratio. Disabled controls are exempt. */
export async function faintTexts(page: Page, enough = ENOUGH): Promise<string[]> {
  return page.evaluate((least) => {
    const numbers = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (color: number[]): number => {
      const [r = 0, g = 0, b = 0] = color.slice(0, 3).map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = (element: Element | null): number[] => {
      for (let at = element; at; at = at.parentElement) {
        const color = numbers(getComputedStyle(at).backgroundColor);
        if (color.length === 3 || color[3] === 1) return color;
      }
      return [255, 255, 255];
    };
    const faint: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (!element || text === '' || ['SCRIPT', 'STYLE'].includes(element.tagName)) continue;
      if (element.closest(':disabled, [aria-disabled="true"], .unseen')) continue;
      const [a, b] = [luminance(numbers(getComputedStyle(element).color)), luminance(ground(element))];
      const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      if (ratio < least) faint.push(`${text}: ${ratio.toFixed(2)}`);
    }
    return faint;
  }, enough);
}
