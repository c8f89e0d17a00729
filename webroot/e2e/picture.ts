import { Buffer } from "node:buffer";
import { expect, type Locator } from "@playwright/test";

/** A file of 40 pixels by 20, red and blue. */
export const PICTURE = {
  name: "picture.png",
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAACgAAAAUCAIAAABwJOjsAAAAJ0lEQVR42mP4z8BANqJA63+GUYtHLR61eNTiUYtHLR61eNTikWMxAGDtHQ7V1k7XAAAAAElFTkSuQmCC",
    "base64",
  ),
};

/** A picture in a place where there is one at most, once the browser has it. */
export async function expectPicture(place: Locator): Promise<void> {
  const image = place.locator("img");
  await expect(image).toBeVisible();
  await expect
    .poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth))
    .toBe(96);
}
