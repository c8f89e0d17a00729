package parley.gateway.avatar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import parley.contract.account.Avatar;
import parley.contract.account.AvatarImage;
import parley.gateway.http.Refusal;

/** Broken, huge, polyglot and animated files, and those that are right. */
class PicturesTest {
  /** One pixel, lossless. */
  private static final String WEBP = "UklGRiQAAABXRUJQVlA4TBgAAAAvAAAAAAfQ//73v/+BiOh/AABKAAAA";

  @Test
  void makesAllSizesOfTheMiddleSquare() throws IOException {
    BufferedImage wide = new BufferedImage(900, 300, BufferedImage.TYPE_INT_RGB);
    fill(wide, 0, 300, Color.RED);
    fill(wide, 300, 300, Color.GREEN);
    fill(wide, 600, 300, Color.BLUE);
    Avatar avatar = Pictures.of(written(wide, "png"), ImageFormat.PNG);
    assertEquals(Avatar.SIZES, avatar.images().stream().map(AvatarImage::size).toList());
    for (AvatarImage image : avatar.images()) {
      assertEquals("image/jpeg", image.mediaType());
      BufferedImage read = read(image);
      assertEquals(image.size(), read.getWidth());
      assertEquals(image.size(), read.getHeight());
      Color left = new Color(read.getRGB(1, image.size() / 2));
      assertTrue(left.getGreen() > 200 && left.getRed() < 60, "green alone, not " + left);
    }
  }

  @Test
  void keepsWhatIsSeenThrough() throws IOException {
    BufferedImage clear = new BufferedImage(60, 60, BufferedImage.TYPE_INT_ARGB);
    Avatar avatar = Pictures.of(written(clear, "png"), ImageFormat.PNG);
    assertEquals("image/png", avatar.images().get(0).mediaType());
    assertEquals(0, read(avatar.images().get(0)).getRGB(20, 20) >>> 24);
  }

  @Test
  void leavesNothingOfTheUploadButItsPixels() throws IOException {
    byte[] picture = written(drawn(400, 400), "jpg");
    String secret = "<script>alert(1)</script> 52.5200 N 13.4050 E";
    byte[] comment = secret.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer polyglot = ByteBuffer.allocate(picture.length + comment.length * 2 + 4);
    polyglot.put(picture, 0, 2);
    polyglot.put((byte) 0xFF).put((byte) 0xFE).putShort((short) (comment.length + 2)).put(comment);
    polyglot.put(picture, 2, picture.length - 2).put(comment);
    Avatar avatar = Pictures.of(polyglot.array(), ImageFormat.JPEG);
    for (AvatarImage image : avatar.images()) {
      String bytes =
          new String(Base64.getDecoder().decode(image.content()), StandardCharsets.ISO_8859_1);
      assertFalse(bytes.contains("script"), "at size " + image.size());
    }
    assertEquals(avatar.hash(), Pictures.of(picture, ImageFormat.JPEG).hash());
  }

  @Test
  void takesTheFirstFrameOfWhatMoves() throws IOException {
    BufferedImage first = new BufferedImage(50, 50, BufferedImage.TYPE_INT_RGB);
    fill(first, 0, 50, Color.RED);
    BufferedImage second = new BufferedImage(50, 50, BufferedImage.TYPE_INT_RGB);
    fill(second, 0, 50, Color.BLUE);
    Avatar avatar = Pictures.of(animated(first, second), ImageFormat.GIF);
    Color seen = new Color(read(avatar.images().get(0)).getRGB(24, 24));
    assertTrue(seen.getRed() > 200 && seen.getBlue() < 60, "red, not " + seen);
  }

  @Test
  void readsWebp() {
    Avatar avatar = Pictures.of(Base64.getDecoder().decode(WEBP), ImageFormat.WEBP);
    assertEquals(3, avatar.images().size());
  }

  @Test
  void refusesTooManyPixelsBeforeAnyIsDecoded() {
    byte[] bomb = header(20_000, 20_000);
    assertRefused(bomb, ImageFormat.PNG);
    assertRefused(header(Integer.MAX_VALUE, 1), ImageFormat.PNG);
    assertRefused(header(0, 0), ImageFormat.PNG);
  }

  @Test
  void refusesWhatIsNoPictureOrAnotherOne() throws IOException {
    byte[] png = written(drawn(10, 10), "png");
    assertRefused(new byte[0], ImageFormat.PNG);
    assertRefused(
        "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8),
        ImageFormat.PNG);
    assertRefused(png, ImageFormat.JPEG);
    assertRefused(written(drawn(10, 10), "bmp"), ImageFormat.PNG);
  }

  @Test
  void whateverIsBrokenIsRefusedAndNothingElseHappens() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<byte[]> whole =
        List.of(
            written(drawn(80, 60), "png"),
            written(drawn(80, 60), "jpg"),
            written(drawn(80, 60), "gif"),
            Base64.getDecoder().decode(WEBP));
    for (int i = 0; i < 400; i++) {
      byte[] file = whole.get(i % whole.size()).clone();
      ImageFormat format = ImageFormat.of(file).orElseThrow();
      for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
        file[12 + random.nextInt(file.length - 12)] = (byte) random.nextInt(256);
      }
      byte[] cut = random.nextBoolean() ? file : Arrays.copyOf(file, random.nextInt(file.length));
      try {
        assertEquals(3, Pictures.of(cut, format).images().size());
      } catch (Refusal refused) {
        assertEquals(422, refused.problem().status(), "seed " + seed);
      }
    }
  }

  private static void assertRefused(byte[] file, ImageFormat declared) {
    Refusal refused = assertThrows(Refusal.class, () -> Pictures.of(file, declared));
    assertEquals(422, refused.problem().status());
    assertEquals("image", refused.problem().field());
  }

  /** The beginning of a PNG that says how large it is and holds nothing. */
  private static byte[] header(int width, int height) {
    ByteBuffer chunk = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII));
    chunk.putInt(width).putInt(height).put(new byte[] {8, 6, 0, 0, 0});
    CRC32 crc = new CRC32();
    crc.update(chunk.array());
    return ByteBuffer.allocate(33)
        .put("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1))
        .putInt(13)
        .put(chunk.array())
        .putInt((int) crc.getValue())
        .array();
  }

  private static BufferedImage drawn(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      fill(image, x, 1, new Color(x * 255 / width, 120, 255 - x * 255 / width));
    }
    return image;
  }

  private static void fill(BufferedImage image, int from, int width, Color colour) {
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(from, 0, width, image.getHeight());
    graphics.dispose();
  }

  private static byte[] written(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertTrue(ImageIO.write(image, format, out), format);
    return out.toByteArray();
  }

  private static byte[] animated(BufferedImage... frames) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.prepareWriteSequence(null);
      for (BufferedImage frame : frames) {
        writer.writeToSequence(new IIOImage(frame, null, null), null);
      }
      writer.endWriteSequence();
    }
    return out.toByteArray();
  }

  private static BufferedImage read(AvatarImage image) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(image.content())));
  }
}
