/** A square cut out of a picture, in its pixels. */
export type Crop = { readonly x: number; readonly y: number; readonly side: number };

/** Where somebody looks: 0 left or top, 1 right or bottom; at a zoom of 1 all that fits is seen. */
export type Aim = { readonly across: number; readonly down: number; readonly zoom: number };

export const CENTRE: Aim = { across: 0.5, down: 0.5, zoom: 1 };

/** The square that is seen; it never leaves the picture. */
export function cropOf(width: number, height: number, { across, down, zoom }: Aim): Crop {
  const side = Math.max(1, Math.min(width, height) / Math.max(1, zoom));
  return { x: (width - side) * within(across), y: (height - side) * within(down), side };
}

function within(share: number): number {
  return Math.min(1, Math.max(0, share));
}
