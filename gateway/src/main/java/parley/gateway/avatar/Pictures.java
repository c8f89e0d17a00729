package parley.gateway.avatar;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import parley.contract.account.Avatar;
import parley.contract.account.AvatarImage;
import parley.gateway.http.Refusal;

/**
 * Makes a picture of what somebody uploaded: the first frame, its middle square, in all sizes,
 * encoded anew, so that nothing of the upload but its pixels is left. Blocks and computes: not for
 * event loops.
 */
final class Pictures {
  /** Pixels; more are refused before any is decoded. */
  static final long MOST_PIXELS = 40_000_000;

  /** Of the largest size that is made: what is read has at least as many pixels a side. */
  private static final int ENOUGH = 2 * 256;

  private static final double QUALITY = 0.85;

  private Pictures() {}

  /**
   * The picture; 422 naming {@code image} for what is none, has too many pixels, or is another
   * format than {@code declared}.
   */
  static Avatar of(byte[] upload, ImageFormat declared) {
    ImageFormat format =
        ImageFormat.of(upload).filter(declared::equals).orElseThrow(() -> Refusal.invalid("image"));
    try {
      return avatar(square(upload, format));
    } catch (IOException | RuntimeException broken) {
      // Readers fail in many ways when a file is broken; it is the file's fault all the same.
      throw Refusal.invalid("image");
    }
  }

  private static BufferedImage square(byte[] upload, ImageFormat format) throws IOException {
    ImageReader reader = format.reader();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(upload))) {
      // Only the orientation of photographs is of interest; other metadata may be a trap.
      reader.setInput(in, true, format != ImageFormat.JPEG);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) {
        throw Refusal.invalid("image");
      }
      int side = Math.min(width, height);
      ImageReadParam wanted = reader.getDefaultReadParam();
      wanted.setSourceRegion(new Rectangle((width - side) / 2, (height - side) / 2, side, side));
      int step = Math.max(1, side / ENOUGH);
      wanted.setSourceSubsampling(step, step, 0, 0);
      return upright(reader.read(0, wanted), reader, format);
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage upright(BufferedImage read, ImageReader reader, ImageFormat format) {
    Orientation orientation = format == ImageFormat.JPEG ? orientation(reader) : null;
    return orientation == null
        ? read
        : ExifFilterUtils.getFilterForOrientation(orientation).apply(read);
  }

  /** Null if the file does not tell: metadata that cannot be read leaves the pixels good. */
  private static Orientation orientation(ImageReader reader) {
    try {
      return ExifUtils.getExifOrientation(reader, 0);
    } catch (IOException | RuntimeException unreadable) {
      return null;
    }
  }

  private static Avatar avatar(BufferedImage read) throws IOException {
    boolean seeThrough = read.getColorModel().hasAlpha();
    BufferedImage square = plain(read, seeThrough);
    List<AvatarImage> images = new ArrayList<>();
    MessageDigest digest = sha256();
    for (int size : Avatar.SIZES) {
      byte[] bytes = encoded(square, size, seeThrough ? "png" : "jpg");
      digest.update(bytes);
      images.add(
          new AvatarImage(
              size,
              seeThrough ? "image/png" : "image/jpeg",
              Base64.getEncoder().encodeToString(bytes)));
    }
    return new Avatar(
        Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest()), images);
  }

  /** Without a palette, in which what is scaled would look for colours that are not there. */
  private static BufferedImage plain(BufferedImage read, boolean seeThrough) {
    int type = seeThrough ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    BufferedImage plain = new BufferedImage(read.getWidth(), read.getHeight(), type);
    Graphics2D graphics = plain.createGraphics();
    graphics.drawImage(read, 0, 0, null);
    graphics.dispose();
    return plain;
  }

  private static byte[] encoded(BufferedImage square, int size, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Thumbnails.of(square)
        .forceSize(size, size)
        .outputFormat(format)
        .outputQuality(QUALITY)
        .toOutputStream(out);
    return out.toByteArray();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
