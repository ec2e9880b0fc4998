import type { Browser, Page } from 'puppeteer-core';

/** Brings a view on screen with something in it, from a first visit. */
export function show(page: Page, view: string): Promise<void>;
/** A PNG of the view at this width, made small. */
export function pictureOf(page: Page, theme: 'light' | 'dark', width: number): Promise<Buffer>;
export function launchChromium(): Promise<Browser>;
export const compared: readonly (readonly [view: string, theme: 'light' | 'dark', width: number])[];
